/// A part of a list, with the length of the whole.
package struct Listed<Value: Sendable>: Sendable {
  /// How many there are.
  package let total: Int
  /// Those of the part, in the list's order.
  package let values: [Value]
}

/// Which part of a list somebody wants: a reply has an end, a list of the house may have none.
package struct Page: Sendable, Equatable {
  /// How many are passed over.
  package let skip: Int
  /// The most that are given.
  package let limit: Int

  /// The most that a page holds.
  package static let most = 500

  /// A page; without values the first of full length.
  package init(skip: Int = 0, limit: Int = Page.most) {
    self.skip = max(0, skip)
    self.limit = min(max(1, limit), Page.most)
  }

  /// The part of a list.
  func part<Value>(of values: [Value]) -> Listed<Value> {
    Listed(total: values.count, values: Array(values.dropFirst(skip).prefix(limit)))
  }

  /// The same part of a list whose lines have still to be made.
  func part<Value, Line>(of values: [Value], _ line: (Value) throws -> Line) rethrows -> Listed<Line> {
    Listed(total: values.count, values: try values.dropFirst(skip).prefix(limit).map(line))
  }
}

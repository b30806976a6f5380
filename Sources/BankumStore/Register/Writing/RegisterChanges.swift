package import BankumModel

/// What some writes changed: for whoever keeps something of the register in memory.
package struct RegisterChanges: Sendable, Equatable {
  /// Above this count, changed inmates are not listed one by one.
  package static let mostInmates = 256

  /// The tables that were written to.
  private(set) var tables: Set<String> = []
  /// About whom rows were written, put or removed; empty when `isAboutMany`.
  package private(set) var inmates: Set<Inmate.ID> = []
  /// Whether so many people are concerned that they are not listed.
  package private(set) var isAboutMany = false

  /// Nothing.
  init() {}

  /// Whether values of this kind were put or removed.
  package func touch<Value: Stored>(_ kind: Value.Type) -> Bool { tables.contains(kind.table.name) }

  mutating func note(_ table: Table) { tables.insert(table.name) }

  mutating func note(_ inmate: Inmate.ID) {
    guard !isAboutMany else { return }
    inmates.insert(inmate)
    if inmates.count > Self.mostInmates {
      isAboutMany = true
      inmates = []
    }
  }

  mutating func add(_ other: RegisterChanges) {
    tables.formUnion(other.tables)
    isAboutMany = isAboutMany || other.isAboutMany
    if isAboutMany { inmates = [] } else { for inmate in other.inmates { note(inmate) } }
  }
}

/// The changes of the latest writes.
struct ChangeLog: Sendable {
  /// How many writes are remembered.
  static let length = 64

  private var writes: [(sequence: Int64, changes: RegisterChanges)] = []

  mutating func append(_ changes: RegisterChanges, sequence: Int64) {
    if writes.count == Self.length { writes.removeFirst() }
    writes.append((sequence, changes))
  }

  /// What the writes after one and up to another changed; nil if they are not all remembered.
  func changes(after first: Int64, through last: Int64) -> RegisterChanges? {
    guard first < last else { return first == last ? RegisterChanges() : nil }
    // Every write raises the number by one.
    let wanted = writes.filter { $0.sequence > first && $0.sequence <= last }
    guard Int64(wanted.count) == last - first else { return nil }
    return wanted.reduce(into: RegisterChanges()) { $0.add($1.changes) }
  }
}

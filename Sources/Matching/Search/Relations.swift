/// Who may not be served together with whom: adverse sides, apart pairs, requests of one inmate.
///
/// Flat lists; what belongs to request r lies from `...Start[r]` to `...Start[r + 1]`.
// Nothing changes after `init`, so both threads may read it; the pointers live as long as the object.
final class Relations: @unchecked Sendable {
  private let arena = Arena()
  /// Whether a request has any relation.
  let related: UnsafeMutablePointer<Bool>
  /// The adverse memberships of a request: the group and the side within it.
  let adverseStart, adverseGroup, adverseSide: UnsafeMutablePointer<Int32>
  /// The members of an adverse group with their sides, and the index of its first side among all sides.
  let groupStart, groupMember, groupMemberSide, firstSide: UnsafeMutablePointer<Int32>
  let groupCount: Int
  let sideCount: Int
  /// The requests that a request is kept apart from, or that are of the same inmate.
  let apartStart, apartOther: UnsafeMutablePointer<Int32>
  /// The inmate groups of a request; their members; their daily limits.
  let inmateStart, inmateGroup, inmateMemberStart, inmateMember, inmatePerDay: UnsafeMutablePointer<Int32>

  // Immutable after `init`: the pointers are only read, by both threads.
  init(_ problem: Problem) {
    let count = problem.requests.count
    var related = Array(repeating: false, count: count)
    var adverse: [[(Int, Int)]] = Array(repeating: [], count: count)
    var members: [(Int, Int)] = []
    var groupStart = [0]
    var firstSide = [0]
    for (group, sides) in problem.adverseGroups.enumerated() {
      for (side, requests) in sides.enumerated() {
        for request in Set(requests).sorted() {
          adverse[request].append((group, side))
          members.append((request, side))
          related[request] = true
        }
      }
      groupStart.append(members.count)
      firstSide.append((firstSide.last ?? 0) + sides.count)
    }
    var apart: [Set<Int>] = Array(repeating: [], count: count)
    for pair in problem.apartPairs {
      apart[pair.first].insert(pair.second)
      apart[pair.second].insert(pair.first)
    }
    var inmates: [[Int]] = Array(repeating: [], count: count)
    for (index, group) in problem.inmateGroups.enumerated() {
      for request in group.members {
        inmates[request].append(index)
        related[request] = true
        for other in group.members where other != request { apart[request].insert(other) }
      }
    }
    for request in 0..<count where !apart[request].isEmpty { related[request] = true }
    let arena = arena
    func starts(_ lists: [Int]) -> UnsafeMutablePointer<Int32> {
      let result = arena.make(lists.count + 1, Int32(0))
      for (index, length) in lists.enumerated() { result[index + 1] = result[index] + Int32(length) }
      return result
    }
    self.related = arena.make(related, padding: false)
    adverseStart = starts(adverse.map(\.count))
    adverseGroup = arena.make(adverse.joined().map { Int32($0.0) }, padding: 0)
    adverseSide = arena.make(adverse.joined().map { Int32($0.1) }, padding: 0)
    self.groupStart = arena.make(groupStart.map(Int32.init), padding: 0)
    groupMember = arena.make(members.map { Int32($0.0) }, padding: 0)
    groupMemberSide = arena.make(members.map { Int32($0.1) }, padding: 0)
    self.firstSide = arena.make(firstSide.map(Int32.init), padding: 0)
    groupCount = problem.adverseGroups.count
    sideCount = firstSide.last ?? 0
    apartStart = starts(apart.map(\.count))
    apartOther = arena.make(apart.flatMap { $0.sorted().map(Int32.init) }, padding: 0)
    inmateStart = starts(inmates.map(\.count))
    inmateGroup = arena.make(inmates.joined().map(Int32.init), padding: 0)
    inmateMemberStart = starts(problem.inmateGroups.map(\.members.count))
    inmateMember = arena.make(problem.inmateGroups.flatMap { $0.members.map(Int32.init) }, padding: 0)
    inmatePerDay = arena.make(problem.inmateGroups.map { Int32($0.perDay) }, padding: 0)
  }
}

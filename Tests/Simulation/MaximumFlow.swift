/// The most that can flow from one node to another: Dinic's algorithm, whole numbers. Source: E. A. Dinic, 1970.
struct MaximumFlow {
  private var heads: [[Int]]
  private var targets: [Int] = []
  private var free: [Int] = []
  private var levels: [Int] = []
  private var next: [Int] = []

  init(nodes: Int) { heads = Array(repeating: [], count: nodes) }

  mutating func add(_ from: Int, _ to: Int, _ capacity: Int) {
    heads[from].append(targets.count)
    targets.append(to)
    free.append(capacity)
    heads[to].append(targets.count)
    targets.append(from)
    free.append(0)
  }

  /// Fills the network and says how much flows.
  mutating func solve(from source: Int, to sink: Int) -> Int {
    var sum = 0
    while findLevels(source, sink) {
      next = Array(repeating: 0, count: heads.count)
      while true {
        let flow = push(source, sink, Int.max)
        if flow == 0 { break }
        sum += flow
      }
    }
    return sum
  }

  private mutating func findLevels(_ source: Int, _ sink: Int) -> Bool {
    levels = Array(repeating: -1, count: heads.count)
    levels[source] = 0
    var queue = [source]
    var place = 0
    while place < queue.count {
      let node = queue[place]
      place += 1
      for edge in heads[node] where free[edge] > 0 && levels[targets[edge]] < 0 {
        levels[targets[edge]] = levels[node] + 1
        queue.append(targets[edge])
      }
    }
    return levels[sink] >= 0
  }

  private mutating func push(_ node: Int, _ sink: Int, _ most: Int) -> Int {
    if node == sink { return most }
    while next[node] < heads[node].count {
      let edge = heads[node][next[node]]
      if free[edge] > 0, levels[targets[edge]] == levels[node] + 1 {
        let flow = push(targets[edge], sink, min(most, free[edge]))
        if flow > 0 {
          free[edge] -= flow
          free[edge ^ 1] += flow
          return flow
        }
      }
      next[node] += 1
    }
    return 0
  }
}

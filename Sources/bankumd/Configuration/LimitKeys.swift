import VarlinkServer

/// The keys below `limits`, with the numbers that make sense.
struct LimitKeys: Sendable {
  let range: ClosedRange<Int>
  let set: @Sendable (inout ServerLimits, Int) -> Void

  static let all: [String: LimitKeys] = [
    "connections": LimitKeys(range: 4...100_000) { $0.connections = $1 },
    "connectionsPerUser": LimitKeys(range: 2...100_000) { $0.connectionsPerUser = $1 },
    "messageKibibytes": LimitKeys(range: 16...16_384) { $0.messageBytes = $1 << 10 },
    "outputKibibytes": LimitKeys(range: 16...16_384) { $0.outputBytes = $1 << 10 },
    "messageSeconds": LimitKeys(range: 1...3_600) { $0.messageDeadline = .seconds($1) },
    "outputSeconds": LimitKeys(range: 1...3_600) { $0.outputDeadline = .seconds($1) },
    // 0: a connection may be open for ever.
    "idleSeconds": LimitKeys(range: 0...86_400) { $0.idleDeadline = $1 == 0 ? nil : .seconds($1) },
  ]
}

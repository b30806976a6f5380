import NIOConcurrencyHelpers
import NIOCore
import Varlink

/// The open connections: counted against the limits, found again when the server stops.
final class ConnectionDirectory: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: (channel: any Channel, uid: UInt32)] = [:]
    var perUser: [UInt32: Int] = [:]
    var isStopping = false
    var whenEmpty: (@Sendable () -> Void)?
  }

  private let limits: ServerLimits
  private let state = NIOLockedValueBox(State())

  init(limits: ServerLimits) {
    self.limits = limits
  }

  var count: Int {
    state.withLockedValue { $0.channels.count }
  }

  var channels: [any Channel] {
    state.withLockedValue { $0.channels.values.map(\.channel) }
  }

  /// Takes a connection in, or says why not.
  func admit(_ channel: any Channel, _ peer: PeerIdentity) -> ServerEvent.Refusal? {
    state.withLockedValue { state in
      if state.isStopping { return .stopping }
      if peer.uid == PeerIdentity.overflowUid { return .overflowUser }
      if state.channels.count >= limits.connections { return .connections }
      let own = state.perUser[peer.uid, default: 0]
      if own >= limits.connectionsPerUser { return .connectionsPerUser }
      state.perUser[peer.uid] = own + 1
      state.channels[ObjectIdentifier(channel)] = (channel, peer.uid)
      return nil
    }
  }

  func remove(_ channel: any Channel) {
    let whenEmpty = state.withLockedValue { state -> (@Sendable () -> Void)? in
      guard let entry = state.channels.removeValue(forKey: ObjectIdentifier(channel)) else { return nil }
      let rest = state.perUser[entry.uid, default: 1] - 1
      state.perUser[entry.uid] = rest > 0 ? rest : nil
      guard state.channels.isEmpty else { return nil }
      defer { state.whenEmpty = nil }
      return state.whenEmpty
    }
    whenEmpty?()
  }

  /// Admits nobody any more.
  func refuseNew() {
    state.withLockedValue { $0.isStopping = true }
  }

  /// Says when the last connection has gone; at once if there is none.
  func whenEmpty(_ body: @escaping @Sendable () -> Void) {
    let isEmpty = state.withLockedValue { state in
      if !state.channels.isEmpty { state.whenEmpty = body }
      return state.channels.isEmpty
    }
    if isEmpty { body() }
  }
}

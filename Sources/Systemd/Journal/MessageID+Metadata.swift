package import Logging

extension MessageID {
  /// The metadata key under which a log statement carries its kind.
  package static let metadataKey = "messageID"
}

extension Logger.Metadata {
  /// Sets the kind of the event: `logger.info("serving", metadata: .event(.started, ["version": "1.0"]))`.
  package static func event(_ id: MessageID, _ others: Logger.Metadata = [:]) -> Logger.Metadata {
    var metadata = others
    metadata[MessageID.metadataKey] = .string(id.text)
    return metadata
  }
}

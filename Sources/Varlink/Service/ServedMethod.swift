public import JSON

/// A method with its handler, its types forgotten: what a service looks up by name.
public struct ServedMethod: Sendable {
  /// How a call is answered. The bytes are the parameters of a reply: compact JSON, empty for an empty object.
  public enum Answer: Sendable {
    case immediate(@Sendable (JSONObject, CallContext) throws(VarlinkError) -> [UInt8])
    case later(@Sendable (JSONObject, CallContext, any ReplySink) async throws(VarlinkError) -> [UInt8])
    /// At once when the first gives an answer, else later. An answer with a gate leaves when that is open.
    case promptly(
      @Sendable (JSONObject, CallContext) throws(VarlinkError) -> (bytes: [UInt8], gate: ReplyGate?)?,
      orLater: @Sendable (JSONObject, CallContext, any ReplySink) async throws(VarlinkError) -> [UInt8])
  }

  /// The full name of the method.
  public let name: String
  /// Whether a call without `more` is refused: a subscription, which goes on as long as the caller listens.
  public let requiresMore: Bool
  /// How a call is answered.
  public let answer: Answer

  /// Makes a method that is served by hand, for services that know their methods only when they run.
  public init(name: String, requiresMore: Bool = false, answer: Answer) {
    self.name = name
    self.requiresMore = requiresMore
    self.answer = answer
  }

  static func decode<Input: VarlinkStructure>(_ parameters: JSONObject) throws(VarlinkError) -> Input {
    do throws(VarlinkReadFault) {
      return try Input(object: parameters, mode: .strict)
    } catch {
      throw .invalidParameter(error.parameter)
    }
  }

  static func encode(_ output: some VarlinkStructure) -> [UInt8] {
    var writer = JSONWriter()
    output.write(to: &writer)
    // An empty structure is sent as no parameters at all.
    return writer.bytes.count == 2 ? [] : writer.bytes
  }
}

import BankumClient
import BankumWords
import JSON

/// What went wrong, as the user is told: a sentence, what to do next, and the exit status.
struct Complaint: Error, Sendable, Equatable {
  /// What is wrong.
  var message: Message
  /// The details, one a line.
  var details: [Message]
  /// What to do next.
  var hint: Message?
  /// The exit status.
  var status: ExitStatus
  /// The error of the service, whole, for programs.
  var object: JSONObject?

  init(
    _ message: Message, details: [Message] = [], hint: Message? = nil, status: ExitStatus, object: JSONObject? = nil
  ) {
    self.message = message
    self.details = details
    self.hint = hint
    self.status = status
    self.object = object
  }

  /// Wrong usage.
  init(usage message: Message, hint: Message? = nil) {
    self.init(message, hint: hint, status: .usage)
  }
}

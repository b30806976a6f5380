import BankumAPI
import BankumClient
import BankumWords
import JSON
import Varlink

/// Days as the command line writes them: `2026-11-24`, `2026-11-23..2026-11-27`, or `2026-11-23..` without an end.
struct DaysArgument {
  let from: String
  /// Nil: without an end.
  let to: String?

  init(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty else {
      from = text
      to = text
      return
    }
    from = String(parts[0])
    to = parts[2].isEmpty ? nil : String(parts[2])
  }
}

extension Invocation {
  /// The id of whom an INMATE argument means. A number is asked about first: if several people have it, they are listed
  /// and nothing is done.
  func inmate(_ text: String) throws(Complaint) -> String {
    if text.lowercased().hasPrefix("in-") { return text }
    let reply = try call(
      RegistryInterface.FindInmates.self,
      RegistryInterface.FindInmates.Input(text: text, language: language.rawValue))
    let found = reply.value.inmates
    guard found.count > 1 else { return found.first?.id ?? text }
    throw Complaint(
      .usageSeveralPeople(text: text),
      details: found.map {
        .usagePerson(id: $0.id, name: $0.name, number: $0.number ?? "", place: $0.block ?? "")
      }, status: .usage)
  }

  /// The same for an argument that may be left out.
  func inmate(option text: String?) throws(Complaint) -> String? {
    guard let text else { return nil }
    return try inmate(text)
  }

  /// The words of an option that takes several: `--needs interpreter,illness`. Nothing behind the option means none.
  func words(_ option: String) -> [String]? {
    options[option].map { text in
      text.split(separator: ",").map { word in
        String(word.drop { $0 == " " })
      }
    }
  }

  /// A number of an option.
  func number(_ option: String) -> Int? { options[option].flatMap { Int($0) } }

  /// Changes the register and says what came of it: what was done, what is odd about it, which meetings stand against
  /// it.
  func change<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input, _ change: (Method.Output) -> RegisterChange,
    _ sentence: (String) -> Message
  ) throws(Complaint) -> ExitStatus {
    let reply = try write(method, input)
    if output.isJSON {
      output.json(reply.json)
      return .done
    }
    let done = change(reply.value)
    say(sentence(done.id ?? ""))
    for warning in done.warnings { say(.registerWarning(text: warning.text)) }
    if !done.meetings.isEmpty {
      say(.registerMeetings(meetings: done.meetings.count, ids: done.meetings))
    }
    return .done
  }
}

extension Invocation {
  /// The value of an option that the verb cannot do without.
  func needed(_ option: String) throws(Complaint) -> String {
    guard let value = options[option] else {
      throw Complaint(usage: .usageMissingArgument(name: option, verb: verb.name))
    }
    return value
  }
}

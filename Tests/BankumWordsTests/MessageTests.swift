import Testing

@testable import BankumWords

struct MessageTests {
  @Test func `a generated message knows its id, its values and both texts`() {
    let message = Message.errorPermissionDenied(method: "org.bankum.Service.Reload")
    #expect(message.id == "error.permissionDenied")
    #expect(message.values == [.text("org.bankum.Service.Reload")])
    #expect(message.text(in: .english) == "You have no right to call org.bankum.Service.Reload.")
    #expect(message.text(in: .indonesian) == "Anda tidak berhak memanggil org.bankum.Service.Reload.")
  }

  @Test(arguments: [
    (0, "0 open requests"), (1, "1 open request"), (2, "2 open requests"), (11, "11 open requests"),
    (-1, "-1 open request"), (1001, "1,001 open requests"),
  ])
  func `the number chooses the English form`(requests: Int, english: String) {
    #expect(Message.statusCounts(requests: requests).text(in: .english) == english)
  }

  @Test func `a number that names something is not grouped`() {
    #expect(Message.whoamiUserUnknown(uid: 65534).text(in: .indonesian) == "uid 65534")
  }

  @Test func `a message inside a message speaks the same language`() {
    let message = Message.errorNotFound(kind: .kindRequest, id: "rq-7K3M9QX2")
    #expect(message.text(in: .english) == "There is no request rq-7K3M9QX2.")
    #expect(message.text(in: .indonesian) == "Tidak ada permohonan rq-7K3M9QX2.")
  }

  @Test func `values are shown as they are, even if they look like gaps`() {
    #expect(Message.errorUnknown(name: "{0} \\{ |").text(in: .english).hasSuffix("does not know: {0} \\{ |."))
  }

  @Test func `on a terminal, values cannot act and the catalogue's own lines stay`() {
    let message = Message.errorNotFound(kind: .kindInmate, id: "x\u{1B}[2J\u{202E}\n")
    #expect(message.terminalText(in: .english) == "There is no inmate x\\u{1B}[2J\\u{202E}\\u{A}.")
    #expect(Message.clientSocketMissingHint.terminalText(in: .english).contains("\n"))
    let keys = Message.reloadNeedsRestart(keys: ["\u{7}"])
    #expect(keys.terminalText(in: .english).hasSuffix("\\u{7}"))
  }

  @Test func `messages are equal if they say the same`() {
    #expect(Message.stateReady == .stateReady)
    #expect(Message.stateReady != .stateStopping)
    #expect(Message.statusCounts(requests: 1) != .statusCounts(requests: 2))
  }

  @Test func `names of roles, states and verbs are found by id, messages with values are not`() {
    #expect(Message.named("role.ops") == .roleOps)
    #expect(Message.named("status.counts") == nil)
    #expect(Message.named("role.king") == nil)
  }
}

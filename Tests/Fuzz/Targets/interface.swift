import Varlink

/// Any text: the parser of interface definitions never traps; what it takes, the printer prints so that it reads back
/// as the same interface, and prints the same a second time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInterface(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(InterfaceError) {
    let interface = try InterfaceParser.parse(text)
    _ = interface.portabilityProblems
    let printed = interface.description
    guard let again = try? InterfaceParser.parse(printed) else {
      preconditionFailure("what the printer printed does not read back")
    }
    precondition(again == interface, "what the printer printed reads back as something else")
    precondition(again.description == printed, "the same interface is printed in two ways")
  } catch {
    precondition(error.line >= 1 && error.column >= 1 && !error.message.isEmpty, "a fault without a place")
  }
  return 0
}

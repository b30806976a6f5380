import Varlink

/// Any text: an address that is taken fits into the kernel's, and its full form is the same address.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAddress(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(VarlinkAddress.Fault) {
    let address = try VarlinkAddress(text)
    precondition((1...VarlinkAddress.longestPath).contains(address.path.utf8.count), "a path that does not fit")
    precondition(!address.path.utf8.contains(0), "a NUL in a path")
    guard let again = try? VarlinkAddress(address.description) else {
      preconditionFailure("the full form is no address")
    }
    precondition(again == address, "the full form is another address")
  } catch {
    precondition(error.text == text)
  }
  return 0
}

import JSON
import Varlink

/// A stream of bytes, cut at random: the same messages come out however it was cut, and calls and replies that are
/// taken are written so that they read back as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let stream = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let whole = split(stream, chunk: stream.count, limit: 512)
  let cut = split(stream, chunk: Int(start[0] % 16) + 1, limit: 512)
  precondition(whole == cut, "the cut shows")
  for message in whole {
    do throws(VarlinkProtocolFault) {
      let call = try VarlinkCall(message: message)
      guard let again = try? VarlinkCall(message: call.frame.dropLast()) else {
        preconditionFailure("a call that was written is not taken")
      }
      precondition(again == call && call.frame.last == 0, "a call changed")
    } catch {
      precondition(!error.code.isEmpty)
    }
    do throws(VarlinkProtocolFault) {
      let reply = try VarlinkReply(message: message)
      guard let again = try? VarlinkReply(message: reply.frame.dropLast()) else {
        preconditionFailure("a reply that was written is not taken")
      }
      precondition(again == reply && reply.frame.last == 0, "a reply changed")
    } catch {
      precondition(!error.code.isEmpty)
    }
  }
  return 0
}

/// The messages up to the first one that is too long, which must be seen at the latest when it ends.
private func split(_ stream: [UInt8], chunk: Int, limit: Int) -> [[UInt8]] {
  var splitter = FrameSplitter(limit: limit)
  var messages: [[UInt8]] = []
  var rest = stream[...]
  while !rest.isEmpty {
    splitter.append(Array(rest.prefix(chunk)))
    rest = rest.dropFirst(chunk)
    do throws(VarlinkProtocolFault) {
      while let message = try splitter.next() { messages.append(Array(message)) }
    } catch {
      return messages
    }
    precondition(splitter.pendingBytes <= limit, "an unfinished message grew over the limit")
  }
  return messages
}

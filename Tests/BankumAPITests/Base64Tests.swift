import BankumAPI
import Foundation
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test("writes and reads as Foundation does, bytes of every length")
  func agrees() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = Base64.text(of: bytes)
      #expect(text == Data(bytes).base64EncodedString())
      #expect(Base64.bytes(of: text) == bytes)
    }
  }

  @Test(
    "refuses what is not whole, has other letters, or bits behind the end",
    arguments: ["A", "AA", "AAA", "A===", "AA=A", "====", "AB==", "AAB=", "AA A", "AA-_", "QQ==QQ=="])
  func refuses(text: String) {
    #expect(Base64.bytes(of: text) == nil)
  }
}

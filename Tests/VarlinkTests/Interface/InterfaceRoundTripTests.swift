import SeededNumbers
import Testing
import Varlink

@Suite("Interface definitions, printed and read")
struct InterfaceRoundTripTests {
  @Test("parse(print(x)) is x, comments and all, for five thousand random interfaces")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let interface = VarlinkInterface.random(&random)
      #expect(try InterfaceParser.parse(interface.description) == interface)
    }
  }

  @Test("a text with any character changed, dropped or doubled is read or refused at a place that is in it")
  func mutations() {
    var random = SeededGenerator(seed: 2)
    let alphabet = Array("aZ09_-.>()[]:,?# \t\n\r\u{0}é😀")
    for _ in 0..<5_000 {
      var text = Array(VarlinkInterface.random(&random).description)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: text.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text[index] = alphabet.randomElement(using: &random) ?? "a"
        case 1: text.remove(at: index)
        default: text.insert(text[index], at: index)
        }
      }
      do throws(InterfaceError) {
        let interface = try InterfaceParser.parse(String(text))
        #expect(try InterfaceParser.parse(interface.description) == interface)
      } catch {
        let lines = String(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        #expect((1...lines.count).contains(error.line))
        #expect((1...lines[error.line - 1].count + 1).contains(error.column))
      }
    }
  }

  @Test("a declaration that fits is one line; one with comments has a line a field")
  func layout() throws {
    let text = """
      # A lamp.
      interface org.example.lamp

      type State (on, off)

      # Says how it is.
      method Get() -> (
        # Or broken.
        state: State,
        watts: ?float
      )

      error Broken(since: string)

      """
    #expect(try InterfaceParser.parse(text).description == text)
    let wide = "method Wide(\((1...12).map { "a_long_name\($0): int" }.joined(separator: ", "))) -> (a: int)"
    let lines = try InterfaceParser.parse("interface a.b\n\n\(wide)\n").description.split(separator: "\n")
    #expect(lines.count == 15)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test("of a comment with carriage returns at its end keeps none of them")
  func carriageReturns() throws {
    let interface = try InterfaceParser.parse("# a\r\r\r\ninterface a.b\r\n")
    #expect(interface.documentation == ["a"])
    #expect(try InterfaceParser.parse(interface.description) == interface)
  }
}

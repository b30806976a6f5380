import Testing

@testable import SeedGenerator

@Suite("Options of the generator")
struct OptionsTests {
  @Test("The command line is read")
  func read() {
    let options = Options(["--seed", "9", "out", "--inmates", "500", "--dirt", "0", "--name", "Rutan X"])
    #expect(options?.seed == 9 && options?.inmates == 500 && options?.dirt == 0)
    #expect(options?.name == "Rutan X" && options?.directory == "out")
    #expect(options?.scaled(900) == 137)
  }

  @Test(
    "What makes no sense is refused",
    arguments: [
      [], ["--seed", "1"], ["out", "again"], ["--seed", "x", "out"], ["--inmates", "49", "out"],
      ["--dirt", "101", "out"],
      ["--seed"], ["--what", "1", "out"], ["--name", "", "out"],
    ])
  func refused(arguments: [String]) {
    #expect(Options(arguments) == nil)
  }
}

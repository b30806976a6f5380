import BankumModel
import BankumStore
import Glibc
import JSON

/// A program that writes to a register and says what was acknowledged, so that others can kill it, fill its disk or
/// fail its calls, and then look.
///
/// `store-torture write FOLDER COUNT`: writes without end, or COUNT times; a line `ack N` for each.
/// `store-torture check FOLDER N`: whether everything up to N is there, whole and unbroken.
/// `store-torture read FOLDER CALLERS`: reads without end, by so many at a time; a line `read NAME` for each answer.
/// `store-torture answered FOLDER 0`: whether the reads of standard input are all in the audit log.
/// `store-torture history FOLDER COUNT`: so many held meetings of the past in a register that holds a house.
/// `store-torture migrate FOLDER POINTS`: kills so many starts on a register of an earlier version, left as it is in
/// FOLDER, at points spread over its migration; whether each next start goes on. `open FOLDER STEP` is such a start.
/// `store-torture measure FOLDER PEOPLE`: how long an import, a snapshot and a docket take.
@main
struct StoreTorture {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let number = Int(arguments[3]) else {
      say("usage: store-torture write|check|read|answered|measure|history|migrate|open FOLDER NUMBER")
      exit(64)
    }
    do {
      switch arguments[1] {
      case "write": try await Writing(folder: arguments[2]).run(count: number)
      case "check": try await Checking(folder: arguments[2]).run(acknowledged: number)
      case "read": try await Answering(folder: arguments[2]).run(callers: number)
      case "answered": try await Answering(folder: arguments[2]).check()
      case "history": try await History(folder: arguments[2]).run(meetings: number)
      case "migrate": try await Migrating(folder: arguments[2]).run(points: number)
      case "open": try await Migrating(folder: arguments[2]).open(step: number)
      case "measure": try await Measuring(folder: arguments[2]).run(people: number)
      default: exit(64)
      }
    } catch let error as StoreError {
      say("error \(error.code.code) \(error.detail)")
      exit(1)
    } catch {
      say("error \(error)")
      exit(70)
    }
  }

  /// A line to standard output in one call of the system: a killed program leaves no half of it.
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }

  static func open(_ folder: String, migrating: @escaping (String) throws -> Void = { _ in }) throws -> Register {
    let clock = HouseClock(source: .set, zone: .westernIndonesia) { Instant(milliseconds: 1_795_000_000_000) }
    return try Register.open(in: folder, keys: try KeyRing.own(in: folder), clock: clock, migrating: migrating)
  }

  /// Somebody whose every field follows from a number.
  static func inmate(_ number: Int) -> Inmate {
    let entered = CivilDate(dayNumber: 20_000 + number % 700)
    let books: [RegisterBook] = [.investigation, .prosecution, .trial, .longSentence]
    let entries = (0...(number % 3)).compactMap { stage in
      RegisterNumber(book: books[stage], serial: number * 4 + stage + 1, year: 2025 + stage % 2).map {
        RegisterEntry(number: $0, days: OpenDateRange(entered.adding(days: 20 * stage)))
      }
    }
    return Inmate(
      id: Inmate.ID(bits: UInt64(number)), name: "ORANG KE \(number) BIN SESEORANG",
      aliases: number % 4 == 0 ? ["SI \(number)"] : [], registerEntries: entries,
      birthDate: entered.adding(days: -9000 - number % 5000), residence: number % 3 == 0 ? .unknown : .medan,
      enteredOn: entered)
  }
}

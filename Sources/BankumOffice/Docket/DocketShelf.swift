import BankumModel
import BankumStore
import Synchronization

/// Where the board stands for all who look at it.
final class DocketShelf: Sendable {
  private let board = Mutex<DocketBoard?>(nil)

  /// The board if it is true of the register as it is now.
  func current(_ register: Register, today: CivilDate) -> DocketBoard? {
    board.withLock { board in
      guard let found = board, found.today == today else { return nil }
      let sequence = register.sequence
      guard found.sequence != sequence else { return found }
      guard let changes = register.changes(after: found.sequence, through: sequence),
        DocketBoard.isUntouched(by: changes)
      else { return nil }
      board?.stands(at: sequence)
      return board
    }
  }

  /// The board as of a reading, which is the newest for others to find.
  func renewed(_ reading: Reading, _ register: Register, today: CivilDate) throws -> DocketBoard {
    let known = board.withLock { $0 }
    let sequence = try reading.sequence()
    let fresh: DocketBoard
    if let known, known.sequence <= sequence {
      fresh = try known.renewed(
        reading, today: today, register.changes(after: known.sequence, through: sequence))
    } else {
      fresh = try DocketBoard(reading, today: today)
    }
    board.withLock { board in
      if let newer = board, newer.today == today, newer.sequence > fresh.sequence { return }
      board = fresh
    }
    return fresh
  }
}

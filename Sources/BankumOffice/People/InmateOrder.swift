import BankumModel
import BankumStore
import Synchronization

/// The people of the register in the order of their names, kept between writes: a page of a list opens nobody else.
final class InmateOrder: Sendable {
  /// What a list without a search needs of somebody.
  struct Line: Sendable {
    fileprivate let key: String
    let id: Inmate.ID
    let block: Block.ID?
    let presence: Presence

    fileprivate init(_ inmate: Inmate) {
      key = NameKey(inmate.name).text
      (id, block, presence) = (inmate.id, inmate.block, inmate.presence)
    }

    fileprivate func isBefore(_ other: Line) -> Bool {
      key == other.key ? id.text < other.id.text : key < other.key
    }
  }

  private let kept = Mutex<(sequence: Int64, lines: [Line])?>(nil)

  /// Everybody, by name; those whom writes were about since the last time are read again.
  func lines(_ reading: Reading, _ register: Register) throws -> [Line] {
    let sequence = try reading.sequence()
    let known = kept.withLock { $0 }
    let lines: [Line]
    if let known, known.sequence == sequence {
      return known.lines
    } else if let known, known.sequence < sequence,
      let changes = register.changes(after: known.sequence, through: sequence), !changes.isAboutMany,
      !changes.touch(ImportBatch.self)
    {
      lines = changes.touch(Inmate.self) ? try renewed(known.lines, changes.inmates, reading) : known.lines
    } else {
      lines = try reading.all(Inmate.self).map(Line.init).sorted { $0.isBefore($1) }
    }
    kept.withLock { kept in
      if let newer = kept, newer.sequence > sequence { return }
      kept = (sequence, lines)
    }
    return lines
  }

  /// Gives it back; whether there was something.
  func release() -> Bool {
    kept.withLock { kept in
      defer { kept = nil }
      return kept != nil
    }
  }

  private func renewed(_ lines: [Line], _ changed: Set<Inmate.ID>, _ reading: Reading) throws -> [Line] {
    let fresh = try changed.compactMap { try reading.find($0).map(Line.init) }
    return (lines.filter { !changed.contains($0.id) } + fresh).sorted { $0.isBefore($1) }
  }
}

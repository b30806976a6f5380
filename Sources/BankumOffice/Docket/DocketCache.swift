import BankumModel
import BankumStore
import Synchronization

/// Where the read model stands for all who look at it.
final class DocketCache: Sendable {
  private let model = Mutex<DocketReadModel?>(nil)

  /// The model if it is true of the register as it is now.
  func current(_ register: Register, today: CivilDate) -> DocketReadModel? {
    model.withLock { model in
      guard let found = model, found.today == today else { return nil }
      let sequence = register.sequence
      guard found.sequence != sequence else { return found }
      guard let changes = register.changes(after: found.sequence, through: sequence),
        DocketReadModel.isUntouched(by: changes)
      else { return nil }
      model?.stands(at: sequence)
      return model
    }
  }

  /// The model as of a reading, which is the newest for others to find.
  func renewed(_ reading: Reading, _ register: Register, today: CivilDate) throws -> DocketReadModel {
    let known = model.withLock { $0 }
    let sequence = try reading.sequence()
    let fresh: DocketReadModel
    if let known, known.sequence <= sequence {
      fresh = try known.renewed(
        reading, today: today, register.changes(after: known.sequence, through: sequence))
    } else {
      fresh = try DocketReadModel(reading, today: today)
    }
    model.withLock { model in
      if let newer = model, newer.today == today, newer.sequence > fresh.sequence { return }
      model = fresh
    }
    return fresh
  }
}

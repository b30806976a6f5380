/// The stage of a criminal case that a detention serves, in order. Codes are those of the register books.
package enum DetentionStage: String, Coded, Comparable {
  /// *Penyidikan*: detained by the investigator.
  case investigation = "A.I"
  /// *Penuntutan*: detained by the public prosecutor.
  case prosecution = "A.II"
  /// *Sidang PN*: detained by the district court.
  case trial = "A.III"
  /// *Banding*: detained by the high court.
  case appeal = "A.IV"
  /// *Kasasi*: detained by the supreme court.
  case cassation = "A.V"

  /// 1 to 5.
  package var order: Int {
    switch self {
    case .investigation: 1
    case .prosecution: 2
    case .trial: 3
    case .appeal: 4
    case .cassation: 5
    }
  }

  /// The earlier stage comes first.
  package static func < (left: DetentionStage, right: DetentionStage) -> Bool { left.order < right.order }
}

import BankumModel
import BankumStore
import Synchronization

/// What was made of pages of one read model, for whoever asks the same again before the register or the clock goes on.
final class DocketAnswers: Sendable {
  /// What a page depends on besides the read model.
  struct Question: Hashable {
    let question: DocketQuestion
    let reach: Scope.Reach
    let at: CivilTime
  }

  /// What is kept of a page.
  struct Answer {
    /// The page as it goes over the wire.
    let bytes: [UInt8]
    /// Everybody on it.
    let people: AuditTargets
  }

  /// More are not kept: a day's askers are fewer, and what is kept costs memory.
  private static let most = 64
  private let answers = Mutex<[Question: Answer]>([:])

  subscript(question: Question) -> Answer? { answers.withLock { $0[question] } }

  func keep(_ answer: Answer, for question: Question) {
    answers.withLock { answers in
      if answers.count >= Self.most { answers.removeAll(keepingCapacity: true) }
      answers[question] = answer
    }
  }
}

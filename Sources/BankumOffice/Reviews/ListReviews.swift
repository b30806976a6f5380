import BankumExchange
package import BankumModel
import BankumStore

/// Somebody as a review shows him.
package struct ReviewPerson: Sendable, Equatable {
  /// Who.
  package let inmate: Inmate
  /// The name of his block.
  package let block: String?
}

/// Something that the registrar has to look at, or has.
package struct Review: Sendable, Equatable {
  /// The id.
  package let id: Identifier<ReviewEntry>
  /// What it is about.
  package let kind: ReviewKind
  /// When it came up.
  package let madeAt: Instant
  /// The import that raised it.
  package let batch: Int64?
  /// Whom it is about; nil for a line that means nobody for certain.
  package let inmate: ReviewPerson?
  /// Whom a line may mean.
  package let candidates: [ReviewPerson]
  /// The name in the line.
  package let name: String?
  /// The register number in the line.
  package let number: String?
  /// The headings of the line.
  package let headers: [String]
  /// What the line says below each.
  package let fields: [String]
  /// What was decided; nil while nobody has.
  package let decision: ReviewDecision?
  /// Who decided.
  package let decidedBy: UInt32?
}

extension Office {
  /// What waits in the review, the oldest first, and how much that is; decided ones too if wanted.
  /// - Throws: `StoreError`.
  package func listReviews(
    _ kind: ReviewKind?, decided: Bool, atMost count: Int, _ scope: Scope, method: String
  ) async throws -> (reviews: [Review], total: Int) {
    try await register.read(as: scope.call(method)) { reading in
      var entries: [ReviewEntry] = decided ? try reading.all() : try reading.list(.open)
      if let kind { entries.removeAll { $0.kind != kind.code } }
      let reviews = try entries.prefix(count).map { try Self.review($0, reading) }
      return (reviews, entries.count)
    }
  }

  /// One of them.
  /// - Throws: `OfficeError.notFound`; `StoreError`.
  package func showReview(
    _ id: Identifier<ReviewEntry>, _ scope: Scope, method: String
  ) async throws -> Review {
    try await register.read(as: scope.call(method)) { reading in
      guard let entry = try reading.find(id) else { throw OfficeError.notFound("review", id.text) }
      return try Self.review(entry, reading)
    }
  }

  static func person(_ id: Inmate.ID, _ reading: Reading) throws(StoreError) -> ReviewPerson {
    let inmate = try reading.get(id)
    let block = try inmate.block.map { id throws(StoreError) in try reading.get(id).name }
    return ReviewPerson(inmate: inmate, block: block)
  }

  private static func review(_ entry: ReviewEntry, _ reading: Reading) throws -> Review {
    guard let kind = ReviewKind(rawValue: entry.kind) else {
      throw StoreError(.corrupted, "a review of an unknown kind")
    }
    reading.touch([entry.inmate].compactMap { $0 } + entry.candidates)
    let details = ReviewDetails(entry.details)
    return Review(
      id: entry.id, kind: kind, madeAt: entry.madeAt, batch: entry.batch,
      inmate: try entry.inmate.map { try person($0, reading) },
      candidates: try entry.candidates.map { try person($0, reading) },
      name: details.name, number: details.number, headers: details.row?.headers ?? [],
      fields: details.row?.fields ?? [], decision: entry.resolution.flatMap { ReviewDecision(rawValue: $0) },
      decidedBy: entry.resolvedBy)
  }
}

/// Who gives legal aid for a partner.
package enum AdvocateKind: String, Coded {
  /// Licensed: may represent in court and out of it.
  case advocate
  /// Certified (Permenkumham 3/2021): consultation and education only.
  case paralegal

  /// Whether such a person may give the service. Representation is for advocates alone (Permenkumham on legal aid,
  /// Art 4).
  package func mayServe(_ service: Service) -> Bool { self == .advocate || service != .assistance }
}

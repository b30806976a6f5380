/// What proves poverty. A missing proof delays the funding file, never the first visit.
package enum PovertyProof: String, Coded {
  /// *SKTM*, the letter of village or ward.
  case villageLetter
  /// A card or payment that stands in for it: Jamkesmas, BLT, raskin.
  case socialCard
  /// The substitute that the head of the house issues when the family cannot (Permenkumham 63/2016).
  case houseLetter
}

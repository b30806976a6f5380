/// The criminal procedure law that governs a case's detention.
package enum DetentionLaw: String, Coded {
  /// KUHAP of 1981, UU 8/1981: cases begun before 2 January 2026, to their end.
  case old
  /// KUHAP of 2025, UU 20/2025, in force since 2 January 2026.
  case new
  /// UU 11/2012 on juvenile criminal justice (SPPA), for persons under 18 in either.
  case child
}

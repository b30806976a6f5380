/// Why a mandate ended.
package enum MandateEnd: String, Coded {
  /// The matter is finished.
  case finished
  /// The inmate took it back.
  case revoked
  /// Counsel laid it down for a lawful reason.
  case withdrawn
  /// A conflict of interest: counsel must withdraw completely.
  case conflict
  /// Handed to another organisation, after transfer or release.
  case referred
  /// The inmate died.
  case deceased
}

/// The exit statuses of `bankumd`; the unit does not start it again after `configuration`.
enum DaemonExit {
  static let done: Int32 = 0
  /// A fault at start that may pass.
  static let fault: Int32 = 1
  /// The register is damaged: what `--check` found (EX_DATAERR).
  static let damaged: Int32 = 65
  /// Another daemon is there already (EX_TEMPFAIL).
  static let inUse: Int32 = 75
  /// The configuration, or how the service is set up, is wrong (EX_CONFIG).
  static let configuration: Int32 = 78
}

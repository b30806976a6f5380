import BankumModel

/// A wish or a limit of one request that a what-if question leaves out. The wall is none: it is never left out.
package enum Waiver: String, Coded {
  /// Counsel need not know the matter.
  case skill
  /// Counsel need not speak the language.
  case language
  /// Counsel of any sex.
  case sex
  /// Any partner instead of the chosen one.
  case wish
  /// Also after the end of the sentence, as if he stayed.
  case due
  /// Also at the cost of the certificate.
  case classHours
}

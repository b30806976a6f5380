/// Which of a stage's periods a detention order grants.
package enum DetentionGrant: String, Coded {
  /// The first order of a stage.
  case first
  /// Its ordinary extension, *perpanjangan*.
  case `extension`
  /// The first exceptional extension: severe disorder, or an offence threatened with nine years or more (Art 29 of
  /// 1981).
  case exceptionFirst
  /// The second exceptional extension.
  case exceptionSecond
}

/// The sex in somebody's papers.
package enum Sex: String, Coded {
  /// Male.
  case male
  /// Female.
  case female
}

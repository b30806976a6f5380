/// What binds, or bound, a partner to somebody.
package enum Tie: String, Coded {
  /// A power of attorney in force.
  case mandate
  /// It has accepted a request of his.
  case accepted
  /// It holds an offer of his that it has not answered.
  case offered
  /// It served him before: secrecy outlasts the mandate.
  case past
}

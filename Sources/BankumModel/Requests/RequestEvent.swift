/// What can happen to a request.
package enum RequestEvent: String, Coded {
  /// A placement is published that no partner has accepted, or the registrar hands it to a partner.
  case offer
  /// The partner found the application complete.
  case checkComplete
  /// The partner found something missing.
  case checkIncomplete
  /// What was missing has been handed in.
  case supply
  /// The partner accepts in writing.
  case accept
  /// The partner refuses in writing, with a reason; or lays down what it had accepted.
  case refuse
  /// The partner was silent too long.
  case lapse
  /// The offer or acceptance is taken back: the partner's credentials lapsed, or a better place with another was found.
  case retract
  /// A meeting of an accepted request is published.
  case schedule
  /// The meeting was cancelled, lost or not brought about; another is needed.
  case unschedule
  /// A meeting took place, and nothing more is needed.
  case fulfil
  /// A meeting took place, and another is needed.
  case followUp
  /// No partner is left that may serve him.
  case exhaust
  /// A partner may serve him again: a link, a new partner, an override.
  case reopen
  /// The inmate takes the request back.
  case withdraw
  /// The inmate refuses counsel, with minutes.
  case refuseCounsel
  /// The inmate is moved.
  case transfer
  /// The inmate is released.
  case release
  /// The inmate dies.
  case die
  /// The registrar corrects an end that was entered by mistake.
  case reinstate
  /// The registrar corrects attendance that was noted by mistake: whoever did not come has his request back.
  case unfulfil
}

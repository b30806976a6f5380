/// One value that an event carries. None of them is ever personal: ids of requests and sessions are random and say
/// nothing, ids, names and numbers of inmates have no field.
package enum EventField: String, Coded {
  /// The state that something is in now.
  case state
  /// How many problems a configuration has.
  case problems
  /// The id of a run.
  case run
  /// The requests that a run placed.
  case placed
  /// The open requests that a run could not place.
  case waiting
  /// The version of the schedule.
  case version
  /// The number of an import.
  case batch
  /// The kinds of records, a word each: what a file held, what a review is about, what was written.
  case content
  /// The number of the user who is concerned.
  case user
  /// The role that he has or had.
  case role
  /// The key of a rule.
  case rule
  /// A day.
  case date
  /// The id of a request.
  case request
  /// The id of a session.
  case session
  /// The id of an education event.
  case education
  /// The id of a review entry.
  case review
  /// What was decided.
  case decision
  /// The partner that holds the request or session.
  case partner
  /// The partner that held the request before this write and does not hold it now.
  case former
  /// How many.
  case count
  /// Offers whose time to answer has passed.
  case lapsed
  /// Sessions that nobody has reported in time.
  case unreported
  /// The number that a reader asked to go on from.
  case since
  /// The number from which events are kept.
  case next
  /// The user who wrote; in every committed event.
  case writer = "uid"
}

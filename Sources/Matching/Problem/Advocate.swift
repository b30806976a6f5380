/// One who serves: one session at a time, inside the ranges in which they come.
package struct Advocate: Sendable, Equatable {
  /// The partner they belong to.
  package var partner: Int
  /// Compared with a request's wish; 0 is none in particular.
  package var gender: Int
  /// Skills, 0 to 63.
  package var skills: [Int]
  /// Languages, 0 to 63.
  package var languages: [Int]
  /// When they come.
  package var available: [SlotRange]
  /// The most sessions in a day.
  package var dailyCap: Int
  /// The most sessions in a week.
  package var weeklyCap: Int

  /// Makes an advocate.
  package init(
    partner: Int, gender: Int = 0, skills: [Int] = [], languages: [Int] = [], available: [SlotRange],
    dailyCap: Int, weeklyCap: Int
  ) {
    self.partner = partner
    self.gender = gender
    self.skills = skills
    self.languages = languages
    self.available = available
    self.dailyCap = dailyCap
    self.weeklyCap = weeklyCap
  }
}

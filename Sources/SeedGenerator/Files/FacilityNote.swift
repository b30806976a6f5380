import BankumModel

/// The note beside the files: what they are, that they are invented, how to make them again.
struct FacilityNote {
  private let facility: Facility

  init(_ facility: Facility) {
    self.facility = facility
  }

  /// The note.
  var text: String {
    let options = facility.options
    let trainees = facility.people.count { person in
      person.training.contains { facility.programmes[$0].kind == .certified }
    }
    let over = facility.people.count { $0.number.book.isDetainee && ($0.expiresOn ?? facility.today) < facility.today }
    let joint = facility.matters.count { !$0.joint.isEmpty }
    let shared = facility.matters.count { $0.parties.count > 1 }
    let old = facility.people.count { $0.letters.first?.law == .old }
    let held = facility.people.count { !$0.letters.isEmpty }
    let linesOfCalendar = facility.calendar.count
    return """
      # \(options.name): a sample facility

      **Everybody and everything in these files is invented**: names are put together by chance from common parts,
      numbers are drawn, those of cases beyond any that the court has given in a year; organisations, rooms, blocks and
      hours do not exist.
      Only the holidays and what `../README.md` lists with a source is taken from the world.

      Made by `SeedGenerator --seed \(options.seed) --inmates \(options.inmates) --name "\(options.name)" --dirt \(options.dirt)`;
      the files belong to the morning of \(facility.today.text).

      | what | how many |
      |---|---|
      | inmates | \(facility.people.count) |
      | of them residents of the city | \(facility.people.count { $0.isResident }) |
      | detainees | \(facility.people.count { $0.number.book.isDetainee }) |
      | held past the day in the population file | \(over) |
      | detention letters | \(facility.people.reduce(0) { $0 + $1.letters.count }) |
      | detainees under the old code, the new code | \(old), \(held - old) |
      | cases; with more than one person; with a joint defence | \(facility.matters.count); \(shared); \(joint) |
      | hearings | \(facility.hearings.count) |
      | trainees in certified programmes | \(trainees) |
      | partners; their people; their hours | \(facility.partners.count); \(facility.counsel.count); \(facility.availability.count) |
      | rooms; blocks | \(facility.rooms.count); \(facility.blocks.count) |
      | powers of attorney | \(facility.mandates.count) |
      | pairs to keep apart | \(facility.keepApart.count) |
      | open requests | \(facility.wishes.count) |
      | past meetings | \(facility.meetings.count) |
      | lines of the calendar | \(linesOfCalendar) |

      The dirt is on purpose: dates in several forms, register numbers in several spellings, names in capitals with
      aliases, titles above the heading, columns that nobody needs. All of it can be read.

      """
  }
}

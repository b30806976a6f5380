package import BankumModel

/// One change to the facts that somebody asks about before it is made: "what if this advocate were ill?"
///
/// The list is closed. Nothing here touches the wall between adverse people, hearings or absences of inmates: those
/// are not the house's to change.
package enum WhatIf: Hashable, Sendable {
  /// `absent AD DAYS`: the advocate does not come on these days.
  case absent(Advocate.ID, DateRange)
  /// `come AD DATE HOURS`: the advocate comes in these hours too, whatever absence he had on the day.
  case come(Advocate.ID, CivilDate, MinuteRange)
  /// `cap AD DAILY WEEKLY`: the most meetings of an advocate.
  case cap(Advocate.ID, daily: Int, weekly: Int)
  /// `open room RO DATE HOURS`: the room is neither closed nor reserved in these hours.
  case openRoom(Room.ID, CivilDate, MinuteRange)
  /// `close room RO DAYS [HOURS]`: the room cannot be used.
  case closeRoom(Room.ID, DateRange, MinuteRange)
  /// `add room DATE HOURS`: one more confidential room without stairs.
  case addRoom(CivilDate, MinuteRange)
  /// `open house DATE HOURS`: visits in these hours too.
  case openHouse(CivilDate, MinuteRange)
  /// `close house DAYS`: no visits.
  case closeHouse(DateRange)
  /// `escort BL N`: the most inmates of a block who are out at once.
  case escort(Block.ID, Int)
  /// `quota PA N` or `quota PA none`: the most meetings of a partner in the period.
  case quota(Partner.ID, Int?)
  /// `waive RQ WAIVER`: a wish or a limit of a request is left out.
  case waive(Request.ID, Waiver)
  /// `permit RQ DATE`: the visit permit is granted from the day on.
  case permit(Request.ID, CivilDate)
  /// `mandate RQ AD`: the inmate gives the advocate a power of attorney.
  case mandate(Request.ID, Advocate.ID)
  /// `reserve RQ AD DATE TIME`: for one run the place of this advocate at this time is the request's.
  case reserve(Request.ID, Advocate.ID, CivilDate, MinuteOfDay)
  /// `leave IN`: the inmate is not here any more.
  case leave(Inmate.ID)
}

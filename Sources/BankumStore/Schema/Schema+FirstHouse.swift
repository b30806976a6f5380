private typealias Text = ColumnText

extension Schema {
  /// Version 1: the house, its partners, its calendar, its rules.
  static let firstHouse = """
    CREATE TABLE block (
      \(Text.id), name TEXT NOT NULL COLLATE NOCASE UNIQUE,
      \(Text.code("kind", "ordinary", "orientation", "isolation", "clinic", "workshop")),
      \(Text.number("escort_capacity", 0...1000)), \(Text.number("fetch_minutes", 0...240)), \(Text.body)) STRICT;

    CREATE TABLE partner (
      \(Text.id), short_name TEXT NOT NULL COLLATE NOCASE UNIQUE, name TEXT NOT NULL,
      \(Text.days("agreement_first", "agreement_last")), \(Text.code("accreditation_class", "a", "b", "c")),
      \(Text.days("accreditation_first", "accreditation_last")), \(Text.number("capacity", 0...100_000)),
      \(Text.number("share_per_mille", 0...1000)), quota INTEGER CHECK (quota BETWEEN 0 AND 100000),
      \(Text.body)) STRICT;

    CREATE TABLE advocate (
      \(Text.id), partner INTEGER NOT NULL REFERENCES partner (id), name TEXT NOT NULL,
      \(Text.code("kind", "advocate", "paralegal")), \(Text.code("sex", "male", "female")),
      \(Text.days("licence_first", "licence_last")), \(Text.days("employment_first", "employment_last")),
      \(Text.number("daily_cap", 1...50)), \(Text.number("weekly_cap", 1...200)), \(Text.body)) STRICT;
    CREATE INDEX advocate_by_partner ON advocate (partner);

    CREATE TABLE availability (
      \(Text.id), advocate INTEGER NOT NULL REFERENCES advocate (id), \(Text.optionalWeekday), \(Text.days()),
      \(Text.hours), \(Text.day("confirmed_on")), \(Text.body),
      CHECK (weekday IS NOT NULL OR last_day IS NOT NULL)) STRICT;
    CREATE INDEX availability_by_advocate ON availability (advocate);

    CREATE TABLE room (
      \(Text.id), name TEXT NOT NULL COLLATE NOCASE UNIQUE, \(Text.code("kind", "consultation", "hall")),
      \(Text.flag("is_confidential")), \(Text.flag("is_accessible")), \(Text.number("places", 1...1000)),
      \(Text.body)) STRICT;
    \(Text.link("room_reservation", to: "room", "partner INTEGER NOT NULL REFERENCES partner (id)"))
    CREATE TABLE training_programme (
      \(Text.id), name TEXT NOT NULL COLLATE NOCASE UNIQUE, \(Text.code("kind", "certified", "workshop")),
      \(Text.body)) STRICT;

    CREATE TABLE holiday_year (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9999), \(Text.body)) STRICT;
    CREATE TABLE holiday (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN -719162 AND 2932896),
      \(Text.code("kind", "publicHoliday", "collectiveLeave")), \(Text.flag("may_move")), name TEXT NOT NULL,
      \(Text.body)) STRICT;
    CREATE TABLE weekday_hours (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 7), hours TEXT NOT NULL, \(Text.body)) STRICT;
    CREATE TABLE calendar_decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT, \(Text.code("scope", "national", "house")), \(Text.day("first_day")),
      \(Text.day("last_day")), \(Text.body), CHECK (last_day >= first_day)) STRICT;

    CREATE TABLE rule (
      id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, \(Text.day("valid_from")),
      \(Text.flag("is_confirmed")), \(Text.body)) STRICT;
    CREATE INDEX rule_by_key ON rule (key, valid_from);

    CREATE TABLE role_grant (
      id INTEGER PRIMARY KEY AUTOINCREMENT, \(Text.number("uid", 0...4_294_967_293)),
      \(Text.code("role", "ops", "registrar", "runner", "advocate", "coordinator", "guard", "auditor", "officer")),
      partner INTEGER REFERENCES partner (id), advocate INTEGER REFERENCES advocate (id), \(Text.body),
      UNIQUE (uid, role), CHECK ((partner IS NOT NULL) = (role IN ('advocate', 'coordinator'))),
      CHECK ((advocate IS NOT NULL) = (role = 'advocate'))) STRICT;

    """
}

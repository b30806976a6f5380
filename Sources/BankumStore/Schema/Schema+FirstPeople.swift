private typealias Text = ColumnText

extension Schema {
  /// Version 1: people held here and what is about them. Every body here is sealed.
  static let firstPeople = """
    CREATE TABLE inmate (
      \(Text.id), block INTEGER REFERENCES block (id),
      \(Text.code("presence", "present", "missing", "transferred", "released", "deceased")), \(Text.body)) STRICT;
    CREATE INDEX inmate_by_block ON inmate (block);
    CREATE INDEX inmate_by_presence ON inmate (presence);
    \(Text.link("inmate_training", to: "inmate", "programme INTEGER NOT NULL REFERENCES training_programme (id)"))
    \(Text.link("inmate_key", to: "inmate", "blind BLOB NOT NULL CHECK (length(blind) = 16)"))
    CREATE INDEX inmate_by_key ON inmate_key (blind);

    CREATE TABLE case_file (\(Text.id), \(Text.body)) STRICT;
    \(Text.link("case_party", to: "case_file", "inmate INTEGER NOT NULL REFERENCES inmate (id)"))
    CREATE UNIQUE INDEX case_by_party ON case_party (inmate, owner);
    \(Text.link(
      "case_link", to: "case_file",
      "other INTEGER NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED, CHECK (other <> owner)"))
    \(Text.link("case_key", to: "case_file", "blind BLOB NOT NULL CHECK (length(blind) = 16)"))
    CREATE INDEX case_by_key ON case_key (blind);

    CREATE TABLE keep_apart (
      \(Text.id), one INTEGER NOT NULL REFERENCES inmate (id), other INTEGER NOT NULL REFERENCES inmate (id),
      \(Text.days()), \(Text.body), CHECK (one < other)) STRICT;

    CREATE TABLE mandate (
      \(Text.id), inmate INTEGER NOT NULL REFERENCES inmate (id), partner INTEGER NOT NULL REFERENCES partner (id),
      advocate INTEGER NOT NULL REFERENCES advocate (id), case_file INTEGER REFERENCES case_file (id),
      \(Text.days()), \(Text.body)) STRICT;
    CREATE INDEX mandate_by_inmate ON mandate (inmate);
    CREATE INDEX mandate_by_partner ON mandate (partner, last_day);

    CREATE TABLE hearing (
      \(Text.id), inmate INTEGER NOT NULL REFERENCES inmate (id), case_file INTEGER REFERENCES case_file (id),
      advocate INTEGER REFERENCES advocate (id), \(Text.day("day")),
      \(Text.code("status", "confirmed", "reported", "cancelled")), \(Text.body)) STRICT;
    CREATE INDEX hearing_by_day ON hearing (day);
    CREATE INDEX hearing_by_inmate ON hearing (inmate, day);

    CREATE TABLE detention_term (
      \(Text.id), inmate INTEGER NOT NULL REFERENCES inmate (id), case_file INTEGER REFERENCES case_file (id),
      \(Text.day("first_day")), \(Text.day("last_day")), \(Text.body), CHECK (last_day >= first_day)) STRICT;
    CREATE INDEX detention_term_by_inmate ON detention_term (inmate, last_day);

    CREATE TABLE absence (
      \(Text.id), inmate INTEGER NOT NULL REFERENCES inmate (id), \(Text.days()), \(Text.body)) STRICT;
    CREATE INDEX absence_by_inmate ON absence (inmate);

    CREATE TABLE reported_conflict (
      id INTEGER PRIMARY KEY AUTOINCREMENT, inmate INTEGER NOT NULL REFERENCES inmate (id),
      partner INTEGER NOT NULL REFERENCES partner (id), \(Text.body), UNIQUE (inmate, partner)) STRICT;
    CREATE TABLE conflict_override (
      id INTEGER PRIMARY KEY AUTOINCREMENT, inmate INTEGER NOT NULL REFERENCES inmate (id),
      partner INTEGER NOT NULL REFERENCES partner (id), \(Text.body), UNIQUE (inmate, partner)) STRICT;

    """
}

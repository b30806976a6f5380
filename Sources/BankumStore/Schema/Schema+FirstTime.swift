private typealias Text = ColumnText

extension Schema {
  /// Version 1: who and what is taken when, in steps of five minutes, written by triggers alone.
  ///
  /// The primary keys are what makes a double booking impossible. Layer 0 is what is published, layer 1 the draft: a
  /// draft may use the place of a meeting that it moves, and publishing brings both into layer 0 or nothing.
  /// An hour that does not begin on a step takes the whole step.
  static let firstTime = """
    CREATE TABLE step (number INTEGER PRIMARY KEY CHECK (number BETWEEN 0 AND 287)) STRICT;
    INSERT INTO step WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 287) SELECT i FROM n;
    \(timeTable("inmate"))
    \(timeTable("advocate"))
    \(timeTable("room"))
    CREATE TRIGGER session_takes_time AFTER INSERT ON session
    WHEN NEW.state IN ('draft', 'offered', 'confirmed') BEGIN \(sessionTakes) END;
    CREATE TRIGGER session_gives_time AFTER DELETE ON session
    WHEN OLD.state IN ('draft', 'offered', 'confirmed') BEGIN \(sessionGives) END;
    CREATE TRIGGER session_changes_time AFTER UPDATE ON session BEGIN
      \(sessionGives) \(sessionTakes)
    END;

    CREATE TRIGGER education_event_takes_time AFTER INSERT ON education_event BEGIN \(educationRoomTakes) END;
    CREATE TRIGGER education_event_gives_time AFTER DELETE ON education_event BEGIN \(educationRoomGives) END;
    CREATE TRIGGER education_event_changes_time AFTER UPDATE ON education_event BEGIN
      \(educationRoomGives) \(educationRoomTakes)
      \(people.map { educationGives($0, owner: "OLD.id") }.joined(separator: "\n"))
      \(people.map { educationTakes($0, link: "link.owner = NEW.id") }.joined(separator: "\n"))
    END;
    \(people.map(educationLinkTriggers).joined(separator: "\n"))

    CREATE TABLE contact (
      inmate INTEGER NOT NULL, partner INTEGER NOT NULL, advocate INTEGER NOT NULL, meetings INTEGER NOT NULL,
      last_day INTEGER NOT NULL, PRIMARY KEY (inmate, partner, advocate)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER session_made_contact AFTER INSERT ON session WHEN NEW.state IN ('held', 'cutShort')
    BEGIN \(contact("NEW")) END;
    CREATE TRIGGER session_lost_contact AFTER DELETE ON session WHEN OLD.state IN ('held', 'cutShort')
    BEGIN \(contact("OLD")) END;
    CREATE TRIGGER session_changed_contact AFTER UPDATE ON session
    WHEN OLD.state IN ('held', 'cutShort') OR NEW.state IN ('held', 'cutShort')
    BEGIN \(contact("OLD")) \(contact("NEW")) END;

    """

  private static func timeTable(_ subject: String) -> String {
    """
    CREATE TABLE \(subject)_time (
      layer INTEGER NOT NULL CHECK (layer IN (0, 1)), subject INTEGER NOT NULL, day INTEGER NOT NULL,
      step INTEGER NOT NULL, holder INTEGER NOT NULL, PRIMARY KEY (layer, subject, day, step)) STRICT, WITHOUT ROWID;
    """
  }

  private static let steps = "step.number >= NEW.start_minute / 5 AND step.number < (NEW.end_minute + 4) / 5"

  private static let sessionTakes = ["inmate", "advocate", "room"].map { subject in
    """
    INSERT INTO \(subject)_time (layer, subject, day, step, holder)
    SELECT NEW.state = 'draft', NEW.\(subject), NEW.day, step.number, NEW.id FROM step
    WHERE NEW.state IN ('draft', 'offered', 'confirmed') AND \(steps);
    """
  }.joined(separator: "\n")

  /// Only what this meeting holds: when two change places, the other one may have moved in already.
  private static let sessionGives = ["inmate", "advocate", "room"].map { subject in
    """
    DELETE FROM \(subject)_time WHERE layer = (OLD.state = 'draft') AND subject = OLD.\(subject) AND day = OLD.day
      AND holder = OLD.id;
    """
  }.joined(separator: "\n")

  /// The link tables of an education event: table and column.
  private static let people = [("education_advocate", "advocate"), ("education_participant", "inmate")]

  private static let educationRoomTakes = """
    INSERT INTO room_time (layer, subject, day, step, holder)
    SELECT 0, NEW.room, NEW.day, step.number, NEW.id FROM step
    WHERE NEW.state IN ('proposed', 'confirmed') AND \(steps);
    """

  private static let educationRoomGives =
    "DELETE FROM room_time WHERE layer = 0 AND subject = OLD.room AND day = OLD.day AND holder = OLD.id;"

  private static func educationTakes(_ people: (table: String, column: String), link: String) -> String {
    """
    INSERT INTO \(people.column)_time (layer, subject, day, step, holder)
    SELECT 0, link.\(people.column), event.day, step.number, event.id
    FROM \(people.table) AS link JOIN education_event AS event ON event.id = link.owner JOIN step
      ON step.number >= event.start_minute / 5 AND step.number < (event.end_minute + 4) / 5
    WHERE \(link) AND event.state IN ('proposed', 'confirmed');
    """
  }

  private static func educationGives(_ people: (table: String, column: String), owner: String) -> String {
    """
    DELETE FROM \(people.column)_time WHERE layer = 0 AND holder = \(owner)
      AND subject IN (SELECT \(people.column) FROM \(people.table) WHERE owner = \(owner));
    """
  }

  private static func educationLinkTriggers(_ people: (table: String, column: String)) -> String {
    """
    CREATE TRIGGER \(people.table)_takes_time AFTER INSERT ON \(people.table) BEGIN
      \(educationTakes(people, link: "link.owner = NEW.owner AND link.position = NEW.position"))
    END;
    CREATE TRIGGER \(people.table)_gives_time AFTER DELETE ON \(people.table) BEGIN
      DELETE FROM \(people.column)_time WHERE layer = 0 AND subject = OLD.\(people.column) AND holder = OLD.owner;
    END;
    CREATE TRIGGER \(people.table)_fixed BEFORE UPDATE ON \(people.table)
    BEGIN SELECT RAISE(ABORT, 'who takes part is written anew, not changed'); END;
    """
  }

  /// The sum is over the meetings of one inmate: the plus signs keep the database from going through all meetings of
  /// the advocate instead, of whom there are thousands after some years.
  private static func contact(_ row: String) -> String {
    """
    DELETE FROM contact WHERE inmate = \(row).inmate AND partner = \(row).partner AND advocate = \(row).advocate;
    INSERT INTO contact SELECT inmate, partner, advocate, count(*), max(day) FROM session
    WHERE inmate = \(row).inmate AND +partner = \(row).partner AND +advocate = \(row).advocate
      AND +state IN ('held', 'cutShort') GROUP BY inmate, partner, advocate;
    """
  }
}

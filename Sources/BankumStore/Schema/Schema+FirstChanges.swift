private typealias Text = ColumnText

extension Schema {
  /// Version 1: what became of published meetings, whoever did it, written by triggers alone: what a change slip says.
  ///
  /// A row with a session tells where it was before; a row without one marks the publishing of a version. Rows of one
  /// write have one sequence number, that of the write before.
  static let firstChanges = """
    CREATE TABLE session_change (
      id INTEGER PRIMARY KEY AUTOINCREMENT, sequence INTEGER NOT NULL, version INTEGER, session INTEGER,
      was_published INTEGER, day INTEGER, start_minute INTEGER, advocate INTEGER,
      CHECK ((version IS NULL) = (session IS NOT NULL))) STRICT;
    CREATE UNIQUE INDEX session_change_by_version ON session_change (version) WHERE version IS NOT NULL;
    CREATE INDEX session_change_by_session ON session_change (session) WHERE session IS NOT NULL;
    CREATE TRIGGER plan_published AFTER UPDATE ON plan WHEN OLD.state <> 'published' AND NEW.state = 'published' BEGIN
      INSERT INTO session_change (sequence, version) VALUES (\(sequence), NEW.version);
    END;
    CREATE TRIGGER plan_added AFTER INSERT ON plan WHEN NEW.state = 'published' BEGIN
      INSERT INTO session_change (sequence, version) VALUES (\(sequence), NEW.version);
    END;
    CREATE TRIGGER session_published AFTER INSERT ON session WHEN NEW.state IN ('offered', 'confirmed') BEGIN
      INSERT INTO session_change (sequence, session, was_published) VALUES (\(sequence), NEW.id, 0);
    END;
    CREATE TRIGGER session_changed AFTER UPDATE ON session
    WHEN (OLD.state = 'draft' AND NEW.state IN ('offered', 'confirmed')) OR (OLD.state IN ('offered', 'confirmed') AND
      (NEW.state = 'cancelled' OR OLD.day <> NEW.day OR OLD.start_minute <> NEW.start_minute OR
        OLD.end_minute <> NEW.end_minute OR OLD.advocate <> NEW.advocate OR OLD.room IS NOT NEW.room)) BEGIN
      INSERT INTO session_change (sequence, session, was_published, day, start_minute, advocate)
      VALUES (\(sequence), NEW.id, OLD.state <> 'draft', OLD.day, OLD.start_minute, OLD.advocate);
    END;

    """

  private static let sequence = "(SELECT sequence FROM register_state)"
}

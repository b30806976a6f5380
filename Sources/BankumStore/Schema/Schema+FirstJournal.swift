private typealias Text = ColumnText

extension Schema {
  /// Version 1: what happened: imports, reviews, notices, events, answered calls, the audit log.
  static let firstJournal = """
    CREATE TABLE import_batch (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, made_at INTEGER NOT NULL, undone_at INTEGER,
      \(Text.body)) STRICT;
    CREATE TABLE import_change (
      id INTEGER PRIMARY KEY AUTOINCREMENT, batch INTEGER NOT NULL REFERENCES import_batch (id), kind TEXT NOT NULL,
      subject INTEGER NOT NULL, \(Text.body)) STRICT;
    CREATE INDEX import_change_by_batch ON import_change (batch);
    CREATE INDEX import_change_by_subject ON import_change (subject);

    CREATE TABLE review_entry (
      \(Text.id), kind TEXT NOT NULL, \(Text.flag("is_open")), inmate INTEGER REFERENCES inmate (id),
      batch INTEGER REFERENCES import_batch (id), made_at INTEGER NOT NULL, \(Text.body)) STRICT;
    CREATE INDEX review_open ON review_entry (made_at) WHERE is_open = 1;
    CREATE INDEX review_by_inmate ON review_entry (inmate) WHERE inmate IS NOT NULL;
    \(Text.link("review_candidate", to: "review_entry", "inmate INTEGER NOT NULL REFERENCES inmate (id)"))

    CREATE TABLE notice (
      \(Text.id), partner INTEGER NOT NULL REFERENCES partner (id), advocate INTEGER REFERENCES advocate (id),
      session INTEGER REFERENCES session (id), request INTEGER REFERENCES request (id),
      education INTEGER REFERENCES education_event (id), \(Text.code("kind", "new", "moved", "cancelled")),
      plan_version INTEGER, made_at INTEGER NOT NULL, acknowledged_at INTEGER, \(Text.body),
      CHECK ((session IS NOT NULL) + (request IS NOT NULL) + (education IS NOT NULL) = 1)) STRICT;
    CREATE INDEX notice_open ON notice (partner, made_at) WHERE acknowledged_at IS NULL;
    CREATE INDEX notice_by_session ON notice (session) WHERE session IS NOT NULL;
    CREATE INDEX notice_by_request ON notice (request) WHERE request IS NOT NULL;
    CREATE INDEX notice_by_education ON notice (education) WHERE education IS NOT NULL;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY AUTOINCREMENT, sequence INTEGER NOT NULL, made_at INTEGER NOT NULL, kind TEXT NOT NULL,
      body TEXT NOT NULL) STRICT;

    CREATE TABLE answered_call (
      uid INTEGER NOT NULL, key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200), method TEXT NOT NULL,
      digest BLOB NOT NULL, reply TEXT NOT NULL, made_at INTEGER NOT NULL, PRIMARY KEY (uid, key))
      STRICT, WITHOUT ROWID;
    CREATE INDEX answered_call_by_time ON answered_call (made_at);

    CREATE TABLE audit (
      number INTEGER PRIMARY KEY CHECK (number >= 1), made_at INTEGER NOT NULL, uid INTEGER NOT NULL,
      role TEXT NOT NULL, method TEXT NOT NULL, targets TEXT NOT NULL,
      outcome TEXT NOT NULL, times INTEGER NOT NULL CHECK (times >= 1), sequence INTEGER NOT NULL,
      previous BLOB NOT NULL CHECK (length(previous) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT;
    CREATE TABLE audit_target (
      target TEXT NOT NULL, number INTEGER NOT NULL REFERENCES audit (number), PRIMARY KEY (target, number))
      STRICT, WITHOUT ROWID;
    CREATE INDEX audit_target_by_number ON audit_target (number);
    \(appendOnly("audit")) \(appendOnly("audit_target"))
    CREATE TABLE register_state (
      id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, audit_entries INTEGER NOT NULL,
      audit_hash BLOB NOT NULL, audit_key INTEGER NOT NULL, audit_signature BLOB NOT NULL) STRICT;

    """

  private static func appendOnly(_ table: String) -> String {
    ["UPDATE", "DELETE"].map { verb in
      """
      CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
      """
    }.joined(separator: "\n")
  }
}

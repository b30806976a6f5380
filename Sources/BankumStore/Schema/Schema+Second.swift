extension Schema {
  /// Version 2: every record says its form; what is not sealed is authenticated with the key, its number too where the
  /// register gave it; the state says what every table holds; the keys are known by check values.
  static let second = SchemaVersion(
    // The same tables and columns; form 1 is their first form that has a number.
    layouts: firstLayouts,
    steps: [
      .sql(
        """
        CREATE TABLE key_check (
          id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
          value BLOB NOT NULL CHECK (length(value) = 16)) STRICT;
        ALTER TABLE register_state ADD COLUMN tally BLOB;
        ALTER TABLE answered_call ADD COLUMN code BLOB;
        """),
      .code { migration throws(StoreError) in
        for layout in firstLayouts {
          try migration.eachStored(layout.name) { row throws(StoreError) in
            let (rowKey, columns) = (row.integer(0), (0..<layout.columns.count).map { row.field($0 + 1) })
            let body = try FirstForm.fields(
              of: row.bytes(layout.columns.count + 1), layout, rowKey: rowKey, columns: columns, ring: migration.ring)
            try migration.replace(layout.name, MigratedRow(rowKey: rowKey, columns: columns, body: body))
          }
        }
        try AnsweredCalls.authenticateAll(in: migration.database, ring: migration.ring)
      },
    ])

  /// How version 1 stores each kind.
  static let firstLayouts = [
    RowLayout("block", ["name", "kind", "escort_capacity", "fetch_minutes"]),
    RowLayout(
      "partner",
      [
        "short_name", "name", "agreement_first", "agreement_last", "accreditation_class", "accreditation_first",
        "accreditation_last", "capacity", "share_per_mille", "quota",
      ]),
    RowLayout(
      "advocate",
      [
        "partner", "name", "kind", "sex", "licence_first", "licence_last", "employment_first", "employment_last",
        "daily_cap", "weekly_cap",
      ]),
    RowLayout(
      "availability",
      ["advocate", "weekday", "first_day", "last_day", "start_minute", "end_minute", "confirmed_on"]),
    RowLayout("room", ["name", "kind", "is_confidential", "is_accessible", "places"]),
    RowLayout("training_programme", ["name", "kind"]),
    RowLayout("holiday_year", []),
    RowLayout("holiday", ["kind", "may_move", "name"]),
    RowLayout("weekday_hours", ["hours"]),
    RowLayout("calendar_decision", ["scope", "first_day", "last_day"]),
    RowLayout("rule", ["key", "valid_from", "is_confirmed"]),
    RowLayout("role_grant", ["uid", "role", "partner", "advocate"]),
    RowLayout("inmate", ["block", "presence"], isSealed: true),
    RowLayout("case_file", [], isSealed: true),
    RowLayout("keep_apart", ["one", "other", "first_day", "last_day"], isSealed: true),
    RowLayout(
      "mandate", ["inmate", "partner", "advocate", "case_file", "first_day", "last_day"], isSealed: true),
    RowLayout("hearing", ["inmate", "case_file", "advocate", "day", "status"], isSealed: true),
    RowLayout("detention_term", ["inmate", "case_file", "first_day", "last_day"], isSealed: true),
    RowLayout("absence", ["inmate", "first_day", "last_day"], isSealed: true),
    RowLayout("reported_conflict", ["inmate", "partner"], isSealed: true),
    RowLayout("conflict_override", ["inmate", "partner"], isSealed: true),
    RowLayout(
      "request", ["inmate", "service", "state", "submitted_on", "case_file", "wish_partner", "offer_partner"],
      isSealed: true),
    RowLayout(
      "session",
      [
        "request", "service", "inmate", "partner", "advocate", "room", "day", "start_minute", "end_minute",
        "call_minute", "state", "is_first_meeting", "mandate", "is_pinned", "origin",
      ]),
    RowLayout(
      "education_event", ["partner", "room", "day", "start_minute", "end_minute", "state"], isSealed: true),
    RowLayout("run", ["started_at", "base_sequence", "status"]),
    RowLayout("plan", ["state", "version", "run", "base_sequence"]),
    RowLayout("import_batch", ["kind", "made_at", "undone_at"]),
    RowLayout("import_change", ["batch", "kind", "subject"], isSealed: true),
    RowLayout("review_entry", ["kind", "is_open", "inmate", "batch", "made_at"], isSealed: true),
    RowLayout(
      "notice",
      [
        "partner", "advocate", "session", "request", "education", "kind", "plan_version", "made_at",
        "acknowledged_at",
      ]),
  ]
}

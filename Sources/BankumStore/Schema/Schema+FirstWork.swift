private typealias Text = ColumnText

extension Schema {
  /// Version 1: requests, meetings, runs and plans.
  static let firstWork = """
    CREATE TABLE request (
      \(Text.id), inmate INTEGER NOT NULL REFERENCES inmate (id),
      \(Text.code("service", "consultation", "assistance", "education")),
      \(Text.code(
        "state", "submitted", "incomplete", "offered", "accepted", "scheduled", "closed", "withdrawn", "transferred",
        "released", "deceased", "noEligiblePartner")),
      \(Text.day("submitted_on")), case_file INTEGER REFERENCES case_file (id),
      wish_partner INTEGER REFERENCES partner (id), offer_partner INTEGER REFERENCES partner (id), \(Text.body),
      CHECK ((offer_partner IS NOT NULL) = (state IN ('offered', 'incomplete', 'accepted', 'scheduled')))) STRICT;
    CREATE INDEX request_by_inmate ON request (inmate);
    CREATE INDEX request_by_state ON request (state, submitted_on);
    CREATE INDEX request_by_partner ON request (offer_partner, state) WHERE offer_partner IS NOT NULL;
    \(Text.link("request_exclusion", to: "request", "partner INTEGER NOT NULL REFERENCES partner (id)"))
    CREATE UNIQUE INDEX request_exclusion_once ON request_exclusion (owner, partner);

    CREATE TABLE session (
      \(Text.id), request INTEGER REFERENCES request (id), \(Text.code("service", "consultation", "assistance")),
      inmate INTEGER NOT NULL REFERENCES inmate (id), partner INTEGER NOT NULL REFERENCES partner (id),
      advocate INTEGER NOT NULL REFERENCES advocate (id), room INTEGER REFERENCES room (id), \(Text.day("day")),
      \(Text.hours), call_minute INTEGER NOT NULL CHECK (call_minute BETWEEN 0 AND start_minute),
      \(Text.code(
        "state", "draft", "offered", "confirmed", "held", "cutShort", "noShowAdvocate", "refusedByInmate",
        "notBrought", "cancelled", "unreported")),
      \(Text.flag("is_first_meeting")), mandate INTEGER REFERENCES mandate (id), \(Text.flag("is_pinned")),
      \(Text.code("origin", "planned", "walkIn", "urgent")), \(Text.body),
      CHECK (room IS NOT NULL OR origin <> 'planned'),
      CHECK (origin = 'planned' OR state NOT IN ('draft', 'offered', 'confirmed'))) STRICT;
    CREATE INDEX session_by_advocate ON session (advocate, day);
    CREATE INDEX session_by_partner ON session (partner, day);
    CREATE INDEX session_by_inmate ON session (inmate, day);
    CREATE INDEX session_by_day ON session (day);
    CREATE INDEX session_by_state ON session (state, day);
    CREATE INDEX session_by_request ON session (request) WHERE request IS NOT NULL;
    CREATE UNIQUE INDEX session_published_once ON session (request)
      WHERE request IS NOT NULL AND state IN ('offered', 'confirmed');
    CREATE UNIQUE INDEX session_drafted_once ON session (request) WHERE request IS NOT NULL AND state = 'draft';

    CREATE TABLE education_event (
      \(Text.id), partner INTEGER NOT NULL REFERENCES partner (id), room INTEGER NOT NULL REFERENCES room (id),
      \(Text.day("day")), \(Text.hours), \(Text.code("state", "proposed", "confirmed", "held", "cancelled")),
      \(Text.body)) STRICT;
    CREATE INDEX education_by_day ON education_event (day);
    \(Text.link("education_advocate", to: "education_event", "advocate INTEGER NOT NULL REFERENCES advocate (id)"))
    \(Text.link("education_participant", to: "education_event", "inmate INTEGER NOT NULL REFERENCES inmate (id)"))

    CREATE TABLE run (
      \(Text.id), started_at INTEGER NOT NULL, base_sequence INTEGER NOT NULL,
      \(Text.code("status", "optimal", "feasible", "failed")), \(Text.body)) STRICT;
    CREATE INDEX run_by_start ON run (started_at);
    CREATE TABLE run_attachment (
      owner INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, name TEXT NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (owner, name)) STRICT;

    CREATE TABLE plan (
      \(Text.id), \(Text.code("state", "draft", "published", "replaced", "discarded")),
      version INTEGER UNIQUE CHECK (version >= 1), run INTEGER REFERENCES run (id), base_sequence INTEGER NOT NULL,
      \(Text.body), CHECK ((version IS NOT NULL) = (state IN ('published', 'replaced')))) STRICT;
    CREATE UNIQUE INDEX plan_one_draft ON plan (state) WHERE state = 'draft';
    CREATE UNIQUE INDEX plan_one_published ON plan (state) WHERE state = 'published';
    \(Text.link(
      "plan_change", to: "plan",
      "session INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('add', 'move', 'cancel')), UNIQUE (owner, session)"))

    """
}

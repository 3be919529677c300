import GRDB

/// The projection: tables that are a fold of the journal, and can be dropped and folded again.
///
/// Integer keys are local to one file; ids are what records are known by. A row that stands only
/// because something refers to it, and whose own event has not arrived, has `known = 0` or no body.
enum ProjectionSchema {
  /// Raised with every change of the tables below, or of what their columns are made from.
  static let version = 6

  static func name(ofVersion version: Int) -> String {
    version == 1 ? "002-projection" : "projection-\(version)"
  }

  /// Children before parents, so that they can be emptied in this order. No version has given one up.
  static let tables = [
    "tally", "contribution", "measure", "mark", "completion", "sessionKey", "session", "link",
    "distinction", "learnerKey", "move", "nameToken", "learner", "caused", "import", "team",
    "target", "course", "programme", "actor", "setting", "population", "series", "succession",
    "unit", "erasure", "unlinking", "restoring", "exemption", "voiding",
  ]

  /// Which of them a version after the first has brought.
  static let added: [Int: Set<String>] = [
    3: [
      "caused", "distinction", "exemption", "import", "learnerKey", "link", "move", "sessionKey",
      "unlinking",
    ],
    4: ["erasure"],
  ]

  static func create(_ db: Database) throws {
    try createTables(db)
    try createIndexes(db)
  }

  /// What others have put under the names of its tables and indexes goes, too.
  static func drop(in db: Database) throws {
    for table in tables {
      let kind = try db.viewExists(table) ? "VIEW" : "TABLE"
      try db.execute(sql: "DROP \(kind) IF EXISTS \(table)")
    }
    for index in try indexes() { try db.execute(sql: "DROP INDEX IF EXISTS \(index)") }
  }

  private static func indexes() throws -> [String] {
    try DatabaseQueue().write { model in
      try create(model)
      return try String.fetchAll(
        model, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    }
  }

  /// Everything but the indexes of large tables, which are made at once when these are full.
  static func createTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE voiding (
          event BLOB PRIMARY KEY,
          target BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX voidingTarget ON voiding (target);

        -- Records of an import that a void of it leaves alone.
        CREATE TABLE exemption (
          void BLOB NOT NULL,
          record BLOB NOT NULL,
          PRIMARY KEY (void, record)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE restoring (
          event BLOB PRIMARY KEY,
          void BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX restoringVoid ON restoring (void);

        CREATE TABLE unlinking (
          event BLOB NOT NULL,
          link BLOB NOT NULL,
          PRIMARY KEY (event, link)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX unlinkingLink ON unlinking (link);

        -- What an erasure empties: records of people, and single events about others.
        CREATE TABLE erasure (
          target BLOB NOT NULL,
          event BLOB NOT NULL,
          PRIMARY KEY (target, event)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE import (
          key INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE,
          known INTEGER NOT NULL DEFAULT 0,
          void INTEGER NOT NULL DEFAULT 0,
          source TEXT,
          fileHash BLOB,
          created INTEGER,
          changed INTEGER,
          unchanged INTEGER,
          rejected INTEGER
        ) STRICT;

        -- The records of which an import wrote events.
        CREATE TABLE caused (
          import INTEGER NOT NULL REFERENCES import ON DELETE RESTRICT,
          record BLOB NOT NULL,
          PRIMARY KEY (import, record)
        ) STRICT, WITHOUT ROWID;

        -- Reference data is few and read whole: its body stays canonical JSON.
        CREATE TABLE unit (
          key INTEGER PRIMARY KEY CHECK (key > 0),
          id BLOB NOT NULL UNIQUE,
          body TEXT
        ) STRICT;

        CREATE TABLE succession (
          old BLOB NOT NULL,
          new BLOB NOT NULL,
          date INTEGER NOT NULL,
          weight INTEGER NOT NULL,
          PRIMARY KEY (old, new)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE series (
          id BLOB PRIMARY KEY,
          slug TEXT NOT NULL,
          body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE population (
          series BLOB NOT NULL,
          unit BLOB NOT NULL,
          -- '' where the publisher states none, for a key cannot be null.
          date TEXT NOT NULL,
          persons INTEGER CHECK (persons >= 0),
          quality TEXT NOT NULL,
          note TEXT,
          PRIMARY KEY (series, unit, date)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE setting (
          id BLOB PRIMARY KEY,
          key TEXT NOT NULL,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE actor (
          id BLOB PRIMARY KEY,
          name TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE programme (
          version INTEGER PRIMARY KEY,
          body TEXT NOT NULL
        ) STRICT;

        CREATE TABLE course (
          id BLOB PRIMARY KEY,
          slug TEXT NOT NULL,
          body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE target (
          id BLOB PRIMARY KEY,
          measure TEXT NOT NULL,
          unit BLOB NOT NULL,
          basisPoints INTEGER NOT NULL,
          deadline INTEGER NOT NULL,
          document TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE team (
          key INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE,
          known INTEGER NOT NULL DEFAULT 0,
          void INTEGER NOT NULL DEFAULT 0,
          unit INTEGER REFERENCES unit ON DELETE RESTRICT,
          name TEXT,
          since INTEGER,
          until INTEGER
        ) STRICT;

        CREATE TABLE learner (
          key INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE,
          known INTEGER NOT NULL DEFAULT 0,
          void INTEGER NOT NULL DEFAULT 0,
          erased INTEGER NOT NULL DEFAULT 0,
          -- A key of unit, 0 for unallocated, -1 for outside the city: where the person was registered,
          -- and where the last known spell has them.
          registeredIn INTEGER NOT NULL DEFAULT 0,
          residence INTEGER NOT NULL DEFAULT 0,
          registeredOn INTEGER,
          died INTEGER,
          sex TEXT,
          cohort INTEGER,
          consent TEXT,
          name TEXT,
          birthYear INTEGER,
          phone TEXT,
          hamlet TEXT,
          -- A number that namesakes of one birth year and sex share.
          likeness INTEGER
        ) STRICT;

        -- The folded words of a name; an ordinary table, so that an erased word leaves it for good.
        CREATE TABLE nameToken (
          token TEXT NOT NULL,
          -- 0 where it is not known.
          birthYear INTEGER NOT NULL,
          learner INTEGER NOT NULL REFERENCES learner ON DELETE CASCADE,
          PRIMARY KEY (token, birthYear, learner)
        ) STRICT, WITHOUT ROWID;

        -- Homes after the registration. Residence as in learner.
        CREATE TABLE move (
          learner INTEGER NOT NULL REFERENCES learner ON DELETE CASCADE,
          start INTEGER NOT NULL,
          residence INTEGER NOT NULL,
          PRIMARY KEY (learner, start)
        ) STRICT, WITHOUT ROWID;

        -- What an import's list calls a person.
        CREATE TABLE learnerKey (
          externalKey TEXT NOT NULL,
          import INTEGER NOT NULL REFERENCES import ON DELETE RESTRICT,
          learner INTEGER NOT NULL REFERENCES learner ON DELETE CASCADE,
          PRIMARY KEY (externalKey, import, learner)
        ) STRICT, WITHOUT ROWID;

        -- Links that hold.
        CREATE TABLE link (
          event BLOB PRIMARY KEY,
          a INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          b INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX linkA ON link (a);
        CREATE INDEX linkB ON link (b);

        -- People who look alike and are known not to be one.
        CREATE TABLE distinction (
          event BLOB PRIMARY KEY,
          a INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          b INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX distinctionA ON distinction (a);
        CREATE INDEX distinctionB ON distinction (b);

        CREATE TABLE session (
          key INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE,
          known INTEGER NOT NULL DEFAULT 0,
          void INTEGER NOT NULL DEFAULT 0,
          team INTEGER REFERENCES team ON DELETE RESTRICT,
          unit BLOB,
          course TEXT,
          -- Slugs, separated by a space.
          lessons TEXT NOT NULL DEFAULT '',
          date INTEGER,
          form TEXT,
          minutes INTEGER,
          unnamed INTEGER NOT NULL DEFAULT 0,
          guests INTEGER NOT NULL DEFAULT 0,
          venue TEXT,
          note TEXT
        ) STRICT;

        -- What an import's list calls a session.
        CREATE TABLE sessionKey (
          externalKey TEXT NOT NULL,
          import INTEGER NOT NULL REFERENCES import ON DELETE RESTRICT,
          session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
          PRIMARY KEY (externalKey, import, session)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mark (
          learner INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
          -- 1 attended, 2 completed, 3 passed.
          result INTEGER NOT NULL,
          basis TEXT NOT NULL,
          score INTEGER,
          PRIMARY KEY (learner, session)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE completion (
          event BLOB PRIMARY KEY,
          learner INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          course TEXT NOT NULL,
          date INTEGER NOT NULL,
          result INTEGER NOT NULL,
          basis TEXT NOT NULL,
          void INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE measure (
          key INTEGER PRIMARY KEY,
          slug TEXT NOT NULL UNIQUE
        ) STRICT;

        -- When and where each person counts, under the smallest live record of their group.
        -- Residence as in learner.
        CREATE TABLE contribution (
          person INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          measure INTEGER NOT NULL REFERENCES measure ON DELETE RESTRICT,
          start INTEGER NOT NULL,
          -- The first day after; null for ever.
          end INTEGER,
          residence INTEGER NOT NULL,
          PRIMARY KEY (person, measure, start)
        ) STRICT, WITHOUT ROWID;

        -- Contributions added up: the count on a day is the sum of the deltas up to it.
        CREATE TABLE tally (
          measure INTEGER NOT NULL REFERENCES measure ON DELETE RESTRICT,
          residence INTEGER NOT NULL,
          day INTEGER NOT NULL,
          delta INTEGER NOT NULL,
          PRIMARY KEY (measure, residence, day)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  static func createIndexes(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX learnerLikeness ON learner (likeness) WHERE likeness IS NOT NULL;
        -- The end of an id is what people type.
        CREATE INDEX learnerEnd ON learner (substr(id, 12));
        CREATE INDEX learnerKeyLearner ON learnerKey (learner);
        CREATE INDEX sessionDate ON session (date);
        CREATE INDEX sessionEnd ON session (substr(id, 12));
        CREATE INDEX sessionKeySession ON sessionKey (session);
        CREATE INDEX markSession ON mark (session);
        CREATE INDEX completionLearner ON completion (learner);
        CREATE INDEX completionEnd ON completion (substr(event, 12));
        """)
  }
}

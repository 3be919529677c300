import GRDB

/// The projection: tables that are a fold of the journal, and can be dropped and folded again.
///
/// Integer keys are local to one file; ids are what records are known by. A row that stands only
/// because something refers to it, and whose own event has not arrived, has `known = 0` or no body.
enum ProjectionSchema {
  /// Raised with every change of the tables below.
  static let version = 2

  static func name(ofVersion version: Int) -> String {
    version == 1 ? "002-projection" : "projection-\(version)"
  }

  /// Children before parents, so that they can be emptied in this order.
  static let tables = [
    "tally", "contribution", "measure", "mark", "completion", "session", "nameToken", "learner",
    "team", "target", "course", "programme", "actor", "setting", "population", "series",
    "succession", "unit", "restoring", "voiding",
  ]

  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE voiding (
          event BLOB PRIMARY KEY,
          target BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX voidingTarget ON voiding (target);

        CREATE TABLE restoring (
          event BLOB PRIMARY KEY,
          void BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX restoringVoid ON restoring (void);

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
          -- A key of unit, 0 for unallocated, -1 for outside the city.
          residence INTEGER NOT NULL DEFAULT 0,
          registeredOn INTEGER,
          sex TEXT,
          cohort INTEGER,
          consent TEXT,
          name TEXT,
          birthYear INTEGER,
          phone TEXT,
          hamlet TEXT
        ) STRICT;
        -- The end of an id is what people type.
        CREATE INDEX learnerEnd ON learner (substr(id, 12));

        -- The folded words of a name; an ordinary table, so that an erased word leaves it for good.
        CREATE TABLE nameToken (
          token TEXT NOT NULL,
          -- 0 where it is not known.
          birthYear INTEGER NOT NULL,
          learner INTEGER NOT NULL REFERENCES learner ON DELETE CASCADE,
          PRIMARY KEY (token, birthYear, learner)
        ) STRICT, WITHOUT ROWID;

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
        CREATE INDEX sessionDate ON session (date);
        CREATE INDEX sessionEnd ON session (substr(id, 12));

        CREATE TABLE mark (
          learner INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
          -- 1 attended, 2 completed, 3 passed.
          result INTEGER NOT NULL,
          basis TEXT NOT NULL,
          score INTEGER,
          PRIMARY KEY (learner, session)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX markSession ON mark (session);

        CREATE TABLE completion (
          event BLOB PRIMARY KEY,
          learner INTEGER NOT NULL REFERENCES learner ON DELETE RESTRICT,
          course TEXT NOT NULL,
          date INTEGER NOT NULL,
          result INTEGER NOT NULL,
          basis TEXT NOT NULL,
          void INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX completionLearner ON completion (learner);
        CREATE INDEX completionEnd ON completion (substr(event, 12));

        CREATE TABLE measure (
          key INTEGER PRIMARY KEY,
          slug TEXT NOT NULL UNIQUE
        ) STRICT;

        -- When and where each person counts. Residence as in learner.
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
}

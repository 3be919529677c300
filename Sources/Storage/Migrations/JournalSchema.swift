import GRDB

/// The journal: the record itself. These tables only grow, erasure apart.
enum JournalSchema {
  static let tables: Set = ["local", "device", "event"]

  /// Without these columns there is no record: nothing is written to a file, or taken from it, that lacks one.
  static let columns = [
    "device": ["key", "id"],
    "event": [
      "key", "id", "device", "epoch", "sequence", "effectiveClock", "kind", "subject", "envelope",
      "hash", "personal", "nonce", "hubSequence",
    ],
  ]

  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- What belongs to this file on this machine and to nobody else: its device, its default actor.
        CREATE TABLE local (
          key TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE device (
          key INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
        ) STRICT;

        CREATE TABLE event (
          key INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
          device INTEGER NOT NULL REFERENCES device ON DELETE RESTRICT,
          epoch INTEGER NOT NULL CHECK (epoch >= 1),
          sequence INTEGER NOT NULL CHECK (sequence >= 1),
          -- The clock that orders events: the envelope's own until a hub has clamped it.
          effectiveClock INTEGER NOT NULL,
          kind TEXT NOT NULL,
          subject BLOB NOT NULL CHECK (length(subject) = 16),
          -- Canonical bytes; hash is their SHA-256.
          envelope TEXT NOT NULL,
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          -- Erasable; null together after erasure, or where nothing personal was said.
          personal TEXT,
          nonce BLOB CHECK (length(nonce) = 16),
          hubSequence INTEGER,
          UNIQUE (device, epoch, sequence),
          CHECK ((personal IS NULL) = (nonce IS NULL))
        ) STRICT;

        CREATE INDEX eventSubject ON event (subject);
        """)
  }
}

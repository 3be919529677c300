import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Another program has changed how a register behaves: its tables keep what is to go, refuse what is to be
/// done, or lack what is needed. Whoever keeps it is told, and told a way on that leads somewhere.
@Suite struct ForeignRulesTests {
  private static let canary = "Mộng Xuyến"
  private static let now = Sample.morning(of: Sample.day("2026-03-01"))

  // MARK: What is to go and is kept

  @Test(arguments: [
    """
    CREATE TRIGGER keep BEFORE UPDATE ON event WHEN new.personal IS NULL
    BEGIN SELECT RAISE(IGNORE); END
    """,
    """
    CREATE TRIGGER keep AFTER UPDATE ON event WHEN new.personal IS NULL
    BEGIN UPDATE event SET personal = old.personal, nonce = old.nonce WHERE key = old.key; END
    """,
    "CREATE TRIGGER keep BEFORE DELETE ON local BEGIN SELECT RAISE(ABORT, 'no'); END",
    "CREATE TRIGGER keep BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no'); END",
  ])
  func `a trigger changes nothing of what is recorded, erased or copied`(trigger: String) throws {
    let folder = try TemporaryFolder()
    let (first, person) = try folder.peopled(with: Self.canary)
    try first.close()
    try folder.sqlite(trigger)

    let register = try Register.open(at: folder.file())
    try register.record(on: "2026-02-11") { try $0.erase(person) }
    try register.close()
    #expect(try Register.rewrite(at: folder.file()) == .done)

    #expect(try !folder.holds(Self.canary, in: "lantoa.db"))
    let again = try Register.open(at: folder.file())
    #expect(try again.verify().faults.map(\.detail) == ["trigger keep"])
    try again.backUp(to: folder.file("copy.db"), now: Self.now)
    try folder.restoredSound("copy.db")
  }

  @Test func `a table that keeps what is to go fails the erasure, and a restored one lets go`()
    throws
  {
    let folder = try TemporaryFolder()
    let (first, person) = try folder.peopled(with: Self.canary)
    try first.close()
    try folder.sqlite(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET
        sql = replace(sql, 'personal TEXT,', 'personal TEXT NOT NULL ON CONFLICT IGNORE,')
      WHERE name = 'event';
      """)
    let register = try Register.open(at: folder.file())
    let events = try register.eventCount()

    #expect {
      try register.record(on: "2026-02-11") { try $0.erase(person) }
    } throws: { error in
      guard case .notEmptied(folder.file(), _)? = error as? RegisterError else { return false }
      return true
    }
    #expect(try register.eventCount() == events)
    #expect(try register.erasedPeopleNotListed() == 0)

    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    let restored = try folder.restoredSound("copy.db")
    try restored.record(on: "2026-02-11") { try $0.erase(person) }
    #expect(try restored.verify().faults == [])
  }

  // MARK: What was erased and is put back

  /// A register from which the person was erased, with every word of theirs in its old place.
  private func filledAgain(in folder: TemporaryFolder) throws -> Register {
    let (register, person) = try folder.peopled(with: Self.canary)
    try folder.sqlite("CREATE TABLE kept AS SELECT key AS k, personal AS p, nonce AS n FROM event")
    try register.record(on: "2026-02-11") { try $0.erase(person) }
    try register.close()
    try folder.sqlite(
      """
      UPDATE event SET personal = (SELECT p FROM kept WHERE k = key),
        nonce = (SELECT n FROM kept WHERE k = key);
      DROP TABLE kept;
      """)
    #expect(try folder.holds(Self.canary, in: "lantoa.db"))
    return try Register.open(at: folder.file())
  }

  @Test func `an erased person put back is told, in no backup, and gone by a rebuild`() throws {
    let folder = try TemporaryFolder()
    let register = try filledAgain(in: folder)

    let faults = try register.verify().faults
    #expect(faults.map(\.problem.rawValue) == ["personal-kept"])
    #expect(faults.allSatisfy { $0.row != nil })
    #expect(throws: RegisterError.self) {
      try register.backUp(to: folder.file("copy.db"), now: Self.now)
    }

    #expect(try register.rebuild() == 1)
    #expect(try register.verify().faults == [])
    #expect(try register.isRewritePending())
    try register.close()
    #expect(try !Register.open(at: folder.file()).isRewritePending())
    #expect(try !folder.holds(Self.canary, in: "lantoa.db"))
  }

  @Test func `an erased person put back is in nothing that is restored`() throws {
    let folder = try TemporaryFolder()
    try filledAgain(in: folder).close()

    let restored = try folder.restoredSound("lantoa.db")

    #expect(try !folder.holds(Self.canary, in: "restored.db"))
    #expect(try restored.read { try $0.recordCounts()["learner"] } == 1)
    #expect(try restored.rebuild() == 0)
  }

  @Test func `no words are kept about what somebody erased has done`() throws {
    let folder = try TemporaryFolder()
    let (register, person) = try folder.peopled(with: Self.canary)
    try register.record(on: "2026-02-11") { try $0.erase(person) }
    let completion = try #require(
      try register.read { try $0.completions(of: person.id) }.first)

    #expect {
      try register.record(on: "2026-02-11") {
        try $0.void(completion, reason: .other, words: "bà \(Self.canary) vắng")
      }
    } throws: { error in
      guard case .wordsOfErased? = error as? RecordError else { return false }
      return true
    }
    try register.record(on: "2026-02-11") { try $0.void(completion, reason: .other) }
    #expect(try register.verify().faults == [])
  }

  @Test(arguments: [
    "personal = '{\"name\":\"Trần \(canary)\"}', nonce = randomblob(16)",
    "personal = 'Trần \(canary)', nonce = randomblob(16)",
    "nonce = randomblob(16)", "personal = 'Trần \(canary)'",
  ])
  func `whatever is put where a personal part was erased is taken out again`(
    filling: String
  ) throws {
    let folder = try TemporaryFolder()
    let (register, person) = try folder.peopled(with: Self.canary)
    let other = try register.record(on: "2026-02-11") { recorder in
      try recorder.erase(person)
      return try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Lê Văn Hai", birthYear: 1970), sex: .male,
          residence: .unallocated),
        on: Sample.day("2026-02-11"), consent: .paper, scope: .city)
    }
    try register.close()
    try folder.sqlite(
      """
      PRAGMA ignore_check_constraints = ON;
      UPDATE event SET \(filling) WHERE id = (
        SELECT id FROM event WHERE kind = 'learner.registered' ORDER BY key LIMIT 1
      );
      """)
    let again = try Register.open(at: folder.file())
    let faults = try again.verify(includingProjection: false).faults
    #expect(faults.map(\.problem.rawValue) == ["personal-kept"])
    try again.record(on: "2026-02-12") { try $0.erase(other) }

    #expect(try again.rebuild() == 1)
    #expect(try again.verify().faults == [])
  }

  @Test func `a word by which somebody is found goes with them, whatever year it stands by`() throws
  {
    let folder = try TemporaryFolder()
    let (register, person) = try folder.peopled(with: Self.canary)
    try folder.sqlite("UPDATE learner SET birthYear = 1962, name = 'Ai'")
    try register.record(on: "2026-02-11") { try $0.erase(person) }
    #expect(try folder.sqlite("SELECT count(*) FROM nameToken") == "0")
  }

  // MARK: What is needed and gone

  @Test(arguments: [
    "DROP TABLE local", "ALTER TABLE local RENAME TO notes",
    "ALTER TABLE local RENAME COLUMN value TO worth",
    "DROP TABLE local; CREATE VIEW local AS SELECT kind AS key, envelope AS value FROM event",
  ])
  func `a register without its notes goes on as a restored one`(change: String) throws {
    let folder = try TemporaryFolder()
    let (first, _) = try folder.peopled(with: Self.canary)
    let dump = try first.canonicalDump()
    try first.close()
    try folder.sqlite(change)
    let register = try Register.open(at: folder.file())
    let faults = try register.verify().faults
    #expect(!faults.isEmpty && faults.allSatisfy { $0.problem.isLeftBehind }, "\(faults)")

    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    let restored = try folder.restoredSound("copy.db")

    try restored.record(on: "2026-02-12") { try $0.set(.language, to: "en") }
    #expect(try restored.verify().faults == [])
    #expect(
      Set(try restored.canonicalDump()).isSuperset(of: dump))
  }

  @Test func `the columns without which there is no record are those that a new file has`() throws {
    let folder = try TemporaryFolder()
    try folder.register().close()
    for (table, columns) in JournalSchema.columns {
      let made = try folder.sqlite("SELECT name FROM pragma_table_xinfo('\(table)')")
      #expect(made.split(separator: "\n").map(String.init) == columns)
    }
  }

  @Test(
    arguments: JournalSchema.columns.flatMap { table, columns in columns.map { (table, $0) } })
  func `a register that lacks a column of its journal is not written to, and has it named`(
    table: String, column: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.peopled(with: Self.canary).0.close()
    try folder.sqlite("ALTER TABLE \(table) RENAME COLUMN \(column) TO what")
    let error = RegisterError.columnMissing(
      path: folder.file(), column: "\(table).\(column)", foreign: ["\(table).what"])

    #expect(throws: error) { try Register.open(at: folder.file()) }
    #expect(throws: error) { try folder.restore("lantoa.db", as: "restored.db") }
    #expect(try !folder.content.contains { $0.hasPrefix("restored.db") })

    try folder.sqlite("ALTER TABLE \(table) RENAME COLUMN what TO \(column)")
    #expect(try Register.open(at: folder.file()).verify().faults == [])
  }

  @Test(arguments: ["DROP TABLE grdb_migrations", "DELETE FROM grdb_migrations"])
  func `a register that no longer says which tables it has is not taken for an older one`(
    change: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.peopled(with: Self.canary).0.close()
    try folder.sqlite(change)
    #expect(
      throws: RegisterError.columnMissing(
        path: folder.file(), column: "grdb_migrations.identifier", foreign: [])
    ) { try Register.open(at: folder.file()) }
  }

  @Test func `a view in the place of a table goes with a rebuild`() throws {
    let folder = try TemporaryFolder()
    let (first, _) = try folder.peopled(with: Self.canary)
    let dump = try first.canonicalDump()
    try first.close()
    try folder.sqlite(
      "ALTER TABLE learner RENAME TO people; CREATE VIEW learner AS SELECT * FROM people")
    let register = try Register.open(at: folder.file())
    #expect(try register.verify().faults.map(\.detail).contains("table learner"))

    try register.rebuild()

    #expect(try register.verify().faults.map(\.detail) == ["table people"])
    #expect(try register.canonicalDump() == dump)
  }

  @Test func `an index of the journal whose name others have taken goes on in a restored register`()
    throws
  {
    let folder = try TemporaryFolder()
    let (register, _) = try folder.peopled(with: Self.canary)
    try folder.sqlite("DROP INDEX eventSubject; CREATE TABLE eventSubject (x)")
    #expect(try register.verify().faults.allSatisfy { $0.problem.isLeftBehind })
    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    try folder.restoredSound("copy.db")
  }

  // MARK: What is computed

  @Test(arguments: ProjectionSchema.tables + ["event", "device", "local", "grdb_migrations"])
  func `a computed column of any table is named, and a restored register is without it`(
    table: String
  ) throws {
    let folder = try TemporaryFolder()
    let (first, _) = try folder.peopled(with: Self.canary)
    let dump = try first.canonicalDump()
    try first.close()
    try folder.sqlite("ALTER TABLE \(table) ADD COLUMN what TEXT AS (upper('x'))")
    let register = try Register.open(at: folder.file())
    #expect(try register.foreignContent() == ["column \(table).what"])
    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    let restored = try folder.restoredSound("copy.db")
    #expect(try restored.foreignContent() == [])
    #expect(try restored.canonicalDump() == dump)
  }
}

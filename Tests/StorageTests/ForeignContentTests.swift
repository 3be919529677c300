import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// What others put into a register, or write over its notes of itself: told by `verify`, left behind by
/// `restore`.
@Suite struct ForeignContentTests {
  private static let now = Sample.morning(of: Sample.day("2026-03-01"))

  @Test(arguments: [
    (["table poem"], "CREATE TABLE poem (line TEXT)"),
    (["table poem"], "CREATE TABLE poem (line TEXT UNIQUE); CREATE INDEX lines ON poem (line)"),
    (
      ["table poem", "table sqlite_sequence"],
      "CREATE TABLE poem (key INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO poem VALUES (7)"
    ),
    (["table sqlite_stat1"], "ANALYZE event"),
    (
      ["table poem", "table poem_node", "table poem_parent", "table poem_rowid"],
      "CREATE VIRTUAL TABLE poem USING rtree (id, low, high)"
    ),
    (["view names"], "CREATE VIEW names AS SELECT name FROM learner"),
    (["view names"], "CREATE VIEW names AS SELECT line FROM nowhere"),
    (["index years"], "CREATE INDEX years ON learner (birthYear)"),
    (["index kinds"], "CREATE UNIQUE INDEX kinds ON event (kind, hash)"),
    (
      ["trigger keep"],
      "CREATE TRIGGER keep AFTER INSERT ON event BEGIN DELETE FROM event WHERE key = 3; END"
    ),
    (
      ["trigger swap"],
      "CREATE TRIGGER swap AFTER UPDATE ON local BEGIN DELETE FROM local WHERE key = 'actor'; END"
    ),
    (
      ["trigger more"],
      "CREATE TRIGGER more AFTER INSERT ON mark BEGIN UPDATE tally SET delta = delta + 1; END"
    ),
    (["local note"], "INSERT INTO local VALUES ('note', 'Hồ Thị Lê')"),
    (["local Device"], "INSERT INTO local VALUES ('Device', 'x')"),
    (["local rejected"], "INSERT INTO local VALUES ('rejected', '')"),
    (["user_version 7"], "PRAGMA user_version = 7"),
  ])
  func `what somebody has put beside the program's own is named, and left behind by a restoring`(
    names: [String], statement: String
  ) throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try register.note(rejectedFile: "/home/lan/p.csv.errors.csv")
    #expect(try register.verify().isSound)
    try folder.sqlite(statement)

    let faults = try register.verify().faults
    #expect(faults.map(\.detail) == names)
    #expect(Set(faults.map(\.problem.rawValue)) == ["foreign-content"])
    #expect(try register.foreignContent() == names)

    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    let restored = try folder.restore("copy.db", as: "restored.db")
    #expect(restored.leftBehind == names && !restored.isFoldedAnew)
    #expect(restored.verification.faults == [])
    let again = try Register.open(at: folder.file("restored.db"))
    #expect(try again.verify().faults == [])
    #expect(try again.foreignContent() == [])
    #expect(try again.canonicalDump() == register.canonicalDump())
    #expect(try again.rejectedFiles() == ["/home/lan/p.csv.errors.csv"])
    #expect(try register.foreignContent() == names, "the register in use keeps what it has")
    try again.record(on: "2026-03-02") { try $0.set(.language, to: "en") }
    #expect(try again.verify().faults == [])
  }

  private static let address = "Chị Zzyzx nhà số 5"

  @Test(arguments: [
    (["column learner.memo"], "ALTER TABLE learner ADD COLUMN memo TEXT DEFAULT '\(address)'"),
    (
      ["column session.house", "column session.memo"],
      """
      ALTER TABLE session ADD COLUMN memo TEXT DEFAULT '\(address)';
      ALTER TABLE session ADD COLUMN house INTEGER GENERATED ALWAYS AS (length(memo));
      """
    ),
    (
      ["column event.memo"],
      "ALTER TABLE event ADD COLUMN memo TEXT; UPDATE event SET memo = '\(address)'"
    ),
    (
      ["column device.memo"],
      "ALTER TABLE device ADD COLUMN memo TEXT; UPDATE device SET memo = '\(address)'"
    ),
    (
      ["column local.memo"],
      "ALTER TABLE local ADD COLUMN memo TEXT; UPDATE local SET memo = '\(address)'"
    ),
    (
      ["column grdb_migrations.memo"],
      "ALTER TABLE grdb_migrations ADD COLUMN memo TEXT DEFAULT '\(address)'"
    ),
    (
      ["column event.memo", "index memos", "table poem"],
      """
      CREATE TABLE poem (line TEXT);
      ALTER TABLE event ADD COLUMN memo TEXT DEFAULT '\(address)';
      CREATE INDEX memos ON event (memo);
      """
    ),
    (
      ["definition event"],
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = sql || ' -- \(address)' WHERE name = 'event';
      """
    ),
    (
      ["definition event"],
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (epoch >= 1)', '') WHERE name = 'event';
      """
    ),
    (
      ["definition learner"],
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'learner';
      """
    ),
    (
      ["definition eventSubject"],
      "DROP INDEX eventSubject; CREATE INDEX eventSubject ON learner (name) WHERE name = '\(address)'"
    ),
    ([], "DROP INDEX eventSubject"), ([], "DROP INDEX markSession"),
  ])
  func
    `what somebody has changed of the program's own is named, and a restoring makes it as it was`(
      names: [String], statement: String
    ) throws
  {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try folder.sqlite(statement)

    let faults = try register.verify().faults
    #expect(!faults.isEmpty)
    #expect(
      faults.filter { $0.problem == .foreignContent }.map(\.detail).sorted() == names, "\(faults)")
    #expect(try register.foreignContent() == names)

    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    let restored = try folder.restore("copy.db", as: "restored.db")
    #expect(restored.leftBehind == names)
    let again = try Register.open(at: folder.file("restored.db"))
    #expect(try again.verify().faults == [])
    #expect(try again.foreignContent() == [])
    #expect(try again.canonicalDump() == register.canonicalDump())
    #expect(try again.allEvents().map(\.event) == register.allEvents().map(\.event))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("restored.db")))
    #expect(bytes.range(of: Data("Zzyzx".utf8)) == nil)
    try again.record(on: "2026-03-02") { try $0.set(.language, to: "en") }
    #expect(try again.verify().faults == [])
  }

  @Test(arguments: ["event DROP COLUMN hubSequence", "device RENAME COLUMN id TO name"])
  func `a register whose journal lacks a column is not passed on as a good copy`(
    change: String
  ) throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try folder.sqlite("ALTER TABLE \(change)")
    #expect {
      try register.backUp(to: folder.file("copy.db"), now: Self.now)
    } throws: { error in
      guard case .columnMissing(folder.file(), _, _)? = error as? RegisterError else {
        return false
      }
      return true
    }
    #expect(try folder.content.allSatisfy { $0.hasPrefix("lantoa.db") })
  }

  @Test func `nothing that was left behind lies in the bytes of what was restored`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try folder.sqlite(
      "CREATE TABLE poem (line TEXT); INSERT INTO poem VALUES ('Thuyền ai đậu bến')")
    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    try folder.restore("copy.db", as: "restored.db")
    for (name, isHeld) in [("copy.db", true), ("restored.db", false)] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      #expect((bytes.range(of: Data("Thuyền ai".utf8)) != nil) == isHeld, "\(name)")
    }
  }

  @Test(arguments: [
    ("device", "DELETE FROM local WHERE key = 'device'"),
    ("device", "UPDATE local SET value = upper(value) WHERE key = 'device'"),
    (
      "device",
      "UPDATE local SET value = '01a210cc-10fb-7bc6-8eeb-27793d0476e1' WHERE key = 'device'"
    ),
    (
      "device 00000000-0000-0000-0000-000000000000", "INSERT INTO device (id) VALUES (zeroblob(16))"
    ),
    ("actor", "UPDATE local SET value = 'lan' WHERE key = 'actor'"),
    (
      "actor", "UPDATE local SET value = '01a210cc-10fb-7bc6-8eeb-27793d0476e1' WHERE key = 'actor'"
    ),
    ("trustedClock", "INSERT INTO local VALUES ('trustedClock', '12:30')"),
    ("lastBackup", "INSERT INTO local VALUES ('lastBackup', '-1')"),
    ("scrubPending", "INSERT INTO local VALUES ('scrubPending', '2026-02-02')"),
    ("rejected:p.csv", "INSERT INTO local VALUES ('rejected:p.csv', 'Hồ Thị Lê')"),
  ])
  func `a note of the file itself that cannot be so is named, and not restored`(
    detail: String, statement: String
  ) throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try folder.sqlite(statement)
    let faults = try register.verify().faults
    #expect(faults.map(\.problem.rawValue) == ["local-differs"])
    #expect(faults.map(\.detail) == [detail])

    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    try folder.restore("copy.db", as: "restored.db")
    let again = try Register.open(at: folder.file("restored.db"))
    #expect(try again.verify().faults == [])
    #expect(try again.allEvents().count >= register.allEvents().count)
  }

  @Test func `a file that goes on under the device it was restored from is told`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let old = try #require(try register.device())
    try register.backUp(to: folder.file("copy.db"), now: Self.now)
    try folder.restore("copy.db", as: "restored.db")
    let restored = try Register.open(at: folder.file("restored.db"))
    let new = try #require(try restored.device())
    let change = "UPDATE local SET value = '\(old)' WHERE key = 'device'"

    try folder.sqlite(change, in: "restored.db")
    #expect(try restored.verify().faults.map(\.detail) == ["device \(new)"], "it never recorded")
    try folder.sqlite(
      "UPDATE local SET value = '\(new)' WHERE key = 'device'", in: "restored.db")
    try restored.record(on: "2026-03-02") { try $0.set(.language, to: "en") }
    #expect(try restored.verify().faults == [])
    try folder.sqlite(change, in: "restored.db")
    #expect(try restored.verify().faults.map(\.detail) == ["device"])
  }

  @Test func `a file that is no longer marked as a register is told while it is open`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try folder.sqlite("PRAGMA application_id = 7")
    let faults = try register.verify().faults
    #expect(faults.map(\.problem) == [.fileDamaged])
    #expect(faults.map(\.detail) == ["application_id"])
  }
}

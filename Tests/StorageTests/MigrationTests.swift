import Domain
import TestSupport
import Testing

@testable import Storage

/// A register of an older program is brought up to date: what is lantoa's is made anew, what is not stays.
@Suite struct MigrationTests {
  /// What takes a register back to the second version of its tables.
  private static let older = """
    DELETE FROM grdb_migrations
      WHERE identifier IN ('projection-3', 'projection-4', 'projection-5', 'projection-6');
    DROP TABLE erasure; DROP TABLE link; DROP TABLE distinction; DROP TABLE move; DROP TABLE caused;
    DROP TABLE learnerKey; DROP TABLE sessionKey; DROP TABLE "import"; DROP TABLE unlinking;
    DROP TABLE exemption;
    """

  @Test func `tables that are not lantoa's outlive a change of its own`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let dump = try register.canonicalDump()
    try register.close()
    try folder.sqlite(
      """
      \(Self.older)
      CREATE TABLE poem (line TEXT);
      INSERT INTO poem VALUES ('Thuyền ai đậu bến');
      CREATE VIRTUAL TABLE place USING rtree (id, low, high);
      INSERT INTO place VALUES (7, 1, 2);
      CREATE VIEW lines AS SELECT line FROM poem;
      """)

    let again = try Register.open(at: folder.file())

    #expect(try again.canonicalDump() == dump)
    #expect(try folder.sqlite("SELECT line FROM lines") == "Thuyền ai đậu bến")
    #expect(try folder.sqlite("SELECT count(*) FROM place WHERE low < 2 AND id = 7") == "1")
    #expect(
      try again.foreignContent() == [
        "table place", "table place_node", "table place_parent", "table place_rowid", "table poem",
        "view lines",
      ])
  }

  @Test(arguments: [
    ("move", "CREATE TABLE move (line TEXT); INSERT INTO move VALUES ('nước')"),
    ("LINK", "CREATE TABLE LINK (line TEXT); INSERT INTO link VALUES ('nước')"),
    ("erasure", "CREATE VIEW erasure AS SELECT 'nước' AS line"),
  ])
  func `a register is not changed where others have a name that a table of lantoa's now needs`(
    name: String, statement: String
  ) throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let dump = try register.canonicalDump()
    try register.close()
    try folder.sqlite("\(Self.older) \(statement)")

    #expect(throws: RegisterError.nameTaken(path: folder.file(), name: name)) {
      try Register.open(at: folder.file())
    }
    #expect(try folder.sqlite("SELECT line FROM \(name)") == "nước")

    try folder.sqlite(
      name == "erasure" ? "DROP VIEW erasure" : "ALTER TABLE \(name) RENAME TO other")
    #expect(try Register.open(at: folder.file()).canonicalDump() == dump)
  }
}

import Domain
import TestSupport
import Testing

@testable import Storage

/// An index of the journal does not lead to a row that is there: a bit has turned on the disk. The journal is
/// whole, and nobody must be told otherwise, nor lose anything by it.
@Suite struct DamagedIndexTests {
  private static let (name, hamlet) = ("Mộng Xuyến", "Kim Phụng Đình")
  private static let now = Sample.morning(of: Sample.day("2026-03-01"))

  /// A register of one person, with an index that has lost the event by which she was given a hamlet.
  private func damaged(in folder: TemporaryFolder) throws -> (Register, Learner, dump: [String]) {
    let (register, person) = try folder.peopled(with: Self.name)
    try register.record(on: "2026-02-10") {
      _ = try $0.change(person, LearnerChanged(person: PersonalDetails(hamlet: Self.hamlet)))
    }
    let dump = try register.canonicalDump()
    try register.close()
    try folder.sqlite(
      """
      CREATE TABLE definition AS SELECT sql AS words FROM sqlite_schema WHERE name = 'eventSubject';
      DROP INDEX eventSubject;
      CREATE INDEX eventSubject ON event (subject) WHERE kind <> 'learner.changed';
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = (SELECT words FROM definition) WHERE name = 'eventSubject';
      DROP TABLE definition;
      """)
    return (try Register.open(at: folder.file()), person, dump)
  }

  @Test func `a check says that, and nothing that it found by the index`() throws {
    let folder = try TemporaryFolder()
    let (register, _, _) = try damaged(in: folder)
    for includingProjection in [true, false] {
      let faults = try register.verify(includingProjection: includingProjection).faults
      #expect(Set(faults.map(\.problem.rawValue)) == ["index-damaged"])
      #expect(faults.contains { $0.detail.contains("eventSubject") }, "\(faults)")
      #expect(faults.allSatisfy { $0.problem.isMendedByRebuilding })
    }
  }

  @Test func `a rebuild makes it again, and the tables are those of the whole journal`() throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged(in: folder)

    try register.makeIndexesAgain()
    try register.rebuild()

    #expect(try register.verify().faults == [])
    #expect(try register.canonicalDump() == dump)
  }

  @Test(arguments: ["eventSubject", "markSession"])
  func `an index that is gone is made again by a rebuild`(index: String) throws {
    let folder = try TemporaryFolder()
    let (register, _) = try folder.peopled(with: Self.name)
    try folder.sqlite("DROP INDEX \(index)")
    let faults = try register.verify().faults
    #expect(faults.map(\.detail) == ["index \(index)"])
    #expect(faults.allSatisfy { $0.problem.isMendedByRebuilding })

    try register.makeIndexesAgain()
    try register.rebuild()

    #expect(try register.verify().faults == [])
  }

  @Test func `a backup has it whole, says so, and can be brought back`() throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged(in: folder)

    #expect(try register.backUp(to: folder.file("copy.db"), now: Self.now).isIndexDamaged)

    #expect(try folder.restoredSound("copy.db").canonicalDump() == dump)
    try register.makeIndexesAgain()
    #expect(try !register.backUp(to: folder.file("later.db"), now: Self.now).isIndexDamaged)
  }

  @Test func `the register itself can be brought back elsewhere`() throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged(in: folder)
    try register.close()
    #expect(try folder.restoredSound("lantoa.db").canonicalDump() == dump)
  }

  @Test func `an erasure finds what the index does not`() throws {
    let folder = try TemporaryFolder()
    let (register, person, _) = try damaged(in: folder)
    #expect(try folder.holds(Self.hamlet, in: "lantoa.db"), "the test has teeth")

    try register.record(on: "2026-02-11") { try $0.erase(person) }
    try register.close()
    #expect(try Register.rewrite(at: folder.file()) == .done)

    for word in [Self.name, Self.hamlet] { #expect(try !folder.holds(word, in: "lantoa.db")) }
  }

  @Test func `an erasure finds an event whose column names another record than its envelope`()
    throws
  {
    let folder = try TemporaryFolder()
    let (register, person) = try folder.peopled(with: Self.name)
    try register.record(on: "2026-02-10") {
      _ = try $0.change(person, LearnerChanged(person: PersonalDetails(hamlet: Self.hamlet)))
    }
    try folder.sqlite("UPDATE event SET subject = randomblob(16) WHERE kind = 'learner.changed'")

    try register.record(on: "2026-02-11") { try $0.erase(person) }

    let left = try folder.sqlite("SELECT count(*) FROM event WHERE personal LIKE '%hamlet%'")
    #expect(left == "0")
  }
}

import Domain
import Foundation
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

    try register.mendIndexes()
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

    try register.mendIndexes()
    try register.rebuild()

    #expect(try register.verify().faults == [])
  }

  @Test func `a backup has it whole, says so, and can be brought back`() throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged(in: folder)

    #expect(try register.backUp(to: folder.file("copy.db"), now: Self.now).isIndexDamaged)

    #expect(try folder.restoredSound("copy.db").canonicalDump() == dump)
    try register.mendIndexes()
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

  // MARK: What must be asked before an erasure

  @Test func `an erasure is not begun where an index may hide a place that names the person`()
    throws
  {
    let folder = try TemporaryFolder()
    let (register, _, _) = try damaged(in: folder)
    #expect(throws: RegisterError.indexesDamaged(path: folder.file())) {
      try register.requireFindable()
    }
    try register.mendIndexes()
    try register.requireFindable()
  }

  @Test(arguments: ["id = randomblob(16)", "subject = randomblob(16)", "kind = 'session.x'"])
  func `nor where an event stands under another name than its own`(change: String) throws {
    let folder = try TemporaryFolder()
    let (register, _) = try folder.peopled(with: Self.name)
    try register.requireFindable()
    try folder.sqlite("UPDATE event SET \(change) WHERE kind = 'learner.registered'")
    #expect {
      try register.requireFindable()
    } throws: { error in
      guard case .altered(folder.file(), _)? = error as? RegisterError else { return false }
      return true
    }
  }

  // MARK: What only an index still knows of

  /// Makes a page of a table or index say that it has fewer entries than it has, as a turned bit does: the fullest,
  /// or the one at the end.
  private func shorten(
    _ name: String, by count: UInt16, atEnd: Bool = false, in folder: TemporaryFolder
  ) throws {
    let found = try folder.sqlite(
      """
      PRAGMA page_size;
      SELECT pageno FROM dbstat WHERE name = '\(name)' AND pagetype = 'leaf'
      ORDER BY \(atEnd ? "path" : "ncell") DESC LIMIT 1;
      """
    ).split(separator: "\n").compactMap { Int($0) }
    let (size, page) = (try #require(found.first), try #require(found.last))
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file()))
    // "Database File Format" 1.6: two bytes, big-endian, at the fourth of a page's header.
    let place = UInt64((page - 1) * size + 3)
    try file.seek(toOffset: place)
    let held = try #require(try file.read(upToCount: 2)).reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    try #require(held > count)
    try file.seek(toOffset: place)
    let left = held - count
    try file.write(contentsOf: [UInt8(left >> 8), UInt8(left & 0xFF)])
    try file.close()
  }

  @Test func `events that the table has lost are told, and healed into nothing else`() throws {
    let folder = try TemporaryFolder()
    let (register, _) = try folder.peopled(with: Self.name)
    let dump = try register.canonicalDump()
    try register.close()
    try shorten("event", by: 2, in: folder)
    let short = try Register.open(at: folder.file())

    for includingProjection in [true, false] {
      let faults = try short.verify(includingProjection: includingProjection).faults
      #expect(faults.map(\.problem.rawValue) == ["events-lost"])
      #expect(faults.map(\.detail) == ["event: 2"])
    }
    try short.mendIndexes()
    #expect(try short.verify().faults.map(\.problem.rawValue) == ["events-lost"])
    for attempt in [
      { _ = try short.backUp(to: folder.file("copy.db"), now: Self.now) },
      { _ = try folder.restore("lantoa.db", as: "restored.db") },
    ] {
      #expect {
        try attempt()
      } throws: { error in
        guard case .unsound? = error as? RegisterError else { return false }
        return true
      }
    }
    #expect(try short.canonicalDump() == dump, "the tables still have what they had")
    #expect(try !folder.content.contains { $0.hasPrefix("copy") || $0.hasPrefix("restored") })
  }

  @Test func `nothing is recorded behind an event that an index does not lead to`() throws {
    let folder = try TemporaryFolder()
    let (register, _) = try folder.peopled(with: Self.name)
    let events = try register.eventCount()
    try register.close()
    try shorten("sqlite_autoindex_event_2", by: 1, atEnd: true, in: folder)
    let short = try Register.open(at: folder.file())

    #expect {
      try short.record(on: "2026-02-11") { try $0.set(.language, to: "en") }
    } throws: { error in
      guard case .damaged? = error as? RegisterError else { return false }
      return true
    }

    try short.mendIndexes()
    try short.record(on: "2026-02-11") { try $0.set(.language, to: "en") }
    #expect(try short.verify().faults == [])
    #expect(try short.eventCount() == events + 1)
  }
}

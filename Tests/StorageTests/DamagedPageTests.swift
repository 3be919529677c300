import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// A page of a table or index that is folded from the journal cannot be read: the journal is whole, and all of
/// it is brought out.
@Suite struct DamagedPageTests {
  private static let (name, hamlet) = ("Mộng Xuyến", "Kim Phụng Đình")
  private static let now = Sample.morning(of: Sample.day("2026-03-01"))

  /// A register of one person in a session, the first page of `object` overwritten; and what its tables held.
  private func damaged(
    _ object: String, in folder: TemporaryFolder
  ) throws -> (Register, Learner, dump: [String]) {
    let (register, person) = try folder.peopled(with: Self.name)
    try register.record(on: "2026-02-10") {
      _ = try $0.change(person, LearnerChanged(person: PersonalDetails(hamlet: Self.hamlet)))
      _ = try $0.logSession(
        SessionDetails(
          date: Sample.day("2026-02-10"), form: .desk, team: nil, course: nil, unnamed: 4),
        attendees: [])
    }
    let dump = try register.canonicalDump()
    try register.close()
    let start = try folder.sqlite(
      """
      SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_schema
      WHERE name = '\(object)'
      """)
    let file = URL(fileURLWithPath: folder.file())
    var bytes = try Data(contentsOf: file)
    bytes[try #require(Int(start))] = 0
    try bytes.write(to: file)
    return (try Register.open(at: folder.file()), person, dump)
  }

  static let objects = [
    "learner", "nameToken", "session", "sessionDate", "completion", "tally", "eventSubject",
    "sqlite_autoindex_event_1",
  ]

  @Test(arguments: objects)
  func `the file is written anew with the tables that its journal tells of`(object: String) throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged(object, in: folder)
    #expect(try register.hasDamagedPages())
    try register.close()

    #expect(try Register.rewrite(at: folder.file(), foldingAnew: true) == .done)

    let mended = try Register.open(at: folder.file())
    #expect(try !mended.hasDamagedPages())
    #expect(try mended.verify().faults == [])
    #expect(try mended.canonicalDump() == dump)
  }

  @Test(arguments: objects)
  func `a backup has all of it, says so, and can be brought back`(object: String) throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged(object, in: folder)

    #expect(try register.backUp(to: folder.file("copy.db"), now: Self.now).isIndexDamaged)

    #expect(try folder.restoredSound("copy.db").canonicalDump() == dump)
  }

  @Test func `the register itself can be brought back elsewhere`() throws {
    let folder = try TemporaryFolder()
    let (register, _, dump) = try damaged("session", in: folder)
    try register.close()
    #expect(try folder.restoredSound("lantoa.db").canonicalDump() == dump)
  }

  @Test func `whom an erasure has named is in no page of the new file`() throws {
    let folder = try TemporaryFolder()
    let (register, person, _) = try damaged("sessionDate", in: folder)
    try register.record(on: "2026-02-11") { try $0.erase(person) }
    try register.close()

    #expect(try Register.rewrite(at: folder.file()) == .done)

    for word in [Self.name, Self.hamlet] { #expect(try !folder.holds(word, in: "lantoa.db")) }
    #expect(try !Register.open(at: folder.file()).isRewritePending())
  }

  /// What would be lost by it is left where it is.
  @Test(arguments: [
    "DELETE FROM event WHERE kind = 'learner.changed'",
    "UPDATE event SET envelope = replace(envelope, 'learner', 'Learner') WHERE kind = 'learner.changed'",
    "CREATE TABLE ours (note TEXT); INSERT INTO ours VALUES ('kept')",
  ])
  func `nothing is made of a journal that is not whole, nor of a file that others write to`(
    statement: String
  ) throws {
    let folder = try TemporaryFolder()
    let (register, _, _) = try damaged("session", in: folder)
    try register.close()
    try folder.sqlite(statement)

    let rewriting = try Register.rewrite(at: folder.file(), foldingAnew: true)

    guard case .postponed(.damaged) = rewriting else {
      Issue.record("\(rewriting)")
      return
    }
    #expect(try folder.sqlite("SELECT count(*) > 0 FROM event") == "1", "it is still there")
  }
}

import Coverage
import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Somebody asks to be forgotten: nothing personal is left, and nothing that counts has changed.
@Suite struct ErasureTests {
  /// Words that nobody else in these registers has.
  private static let canaries = [
    "Mộng Xuyến", "mong", "xuyen", "0909777555", "Kim Phụng Đình", "HK-QUYT-77", "Lỡ Lời",
  ]

  /// A register of three hundred people with the canary among them: linked, corrected, moved, in a
  /// session whose note names her, with a void whose words do.
  private func crowd(in folder: TemporaryFolder) throws -> (Register, canary: Learner) {
    let register = try folder.register()
    let (river, mountain) = (try register.unit("101"), try register.unit("102"))
    let day = Sample.day("2026-02-10")
    func person(_ name: String, _ year: Int, key: String? = nil) -> PersonDescription {
      PersonDescription(
        person: PersonalDetails(
          name: name, birthYear: year, phone: key == nil ? nil : "0909777555",
          hamlet: key == nil ? "Thôn 3" : "Kim Phụng Đình", externalKey: key),
        sex: .female, residence: .unit(river.id))
    }
    func crowd(_ range: Range<Int>, _ recorder: inout Recorder) throws {
      for index in range {
        _ = try recorder.register(
          person(
            "Nguyễn Thị \(["Lan", "Mai", "Xoan", "Yến"][index % 4]) \(index)", 1950 + index % 40),
          on: day, consent: .paper, scope: .city)
      }
    }
    let canary = try register.record(on: "2026-02-10") { recorder in
      try crowd(0..<150, &recorder)
      let list = ImportedList(source: "sổ", fileHash: .sha256("list".utf8))
      var run = try ImportRun(list, in: &recorder)
      let wanted = person("Trần Mộng Xuyến", 1958, key: "HK-QUYT-77")
      let (id, _, _, _) = try run.take(
        ListedPerson(
          person: wanted.person, sex: .female, residence: .unit(river.id), registeredOn: day),
        in: &recorder)
      try run.finish(in: &recorder)
      let twin = try recorder.register(
        person("Trần Mộng Xuyến", 1958), on: day, consent: .spoken, scope: .city)
      try crowd(150..<300, &recorder)
      let canary = try #require(try recorder.reader.learner(id: id))
      try recorder.link(canary, twin)
      _ = try recorder.change(
        canary, LearnerChanged(person: PersonalDetails(hamlet: "Kim Phụng Đình 2")))
      _ = try recorder.move(canary, to: .unit(mountain.id), from: day)
      let session = try recorder.logSession(
        SessionDetails(
          date: day, form: .home, team: nil, course: "an-toan", note: "ở nhà cô Trần Mộng Xuyến"),
        attendees: [(id, Mark(result: .completed, basis: .declared))])
      _ = try recorder.logSession(
        SessionDetails(
          date: day, form: .desk, team: nil, course: nil, unnamed: 4, note: "trời mưa"),
        attendees: [])
      let completion = try recorder.recordCompletion(
        of: canary, course: "dien-thoai", on: day, result: .completed, basis: .declared)
      try recorder.void(completion, reason: .other, words: "Lỡ Lời: không phải cô ấy")
      try recorder.void(session, reason: .other, words: "Trần Mộng Xuyến báo nhầm")
      try recorder.unvoid(try #require(try recorder.reader.session(id: session.id)))
      return canary
    }
    return (register, canary)
  }

  @Test func `no byte of an erased person is left in any file of the register`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    do {
      let (register, canary) = try crowd(in: folder)
      #expect(try canariesLeft(in: folder).sorted() == Self.canaries.sorted(), "the test has teeth")
      try register.record(on: "2026-02-11") { try $0.erase(canary) }
      try register.close()
    }
    #expect(try Register.rewrite(at: path) == .done)

    #expect(try canariesLeft(in: folder) == [])
    let register = try Register.open(at: path)
    #expect(try register.verify().faults == [])
    #expect(try !register.isRewritePending())
    try register.record(on: "2026-02-12") { try $0.set(.language, to: "en") }
    try register.backUp(to: folder.file("backup.db"), now: Sample.morning(of: Sample.founded))
    #expect(try canariesLeft(in: folder) == [])
    #expect(
      try register.read {
        try $0.findLearners("Nguyễn Thị Lan", limit: 100, today: Sample.day("2026-06-01"))
      }.count == 75)
  }

  @Test func `every count stays, on every day`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    let days = ["2026-02-01", "2026-02-10", "2026-02-20", "2030-01-01"].map(Sample.day)
    func counts() throws -> [[Int]] {
      try register.read { reader in
        try ["reached", "trained", "skilled"].flatMap { measure in
          try days.map { day in
            let report = try reader.coverage(
              ofMeasure: measure, asOf: day, unitsOf: day, population: nil, today: day)
            return report.rows.map(\.figure.count) + [report.total.count]
          }
        }
      }
    }
    let before = try counts()
    #expect(before.contains { $0.contains(1) })
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    #expect(try counts() == before)
    let dump = try register.canonicalDump()
    try register.rebuild()
    #expect(try register.canonicalDump() == dump)
    #expect(try counts() == before)
  }

  @Test func `every record of the person goes, and of others only what names them`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    let erased = try register.record(on: "2026-02-11") { try $0.erase(canary) }
    #expect(erased.count == 2)
    let (people, sessions) = try register.read {
      (try $0.group(of: canary.id), try $0.sessions(limit: 10))
    }
    #expect(people.allSatisfy { $0.isErased && $0.person == PersonalDetails() })
    #expect(people.map(\.cohort) == [1955, 1955])
    #expect(Set(sessions.map(\.details.note)) == [nil, "trời mưa"])
    #expect(throws: RecordError.self) {
      try register.record(on: "2026-02-11") { try $0.erase(people[1]) }
    }
  }

  @Test func `a note goes that has the number in any writing, and no other`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    let kept = "gọi 0909 777 556"
    try register.record(on: "2026-02-11") { recorder in
      for note in ["gọi 0909 777 555", "+84.909.777.555 (con)", "sđt0909777555", kept] {
        _ = try recorder.logSession(
          SessionDetails(
            date: Sample.day("2026-02-11"), form: .desk, team: nil, course: nil, unnamed: 4,
            note: note),
          attendees: [])
      }
      try recorder.erase(canary)
    }
    let notes = try register.read { try $0.sessions(limit: 10) }.compactMap(\.details.note)
    #expect(notes.sorted() == [kept, "trời mưa"])
  }

  @Test func `a note stays that names somebody who is called the same but for the marks`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    let kept = ["Trần Mộng Xuyên khỏe", "TRẦN MÔNG XUYẾN", "bà Xuyến đến muộn", "tran mong xuyena"]
    try register.record(on: "2026-02-11") { recorder in
      for note in kept + ["ở nhà tran mong xuyen.", "TRẦN  MỘNG\nXUYẾN", "Trần Mộng Xuyến, 68"] {
        _ = try recorder.logSession(
          SessionDetails(
            date: Sample.day("2026-02-11"), form: .desk, team: nil, course: nil, unnamed: 4,
            note: note),
          attendees: [])
      }
      try recorder.erase(canary)
    }
    let notes = try register.read { try $0.sessions(limit: 20) }.compactMap(\.details.note)
    #expect(Set(notes) == Set(kept + ["trời mưa"]))
  }

  @Test func `nothing new is said of somebody erased, and nothing takes the erasure back`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    let erased = try #require(try register.read { try $0.learner(id: canary.id) })
    #expect(throws: RecordError.erased(erased)) {
      try register.record(on: "2026-02-11") {
        _ = try $0.change(erased, LearnerChanged(person: PersonalDetails(phone: "0901000000")))
      }
    }
    #expect(throws: RecordError.forGood) { try register.record(on: "2026-02-11") { try $0.undo() } }
  }

  @Test func `what arrives after an erasure, or before the person, is kept empty`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    let before = try register.allEvents()
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    let after = try register.allEvents()
    let erasure = try #require(after.last)

    var random = SplitMix64(seed: 4)
    for order in [
      [erasure] + before, before.reversed() + [erasure], before.shuffled(using: &random),
    ] {
      let other = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
      try other.receive(order)
      for stored in order { try other.receive([stored]) }
      try other.receive([erasure])
      #expect(try other.canonicalDump() == register.canonicalDump())
      let personal = try other.allEvents().compactMap(\.personal).map { "\($0)" }.joined()
      for canary in Self.canaries { #expect(!personal.contains(canary)) }
      #expect(try other.verify().faultsOfEvents == [])
    }
  }

  @Test func `an empty part that no erasure names is a fault all the same`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    try folder.sqlite(
      """
      UPDATE event SET personal = NULL, nonce = NULL
      WHERE key = (SELECT max(key) FROM event WHERE kind = 'learner.registered')
      """)
    #expect(try register.verify().faults.map(\.problem) == [.personalMissing])
  }

  @Test func `a program that has the register open puts the rewriting off, not the erasure`() throws
  {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    try register.close()
    let other = try SQLiteProgram(file: folder.file())
    try other.send("SELECT 'ready', count(*) FROM event;")
    try other.wait(for: "ready")

    #expect(
      try Register.rewrite(at: folder.file(), patience: 0.1)
        == .postponed(.locked(path: folder.file())))
    #expect(try Register.open(at: folder.file()).isRewritePending())
    try other.finish()

    let again = try Register.open(at: folder.file())
    #expect(try !again.isRewritePending())
    try again.close()
    #expect(try canariesLeft(in: folder) == [])
    #expect(try ErasedList.read(at: folder.file("lantoa.db.erased")).days.count == 2)
  }

  @Test func `a register behind a link is written anew where it lies, and the link stays`() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    let (first, canary) = try crowd(in: folder)
    try first.close()
    try files.createDirectory(atPath: folder.file("desk"), withIntermediateDirectories: true)
    let link = folder.file("desk/link.db")
    try files.createSymbolicLink(atPath: link, withDestinationPath: "../lantoa.db")

    let register = try Register.open(at: link)
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    try register.completeErasedList()
    try register.close()
    #expect(try Register.rewrite(at: link) == .done)

    #expect(try files.destinationOfSymbolicLink(atPath: link) == "../lantoa.db")
    #expect(try files.contentsOfDirectory(atPath: folder.file("desk")) == ["link.db"])
    #expect(try folder.content.contains("lantoa.db.erased"))
    for path in [folder.file(), link] {
      #expect(try Register.open(at: path).verify().faults == [])
    }
  }

  @Test func `a file with a second name is not written anew, and both stay whole`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    try register.close()
    let twin = folder.file("twin.db")
    try FileManager.default.linkItem(atPath: folder.file(), toPath: twin)

    #expect(
      try Register.rewrite(at: folder.file())
        == .postponed(.severalNames(path: folder.file(), others: [twin])))
    #expect(try Register.open(at: folder.file()).isRewritePending())
    #expect(try Data(contentsOf: URL(fileURLWithPath: twin)).count > 4096)

    try FileManager.default.removeItem(atPath: twin)
    #expect(try !Register.open(at: folder.file()).isRewritePending())
    #expect(try canariesLeft(in: folder) == [])
  }

  @Test func `a journal that a killed rewriting has left goes with the next opening`() throws {
    let folder = try TemporaryFolder()
    try folder.register().close()
    // SQLite empties the header of one that it is done with, and leaves the pages.
    let left = Data(count: 512) + Data(Self.canaries.joined(separator: "\n").utf8)
    try left.write(to: URL(fileURLWithPath: folder.file("lantoa.db-journal")))
    #expect(try canariesLeft(in: folder).count == Self.canaries.count, "the test has teeth")

    try Register.open(at: folder.file()).close()

    #expect(try folder.content == ["lantoa.db"])
  }

  @Test func `what is left of a draft goes with the next rewriting`() throws {
    let folder = try TemporaryFolder()
    let (register, canary) = try crowd(in: folder)
    try register.record(on: "2026-02-11") { try $0.erase(canary) }
    try register.close()
    // No process has such a number.
    for companion in ["", "-wal", "-shm", "-journal"] {
      try Data("Trần Mộng Xuyến".utf8).write(
        to: URL(fileURLWithPath: folder.file("lantoa.db.new-2147483001\(companion)")))
    }

    try Register.open(at: folder.file()).close()

    #expect(try folder.content == ["lantoa.db", "lantoa.db.erased"])
    #expect(try canariesLeft(in: folder) == [])
  }

  @Test func `a register is founded where a link points that leads to no file yet`() throws {
    let folder = try TemporaryFolder()
    let link = folder.file("link.db")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.file("real.db"))

    let register = try folder.register("link.db")
    try register.close()

    #expect(try folder.content.contains("real.db"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == folder.file("real.db"))
  }

  private func canariesLeft(in folder: TemporaryFolder) throws -> Set<String> {
    var found: Set<String> = []
    for name in try folder.content {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      for canary in Self.canaries where bytes.range(of: Data(canary.utf8)) != nil {
        found.insert(canary)
      }
    }
    return found
  }
}

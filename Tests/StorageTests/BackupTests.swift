import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct BackupTests {
  private static let now = Sample.morning(of: Sample.day("2026-03-01"))

  @Test func `a backup is one sound file with its manifest, its owner's alone`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let manifest = try register.backUp(to: folder.file("b.db"), now: Self.now).manifest

    #expect(manifest.events == (try register.eventCount()))
    #expect(manifest.madeAt == "2026-03-01T01:00:00Z")
    #expect(manifest.synthetic == "test")
    let sum = try shell("sha256sum '\(folder.file("b.db"))'").prefix(64)
    #expect(manifest.sha256 == sum)
    #expect(BackupManifest.read(at: folder.file("b.db.manifest.json")) == manifest)
    for name in ["b.db", "b.db.manifest.json"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.file(name))
      #expect(mode[.posixPermissions] as? Int == 0o600)
    }
    #expect(try !folder.content.contains { $0.hasPrefix("b.db-") || $0.contains(".new-") })
    #expect(try folder.sqlite("PRAGMA integrity_check", in: "b.db") == "ok")
    #expect(try register.lastBackup() == Self.now)
  }

  @Test func `a name that is taken stays as it is`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try Data("thơ".utf8).write(to: URL(fileURLWithPath: folder.file("b.db")))
    #expect(throws: RegisterError.alreadyExists(path: folder.file("b.db"))) {
      try register.backUp(to: folder.file("b.db"), now: Self.now)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db"))) == Data("thơ".utf8))
    #expect(try register.lastBackup() == nil)
  }

  @Test func `a register with a fault is not passed on as a good copy`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try folder.sqlite("UPDATE event SET hash = zeroblob(32) WHERE key = 3")
    #expect(throws: RegisterError.unsound(path: folder.file("b.db"), faults: 1)) {
      try register.backUp(to: folder.file("b.db"), now: Self.now)
    }
    #expect(try !folder.content.contains("b.db"))
  }

  @Test func `what was recorded before the backup began is in it, whoever writes meanwhile`()
    async throws
  {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let path = folder.file()
    let writer = Task.detached {
      let other = try Register.open(at: path)
      for round in 0..<60 {
        try other.record(on: "2026-02-01") {
          try $0.set(.language, to: round % 2 == 0 ? "vi" : "en")
        }
      }
    }
    for round in 0..<5 {
      let acknowledged = try register.eventCount()
      let manifest = try register.backUp(to: folder.file("b\(round).db"), now: Self.now).manifest
      #expect(manifest.events >= acknowledged)
      let copy = try Register.open(at: folder.file("b\(round).db"))
      #expect(try copy.verify().faults == [])
      #expect(try copy.eventCount() == manifest.events)
    }
    try await writer.value
  }

  @Test func `a restored register has everything, and goes on under a device of its own`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    try register.backUp(to: folder.file("b.db"), now: Self.now)

    let restored = try restore("b.db", to: "r.db", in: folder)

    #expect(restored.verification.isSound)
    let again = try Register.open(at: folder.file("r.db"))
    #expect(try again.canonicalDump() == register.canonicalDump())
    #expect(try again.allEvents().map(\.hash) == register.allEvents().map(\.hash))
    try again.record(on: "2026-03-02") { try $0.set(.language, to: "vi") }
    #expect(try again.verify().heads.count == 2)
    // Both go on, and what each records is still two chains.
    try register.record(on: "2026-03-02") { try $0.set(.language, to: "en") }
    try register.receive(again.allEvents())
    #expect(try register.verify().faultsOfEvents == [])
  }

  @Test func `nothing is restored over a register, nor from bytes that have changed`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let manifest = try register.backUp(to: folder.file("b.db"), now: Self.now).manifest
    #expect(throws: RegisterError.alreadyExists(path: folder.file("lantoa.db"))) {
      try restore("b.db", to: "lantoa.db", in: folder)
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.db")))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: folder.file("b.db")))
    let sum = String(try shell("sha256sum '\(folder.file("b.db"))'").prefix(64))
    let difference = BackupManifest.Difference(.sha256, stated: manifest.sha256, found: sum)
    #expect(throws: RegisterError.backupDiffers(path: folder.file("b.db"), difference)) {
      try restore("b.db", to: "r.db", in: folder)
    }
    #expect(try !folder.content.contains { $0.hasPrefix("r.db") })
  }

  @Test func `whoever was erased since the backup is erased in what is restored`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let unit = try register.unit("101")
    let people = try register.record(on: "2026-02-01") { recorder in
      try ["Hồ Thị Kẹo", "Lê Văn Đá"].map { name in
        try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: name, birthYear: 1960), sex: nil,
            residence: .unit(unit.id)),
          on: Sample.day("2026-02-01"), consent: .paper, scope: .city)
      }
    }
    try register.backUp(to: folder.file("b.db"), now: Self.now)
    try register.record(on: "2026-02-02") { try $0.erase(people[0]) }
    try register.completeErasedList()
    try register.close()
    #expect(try Register.rewrite(at: folder.file()) == .done)
    let list = try ErasedList.read(at: folder.file("lantoa.db.erased"))
    #expect(list.days == [people[0].id: Sample.day("2026-02-02")])

    #expect(try restore("b.db", to: "r.db", in: folder, lists: [list]).erased == 1)

    let restored = try Register.open(at: folder.file("r.db"))
    let names = try restored.read { reader in
      try people.map { try reader.learner(id: $0.id)?.person.name }
    }
    #expect(names == [nil, "Lê Văn Đá"])
    try restored.close()
    for name in try folder.content where name.hasPrefix("r.db") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      #expect(bytes.range(of: Data("Kẹo".utf8)) == nil, "\(name)")
    }
    #expect(
      try ErasedList.read(at: folder.file("r.db.erased")).days.keys.sorted() == [people[0].id])
  }

  @Test func `every list in the folders of backup and register is gone by, and none is lost`()
    throws
  {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let unit = try register.unit("101")
    let person = try register.record(on: "2026-02-01") { recorder in
      try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Hồ Thị Kẹo", birthYear: 1960), sex: nil,
          residence: .unit(unit.id)),
        on: Sample.day("2026-02-01"), consent: .paper, scope: .city)
    }
    try register.backUp(to: folder.file("b.db"), now: Self.now)
    #expect(try !restore("b.db", to: "none.db", in: folder).hasLists)
    let stranger = "01a210cc-10fb-7bc6-8eeb-27793d0476e1"
    try FileManager.default.createDirectory(
      atPath: folder.file("desk"), withIntermediateDirectories: true)
    for (name, text) in [
      ("old.db.erased", "\(person.id) 2026-02-02\n"), ("poem.txt", "thơ\n"),
      ("desk/r.db.erased", "\(stranger) 2026-02-03\n"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
    }

    let restored = try restore("b.db", to: "desk/r.db", in: folder)

    #expect(restored.erased == 1 && restored.hasLists)
    let again = try Register.open(at: folder.file("desk/r.db"))
    #expect(try again.read { try $0.learner(id: person.id)?.person.name } == nil)
    #expect(try !again.allEvents().contains { "\($0.event.body)".contains(stranger) })
    try again.backUp(to: folder.file("desk/later.db"), now: Self.now)
    for name in ["r.db.erased", "later.db.erased"] {
      let list = try ErasedList.read(at: folder.file("desk/\(name)"))
      #expect(Set(list.days.keys.map(\.description)) == [stranger, person.id.description])
    }
    // A list of ours that is broken further down may name anybody.
    try Data("\(stranger) 2026-02-03\n?\n".utf8).write(
      to: URL(fileURLWithPath: folder.file("old.db.erased")))
    #expect(throws: RegisterError.listUnreadable(path: folder.file("old.db.erased"), line: 2)) {
      try restore("b.db", to: "third.db", in: folder)
    }
  }

  @Test func `tables that differ from a sound journal are folded anew, and that is told`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let dump = try register.canonicalDump()
    try folder.sqlite("UPDATE unit SET body = replace(body, 'Phường', 'Phố')")
    try #require(try register.canonicalDump() != dump, "the test has teeth")
    try register.backUp(to: folder.file("b.db"), now: Self.now)

    let restored = try restore("b.db", to: "r.db", in: folder)

    #expect(restored.isFoldedAnew && restored.verification.isSound)
    #expect(try Register.open(at: folder.file("r.db")).canonicalDump() == dump)
    try register.rebuild()
    try register.backUp(to: folder.file("c.db"), now: Self.now)
    #expect(try !restore("c.db", to: "s.db", in: folder).isFoldedAnew)
  }

  @Test func `a list of erased people says which of its lines cannot be read`() throws {
    let good = "01a210cc-10fb-7bc6-8eeb-27793d0476e1 2026-11-25\n"
    #expect(try ErasedList(reading: good, of: "x").text == good)
    #expect(throws: RegisterError.listUnreadable(path: "x", line: 2)) {
      try ErasedList(reading: good + "nobody\n", of: "x")
    }
  }

  @discardableResult
  private func restore(
    _ backup: String, to name: String, in folder: TemporaryFolder, lists: [ErasedList] = []
  ) throws -> Register.Restored {
    var random = SplitMix64(seed: 77)
    return try Register.restore(
      folder.file(backup), to: folder.file(name),
      device: .timeOrdered(milliseconds: Self.now, using: &random),
      by: Author(now: Self.now, random: .seeded(random), checksClock: false), account: "thử",
      lists: lists)
  }

  private func shell(_ line: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.standardOutput = pipe
    try process.run()
    return String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }
}

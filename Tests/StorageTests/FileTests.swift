import Domain
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct FileTests {
  private struct Stop: Error {}

  @Test func `a new register is its owner's alone, and durable`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }

    #expect(try folder.content.first == "lantoa.db")
    for name in try folder.content { #expect(try folder.mode(of: name) == 0o600, "\(name)") }
    let settings = try register.settingsInForce()
    #expect(settings["synchronous"] == "2")
    #expect(settings["journal_mode"] == "wal")
    #expect(settings["foreign_keys"] == "1")
    #expect(settings["busy_timeout"] == "5000")
  }

  @Test func `a register opens with all that was recorded`() throws {
    let folder = try TemporaryFolder()
    let dump: [String]
    do {
      let register = try folder.register()
      try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
      dump = try register.canonicalDump()
    }
    let again = try Register.open(at: folder.file())
    #expect(try again.canonicalDump() == dump)
    #expect(try again.verify().faults == [])
    #expect(try folder.sqlite("PRAGMA integrity_check") == "ok")
  }

  @Test func `nothing is ever created over a file`() throws {
    let folder = try TemporaryFolder()
    try Data("thơ".utf8).write(to: URL(fileURLWithPath: folder.file("poem.txt")))
    try folder.register()
    let before = try folder.bytes("lantoa.db")

    for name in ["poem.txt", "lantoa.db"] {
      #expect(throws: RegisterError.alreadyExists(path: folder.file(name))) {
        try create(folder.file(name)) { _ in }
      }
    }
    #expect(try folder.bytes("poem.txt") == Data("thơ".utf8))
    #expect(try folder.bytes("lantoa.db") == before)
  }

  @Test func `a file that appears during the founding is kept`() throws {
    let folder = try TemporaryFolder()
    let poem = Data("thơ".utf8)

    #expect(throws: RegisterError.alreadyExists(path: folder.file())) {
      try create(folder.file()) { _ in try poem.write(to: URL(fileURLWithPath: folder.file())) }
    }
    #expect(try folder.bytes("lantoa.db") == poem)
    #expect(try folder.content == ["lantoa.db"])
  }

  @Test func `a founding that fails leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Stop.self) {
      try create(folder.file()) { register in
        try register.record(as: Sample.author(on: Sample.founded)) { try Sample.found(&$0) }
        throw Stop()
      }
    }
    #expect(try folder.content == [])
    try folder.register()
  }

  @Test func `a register is not made in a folder that is not there`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("none/lantoa.db")
    #expect(throws: RegisterError.refused(path: path, code: ENOENT)) { try create(path) { _ in } }
  }

  @Test func `a missing file is not found`() throws {
    let path = try TemporaryFolder().file()
    #expect(throws: RegisterError.notFound(path: path)) { try Register.open(at: path) }
  }

  @Test(arguments: ["", "id,tên\n1,Lê\n", "SQLite format 3", "SQLite format 3\0 and then a poem"])
  func `a file that is no database is no register, and stays as it is`(text: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file()))

    #expect(throws: RegisterError.notARegister(path: folder.file())) {
      try Register.open(at: folder.file())
    }
    #expect(try folder.bytes("lantoa.db") == Data(text.utf8))
    #expect(try folder.content == ["lantoa.db"])
  }

  @Test func `another program's database is no register, and stays as it is`() throws {
    let folder = try TemporaryFolder()
    try folder.sqlite("CREATE TABLE poem (line TEXT); INSERT INTO poem VALUES ('lục bát');")
    let before = try folder.bytes("lantoa.db")

    #expect(throws: RegisterError.notARegister(path: folder.file())) {
      try Register.open(at: folder.file())
    }
    #expect(try folder.bytes("lantoa.db") == before)
    #expect(try folder.content == ["lantoa.db"])
  }

  @Test func `a folder is no register`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: RegisterError.self) { try Register.open(at: folder.path) }
  }

  @Test func `a register of a newer program is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.register()
    try folder.sqlite("INSERT INTO grdb_migrations VALUES ('999-later')")

    #expect(throws: RegisterError.newer(path: folder.file())) {
      try Register.open(at: folder.file())
    }
  }

  @Test(arguments: [0.9, 0.5, 0.1])
  func `a file cut short is damaged`(share: Double) throws {
    let folder = try TemporaryFolder()
    try folder.register()
    let bytes = try folder.bytes("lantoa.db")
    try bytes.prefix(Int(Double(bytes.count) * share))
      .write(to: URL(fileURLWithPath: folder.file("cut.db")))

    let error = #expect(throws: RegisterError.self) {
      _ = try Register.open(at: folder.file("cut.db")).verify()
    }
    guard case .damaged(folder.file("cut.db"), _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `while another process writes, readers go on and a writer gives up in time`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let before = try register.eventCount()
    let other = try SQLiteProgram(file: folder.file())
    try other.send("BEGIN IMMEDIATE; SELECT 'ready';")
    try other.wait(for: "ready")

    let reader = try Register.open(at: folder.file())
    #expect(try reader.eventCount() == before)
    let start = ContinuousClock.now
    #expect(throws: RegisterError.locked(path: folder.file())) {
      try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    }
    let waited = ContinuousClock.now - start
    #expect(waited >= .seconds(4))
    #expect(waited < .seconds(30))

    try other.send("COMMIT;")
    try other.finish()
    try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    #expect(try reader.eventCount() == before + 1)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write to a read-only file"))
  func `a read-only file in a read-only folder can be read and not written`() throws {
    let folder = try TemporaryFolder()
    do { try folder.register() }
    for name in try folder.content where name != "lantoa.db" {
      try FileManager.default.removeItem(atPath: folder.file(name))
    }
    chmod(folder.file(), 0o400)
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }

    let register = try Register.open(at: folder.file())
    #expect(try register.verify().faults == [])
    #expect(throws: RegisterError.readOnly(path: folder.file())) {
      try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    }
  }

  @Test(arguments: ["a?b", "100%", "a#b", "sổ 1"])
  func `a register that cannot be made longer is read all the same, whatever its name`(
    name: String
  ) throws {
    let folder = try TemporaryFolder()
    do { try folder.register("\(name).db") }
    // No lock file can be made where folders of their names lie.
    for suffix in ["-wal", "-shm"] {
      try FileManager.default.createDirectory(
        atPath: folder.file("\(name).db\(suffix)"), withIntermediateDirectories: true)
    }
    let register = try Register.open(at: folder.file("\(name).db"))
    #expect(try register.read { try $0.courses().count } == 3)
    #expect(throws: RegisterError.self) {
      try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    }
  }

  @Test func `tables of an older program are folded anew`() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.register().canonicalDump()
    try folder.sqlite(
      """
      DELETE FROM grdb_migrations WHERE identifier = 'projection-6';
      DROP TABLE mark; CREATE TABLE mark (old TEXT);
      """)

    let register = try Register.open(at: folder.file())

    #expect(try register.canonicalDump() == dump)
    #expect(try register.verify().isSound)
  }

  @Test func `an older register that cannot be written says so`() throws {
    let folder = try TemporaryFolder()
    do { try folder.register() }
    try folder.sqlite(
      "DELETE FROM grdb_migrations WHERE identifier = 'projection-6'; PRAGMA journal_mode = DELETE"
    )
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder.file("lantoa.db\(suffix)"))
      try FileManager.default.createDirectory(
        atPath: folder.file("lantoa.db\(suffix)"), withIntermediateDirectories: true)
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("lantoa.db-journal"), withIntermediateDirectories: true)
    #expect(throws: RegisterError.outdated(path: folder.file())) {
      try Register.open(at: folder.file())
    }
  }

  @Test func `a glance at the language neither waits nor changes an older file`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    #expect(Register.peek(.language, at: folder.file()) == "en")
    #expect(Register.peek(.language, at: folder.file("none.db")) == nil)
    try folder.sqlite("INSERT INTO grdb_migrations VALUES ('999-later')")
    #expect(Register.peek(.language, at: folder.file()) == "en")
  }

  private func create(_ path: String, found: (Register) throws -> Void) throws {
    var random = SplitMix64(seed: 9)
    try Register.create(
      at: path, device: .timeOrdered(milliseconds: 0, using: &random), found: found)
  }
}

extension TemporaryFolder {
  fileprivate func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }

  fileprivate func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int
  }
}

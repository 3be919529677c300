import Foundation
import TestSupport
import Testing

/// What SQLite leaves beside a register that was killed is never played into another that is put there.
@Suite struct StrayLogTests {
  /// `broken.db`, moved there from `lantoa.db`, whose log still lies beside that name with the person
  /// who was registered last; a backup of before, and another register.
  private func killed() async throws -> (lantoa: LantoaProcess, person: String) {
    let (lantoa, _) = try await LantoaProcess.founded()
    try await lantoa.must("backup", "b.db")
    try await lantoa.must("restore", "b.db", "--db", "other.db")
    // Whoever still reads keeps the log from being put into the file.
    let reader = try lantoa.start(
      program: "/usr/bin/sqlite3", [lantoa.scratch.path("lantoa.db")], takesInput: true)
    try reader.send("BEGIN;\nSELECT 'held', count(*) FROM event;\n")
    try #require(try await reader.says("held"))
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    reader.kill()
    _ = try await reader.outcome()
    try lantoa.move("lantoa.db", to: "broken.db")
    try lantoa.remove("lantoa.db-shm")
    try #require(try !Data(contentsOf: lantoa.scratch.url("lantoa.db-wal")).isEmpty)
    return (lantoa, person)
  }

  private static let makers = [
    ["restore", "b.db", "--db", "lantoa.db"], ["init", "--test", "--db", "lantoa.db"],
    ["demo", "--learners", "10", "--db", "lantoa.db"],
    ["backup", "lantoa.db", "--db", "other.db"],
  ]

  @Test(arguments: makers)
  func `no file is put beside the log of another, and nothing is lost by it`(maker: [String])
    async throws
  {
    let (lantoa, person) = try await killed()
    let log = try Data(contentsOf: lantoa.scratch.url("lantoa.db-wal"))
    let names = try lantoa.scratch.names
    for (language, words) in [("vi", "ghi sau cùng"), ("en", "recorded last")] {
      let refused = try await lantoa.run(maker, language: language)
      #expect(refused.code == 1, "\(refused)")
      #expect(
        mentions(refused.stderr, [lantoa.scratch.path("lantoa.db-wal"), words]), "\(refused)")
      #expect(try lantoa.scratch.names == names)
    }
    #expect(try Data(contentsOf: lantoa.scratch.url("lantoa.db-wal")) == log)

    try lantoa.move("lantoa.db-wal", to: "broken.db-wal")
    try await lantoa.must("learner", "show", person, "--db", "broken.db")
    let made = try await lantoa.run(maker)
    #expect(made.code == 0, "\(made)")
    try await lantoa.must("journal", "verify", "--db", "lantoa.db")
  }

  @Test(arguments: ["-wal", "-shm", "-journal"])
  func `whatever SQLite keeps beside a file stops one of that name`(suffix: String) async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try await lantoa.must("backup", "b.db")
    for name in ["new.db", "c.db"] { try lantoa.scratch.write("", to: name + suffix) }
    let restored = try await lantoa.run("restore", "b.db", "--db", "new.db")
    #expect(restored.code == 1 && restored.stderr.contains("new.db" + suffix), "\(restored)")
    let backup = try await lantoa.run("backup", "c.db")
    #expect(backup.code == 1 && backup.stderr.contains("c.db" + suffix), "\(backup)")
    #expect(!lantoa.scratch.has("new.db") && !lantoa.scratch.has("c.db"))
  }

  @Test func `a backup in a folder gets a name beside which nothing lies`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("usb"), withIntermediateDirectories: true)
    let suffixes = ["-wal", "-shm", "-journal", ".manifest.json"]
    let time = DateFormatter()
    time.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
    time.locale = Locale(identifier: "en_US_POSIX")
    time.dateFormat = "yyyyMMdd-HHmmss"
    let begun = Date()
    for second in 0..<60 {
      let stamp = time.string(from: begun.addingTimeInterval(Double(second)))
      try lantoa.scratch.write("?", to: "usb/lantoa-\(stamp).db\(suffixes[second % 4])")
    }
    let backup = try await lantoa.json("backup", "usb")
    let name = try #require(backup["file"].string)
    try await lantoa.must("journal", "verify", "--db", name)
    let lying = try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path("usb"))
    let own = lying.filter { $0.hasPrefix((name as NSString).lastPathComponent) }
    #expect(own.count == 2 && lying.count == 62, "\(lying)")
  }

  @Test func `whoever is told to copy a register aside is told of its log`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try await lantoa.sqlite("UPDATE event SET hash = zeroblob(32) WHERE key = 3")
    for (language, words) in [("vi", "chép tệp"), ("en", "copy the file")] {
      let verified = try await lantoa.run("journal", "verify", language: language)
      #expect(mentions(verified.stdout + verified.stderr, [words, "-wal", "-shm"]), "\(verified)")
    }
  }
}

extension LantoaProcess {
  fileprivate func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: scratch.path(name), toPath: scratch.path(other))
  }

  fileprivate func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: scratch.path(name))
  }
}

extension ScratchFolder {
  fileprivate func url(_ name: String) -> URL { URL(fileURLWithPath: path(name)) }
}

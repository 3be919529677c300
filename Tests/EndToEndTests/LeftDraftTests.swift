import Foundation
import TestSupport
import Testing

/// What a lantoa that was killed leaves behind holds people: it is named, and it goes.
@Suite struct LeftDraftTests {
  private static let name = "Trần Mộng Xuyến"
  /// No process has such a number.
  private static let dead = "2147483001"
  private static var alive: String { "\(ProcessInfo.processInfo.processIdentifier)" }

  /// A register with the person in it, and a folder `usb`.
  private func founded() async throws -> (lantoa: LantoaProcess, person: String) {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", Self.name, "--consent", "paper"
    ).line
    try await lantoa.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("usb"), withIntermediateDirectories: true)
    return (lantoa, person)
  }

  private func names(_ lantoa: LantoaProcess, in folder: String = "usb") throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path(folder)))
  }

  /// The detail of doctor's check of copies; nil where all is well.
  private func copies(_ lantoa: LantoaProcess) async throws -> String? {
    let checks = try await lantoa.json("doctor")["checks"].elements
    let check = try #require(checks.first { $0["check"] == "copies" })
    return check["ok"] == true ? nil : check["detail"].string
  }

  @Test func `drafts of dead processes go with the next backup, and nothing else does`()
    async throws
  {
    let (lantoa, _) = try await founded()
    let whole = "usb/lantoa-20261101-080000.db.new-\(Self.dead)"
    let begun = "usb/before the merger.new-\(Self.dead)"
    try lantoa.scratch.copy("lantoa.db", to: whole)
    try lantoa.scratch.write("rollback", to: "\(whole)-journal")
    // SQLite writes the first page of a copy last.
    try lantoa.scratch.write(String(repeating: "\0", count: 4096) + Self.name, to: begun)
    try lantoa.scratch.write("{}", to: "usb/b.db.manifest.json.new-\(Self.dead)")
    try lantoa.scratch.copy("lantoa.db", to: "other.db")
    let kept = [
      "b.db.new-\(Self.alive)", "b.db.new-\(Self.dead).db", "b.db.new-0\(Self.dead)",
      "b.db.new-", "b.db.new-\(Self.dead)0000000000", "b.db.new-\(Self.dead)-old",
      ".new-\(Self.dead)",
    ]
    for name in kept { try lantoa.scratch.copy("lantoa.db", to: "usb/\(name)") }
    try lantoa.scratch.write("thơ", to: "usb/poem.new-\(Self.dead)")
    try FileManager.default.createSymbolicLink(
      atPath: lantoa.scratch.path("usb/link.new-\(Self.dead)"),
      withDestinationPath: lantoa.scratch.path("other.db"))

    let backup = try await lantoa.must("backup", "usb/new.db")

    #expect(mentions(backup.stderr, ["killed", whole, begun]), "\(backup)")
    #expect(
      try names(lantoa)
        == Set(kept).union([
          "new.db", "new.db.manifest.json", "poem.new-\(Self.dead)", "link.new-\(Self.dead)",
        ]))
    #expect(lantoa.scratch.has("other.db"))
  }

  @Test func `a backup that is killed is shown by doctor, and swept by the next`() async throws {
    let (lantoa, _) = try await founded()
    var left: Set<String> = []
    for _ in 0..<50 where left.isEmpty {
      let process = try lantoa.start(["backup", "usb"])
      for _ in 0..<2000 {
        if try !names(lantoa).isEmpty { break }
        try await Task.sleep(for: .microseconds(200))
      }
      process.kill()
      _ = try await process.outcome()
      left = try names(lantoa).filter { $0.contains(".new-") }
      if left.isEmpty {
        for name in try names(lantoa) {
          try FileManager.default.removeItem(atPath: lantoa.scratch.path("usb/\(name)"))
        }
      }
    }
    let draft = try #require(left.min())

    let shown = try #require(try await copies(lantoa))
    #expect(mentions(shown, ["usb/\(draft)", "rm "]), "\(shown)")
    let backup = try await lantoa.must("backup", "usb")
    #expect(mentions(backup.stderr, ["usb/\(draft)"]), "\(backup)")
    #expect(try names(lantoa).allSatisfy { !$0.contains(".new-") })
    #expect(try await copies(lantoa) == nil)
  }

  @Test func `doctor shows drafts beside the register and where the last backup lies`()
    async throws
  {
    let (lantoa, _) = try await founded()
    try await lantoa.must("backup", "usb/first.db")
    #expect(try await copies(lantoa) == nil)
    let drafts = [
      "lantoa.db.restoring.new-\(Self.dead)", "people.csv.errors.csv.new-\(Self.dead)",
      "usb/next.db.new-\(Self.dead)",
    ]
    for draft in drafts { try lantoa.scratch.write(Self.name, to: draft) }
    try lantoa.scratch.write(Self.name, to: "lantoa.db.new-\(Self.alive)")

    let shown = try #require(try await copies(lantoa))
    #expect(mentions(shown, drafts), "\(shown)")
    #expect(!shown.contains(".new-\(Self.alive)"), "\(shown)")
  }

  @Test func `the log of a draft that is itself gone is named, and goes with an erasure`()
    async throws
  {
    let (lantoa, person) = try await founded()
    try await lantoa.must("backup", "usb/first.db")
    let log = "usb/next.db.new-\(Self.dead)-wal"
    // "WAL Header" of SQLite's file format: such a log begins with this number.
    let bytes = Data([0x37, 0x7f, 0x06, 0x82]) + Data(Self.name.utf8)
    try bytes.write(to: URL(fileURLWithPath: lantoa.scratch.path(log)))
    let poem = "usb/poem.db.new-\(Self.dead)-wal"
    try lantoa.scratch.write("thơ", to: poem)

    let shown = try #require(try await copies(lantoa))
    #expect(mentions(shown, ["rm \(lantoa.scratch.path(log))", poem]), "\(shown)")
    let erased = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(mentions(erased.stderr, [log, poem]), "\(erased)")
    #expect(!lantoa.scratch.has(log) && lantoa.scratch.has(poem))
  }

  @Test func `where the last backup lies is in the register alone`() async throws {
    let (lantoa, _) = try await founded()
    try await lantoa.must("backup", "usb/first.db")
    try await lantoa.must("backup", "copy.db")
    try await lantoa.must("backup", "usb/second.db")
    try await lantoa.must("restore", "usb/second.db", "--db", "again.db")
    let folder = Data(lantoa.scratch.path("usb").utf8)
    func holds(_ name: String) throws -> Bool {
      try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path(name))).range(of: folder) != nil
    }
    try await lantoa.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(try holds("lantoa.db"), "the test has teeth")
    for name in ["copy.db", "usb/second.db", "again.db"] { #expect(try !holds(name), "\(name)") }
  }

  @Test func `an erasure takes unfinished copies with it`() async throws {
    let (lantoa, person) = try await founded()
    try await lantoa.must("backup", "usb/first.db")
    let drafts = [
      "lantoa.db.restoring.new-\(Self.dead)", "usb/next.db.new-\(Self.dead)",
    ]
    for draft in drafts { try lantoa.scratch.copy("lantoa.db", to: draft) }
    try lantoa.scratch.copy("lantoa.db", to: "lantoa.db.restoring.new-\(Self.alive)")
    try lantoa.scratch.write(Self.name, to: "people.csv.new-\(Self.dead)")

    let erased = try await lantoa.must("learner", "erase", person, "--yes")

    #expect(mentions(erased.stderr, drafts), "\(erased)")
    for draft in drafts { #expect(!lantoa.scratch.has(draft), "\(draft)") }
    #expect(lantoa.scratch.has("lantoa.db.restoring.new-\(Self.alive)"))
    // Perhaps somebody's own: it is only told of.
    #expect(mentions(erased.stderr, ["rm ", "people.csv.new-\(Self.dead)"]), "\(erased)")
    #expect(lantoa.scratch.has("people.csv.new-\(Self.dead)"))
  }
}

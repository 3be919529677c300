import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// A disk or a memory that turns a bit: whatever it changes in a register is found.
@Suite struct BitFlipTests {
  /// What SQLite itself reads of the journal and its tables, line by line; nil where it reads nothing.
  private func content(_ folder: TemporaryFolder, _ name: String) -> String? {
    let program = try? SQLiteProgram(file: folder.file(name))
    try? program?.send(".dump")
    guard let dump = try? program?.finish(), !dump.contains("/**** ERROR") else { return nil }
    // This file's own notes on this machine are no part of what was recorded.
    // The order of rows is nothing that was recorded either.
    return dump.split(separator: "\n").filter { !$0.contains("INTO local VALUES") }.sorted()
      .joined(separator: "\n")
  }

  private static func change(of whole: String, to read: String?) -> String {
    let lines = [whole, read ?? ""].map { Set($0.split(separator: "\n")) }
    let (lost, new) = (lines[0].subtracting(lines[1]), lines[1].subtracting(lines[0]))
    return "\(lost.sorted().prefix(3)) became \(new.sorted().prefix(3))"
  }

  @Test func `every bit that changes a value is found by verify, and none makes it crash`() throws {
    let folder = try TemporaryFolder()
    do {
      let register = try folder.register()
      try register.receive(RandomHistory(seed: 8, acts: 40).union())
      try register.record(on: "2027-01-04") { try $0.set(.language, to: "en") }
      try #require(try register.verify().isSound)
      try register.close()
    }
    try folder.sqlite("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")
    let original = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let whole = try #require(content(folder, "lantoa.db"))
    var random = SplitMix64(seed: UInt64(original.count))
    var (changed, harmless) = (0, 0)

    for round in 0..<Torture.times(1000) {
      let bit = Int.random(in: 0..<original.count * 8, using: &random)
      var bytes = original
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      let name = "flipped-\(round).db"
      try bytes.write(to: URL(fileURLWithPath: folder.file(name)))
      let read = content(folder, name)
      let isSame = read == whole
      let isFound: Bool
      do {
        isFound = try !Register.open(at: folder.file(name)).verify().isSound
      } catch is RegisterError {
        isFound = true
      }
      if isSame {
        harmless += 1
      } else {
        changed += 1
        #expect(
          isFound, "bit \(bit) changed a value unnoticed: \(Self.change(of: whole, to: read))")
      }
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: folder.file(name + suffix))
      }
    }
    #expect(changed > harmless / 4, "the test has teeth: \(changed) of \(changed + harmless)")
  }

  /// The journal, the schema and what a file notes of itself by their rows, which no index has given; nil where
  /// SQLite cannot read them.
  private func journal(_ folder: TemporaryFolder, _ name: String) -> String? {
    let tables = ["sqlite_schema", "grdb_migrations", "local", "device", "event"]
    return try? folder.sqlite(
      tables.map { "SELECT * FROM \($0) NOT INDEXED;" }.joined(separator: "\n"), in: name)
  }

  /// What the tables of a register hold that was brought back, and is sound.
  private func restored(
    _ backup: String, as name: String, in folder: TemporaryFolder
  ) throws -> [String] {
    try folder.restore(backup, as: name)
    let register = try Register.open(at: folder.file(name))
    defer { try? register.close() }
    #expect(try register.verify().isSound)
    return try register.canonicalDump()
  }

  @Test func `where a bit spoils the tables and not the journal, a backup brings out all of it`()
    throws
  {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try register.receive(RandomHistory(seed: 8, acts: 40).union())
    try register.record(on: "2027-01-04") { try $0.set(.language, to: "en") }
    try register.close()
    try folder.sqlite("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")
    let dump = try restored("lantoa.db", as: "unharmed.db", in: folder)
    let original = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let whole = try #require(journal(folder, "lantoa.db"))
    var random = SplitMix64(seed: UInt64(original.count))
    var mended = 0

    for round in 0..<Torture.times(400) {
      // Every other bit is one of those by which SQLite finds its way on a page.
      var bit = Int.random(in: 0..<original.count * 8, using: &random)
      if round.isMultiple(of: 2) { bit = bit / (8 * 4096) * (8 * 4096) + bit % (8 * 12) }
      guard bit / 8 > 100 else { continue }
      var bytes = original
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      let (name, copy) = ("flipped-\(round).db", "copy-\(round).db")
      try bytes.write(to: URL(fileURLWithPath: folder.file(name)))
      guard journal(folder, name) == whole else { continue }

      let flipped = try Register.open(at: folder.file(name))
      let isDamaged = try flipped.hasDamagedPages()
      try flipped.backUp(to: folder.file(copy), now: Sample.morning(of: Sample.day("2027-03-01")))
      if isDamaged {
        mended += 1
        let found = try restored(copy, as: "restored-\(round).db", in: folder)
        #expect(found == dump, "bit \(bit)")
      }
      try flipped.close()
    }
    #expect(mended > Torture.times(400) / 10, "the test has teeth: \(mended)")
  }
}

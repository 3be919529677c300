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
}

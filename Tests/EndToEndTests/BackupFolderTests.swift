import Foundation
import TestSupport
import Testing

/// Backups in a folder: each has a name of its own, and none is lost for another.
@Suite struct BackupFolderTests {
  private func names(_ lantoa: LantoaProcess) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path("usb"))
      .filter { $0.hasSuffix(".db") }.sorted()
  }

  private func founded() async throws -> LantoaProcess {
    let (lantoa, _) = try await LantoaProcess.founded()
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("usb"), withIntermediateDirectories: true)
    return lantoa
  }

  @Test func `backups of the same second are all kept, each under its own name`() async throws {
    let lantoa = try await founded()
    let outcomes = try await withThrowingTaskGroup(of: LantoaProcess.Outcome.self) { group in
      for _ in 0..<6 {
        group.addTask { try await lantoa.run("backup", "usb", "--format", "json") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.allSatisfy { $0.code == 0 }, "\(outcomes)")
    let told = outcomes.compactMap { ParsedJSON($0.stdout)?["file"].string }
      .map { ($0 as NSString).lastPathComponent }
    #expect(try told.sorted() == names(lantoa))
    #expect(Set(told).count == 6)
    for name in try names(lantoa) {
      try await lantoa.must("restore", "usb/\(name)", "--db", "again-\(name)")
    }
  }

  @Test func `a backup to no name, as of an empty variable, is refused`() async throws {
    let lantoa = try await founded()
    let before = try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path(""))
    let refused = try await lantoa.run("backup", "")
    #expect(refused.code == 64 && refused.stderr.contains("The name is empty"), "\(refused)")
    let after = try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path(""))
    #expect(after.sorted() == before.sorted())
  }

  @Test func `the backup just made is kept, however its folder is written`() async throws {
    let lantoa = try await founded()
    try await lantoa.must("backup", "usb")
    for place in ["usb//", "usb/.", "./usb"] {
      let before = try names(lantoa)
      try await lantoa.must("backup", place, "--keep", "1")
      let left = try names(lantoa)
      #expect(left.count == 1 && left != before, "\(place): \(left)")
    }
  }
}

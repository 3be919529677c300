import Domain
import Foundation

/// What a backup holds, and the hashes that show it is still what was written. Lies beside it as JSON.
package struct BackupManifest: Codable, Hashable, Sendable {
  package struct Head: Codable, Hashable, Sendable {
    package let device: String
    package let epoch: Int
    package let sequence: Int
    package let hash: String
  }

  package let bytes: Int
  /// Of the whole file, lower-case hexadecimal.
  package let sha256: String
  /// An instant of UTC, as in `2026-11-25T03:30:00Z`.
  package let madeAt: String
  /// The device of the register that was copied: tells backups of one register from another's.
  package let register: String
  package let events: Int
  /// The end of each device's chain: with a copy of these elsewhere a cut-off tail is noticed.
  package let heads: [Head]
  package let learners: Int
  package let sessions: Int
  /// How many people the list beside the backup names as erased.
  package let erased: Int
  /// `demo` or `test`; absent where people are real.
  package let synthetic: String?

  package static func path(beside file: String) -> String { file + ".manifest.json" }

  /// Far more than any has.
  private static let most = 16 << 20

  /// Nil where there is no manifest, or none that can be read.
  package static func read(at path: String) -> BackupManifest? {
    let size = try? FileManager.default.attributesOfItem(atPath: RealPath.of(path))[.size] as? Int
    guard FileIdentity.isRegular(path), let size, size <= most else { return nil }
    return FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode(BackupManifest.self, from: $0)
    }
  }

  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

extension ContentHash {
  /// The hash of a file's bytes, read piece by piece.
  static func sha256(ofFile path: String) throws -> ContentHash {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw RegisterError.refused(path: path, code: errno)
    }
    defer { try? file.close() }
    var hasher = Hasher()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hasher.update(piece)
    }
    return hasher.finalize()
  }
}

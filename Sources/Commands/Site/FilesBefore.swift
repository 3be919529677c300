import Foundation

/// The files as they were before they were mended, in a folder of this machine that only its owner reads.
struct FilesBefore {
  /// Where nothing is until something is kept.
  private let folder: String
  /// What the kept paths are below: the current folder, or the root where one lies outside.
  private let base: String

  init(_ paths: [String], in workspace: Workspace) {
    let temporary = workspace.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    folder =
      URL(fileURLWithPath: temporary).appendingPathComponent(
        "lantoa-before-fix-\(workspace.now())"
      ).path
    let current = workspace.currentFolder
    base = paths.allSatisfy { $0.hasPrefix(current + "/") } ? current : "/"
  }

  /// - Throws: `Failure` naming what cannot be kept.
  func keep(_ path: String, _ bytes: [UInt8]) throws {
    let place = URL(fileURLWithPath: folder + "/" + path.dropFirst(base == "/" ? 0 : base.count))
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: place)
    } catch {
      throw AuthoredFile.refusal(of: place.path, error)
    }
  }

  /// The command that puts all of them back.
  var wayBack: String { "cp -R \(Self.quoted(folder))/. \(Self.quoted(base))" }

  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "/._-".utf8.contains($0)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}

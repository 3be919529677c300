import Foundation

/// A file being made beside the one it is to become, readable by its owner only: what is half done never
/// stands under a name that somebody trusts.
package struct DraftFile {
  let target: String
  package let path: String

  /// Makes an empty draft, and removes those that processes now dead have left behind.
  ///
  /// `mark` keeps two drafts of one target apart.
  /// - Throws: `RegisterError.refused` naming the target.
  package init(for target: String, mark: String = "") throws {
    self.target = target
    path = DraftName(target: target + mark).text
    Self.sweep(beside: target + mark)
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw failure() }
  }

  package func write(_ text: String) throws {
    guard let file = FileHandle(forWritingAtPath: path) else { throw failure() }
    defer { try? file.close() }
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      discard()
      throw RegisterError.noRoom(path: target)
    }
  }

  /// Takes away what was begun.
  func empty() throws {
    for suffix in DraftName.companions { unlink(path + suffix) }
    guard truncate(path, 0) == 0 else { throw failure() }
  }

  /// Puts the draft in its target's place, whatever stands there.
  package func replace() throws {
    try synchronize()
    guard rename(path, target) == 0 else { throw failure() }
    Self.synchronizeFolder(of: target)
  }

  /// Gives the draft its target's name, or another.
  ///
  /// - Throws: `RegisterError.alreadyExists` where something stands there.
  package func place(as name: String? = nil) throws {
    let target = name ?? target
    try synchronize()
    guard link(path, target) == 0 else {
      guard errno != EEXIST else { throw RegisterError.alreadyExists(path: target) }
      // A file system without links, as on many USB sticks.
      guard !FileManager.default.fileExists(atPath: target), rename(path, target) == 0 else {
        throw failure()
      }
      return Self.synchronizeFolder(of: target)
    }
    unlink(path)
    Self.synchronizeFolder(of: target)
  }

  /// Removes the draft, after what SQLite keeps beside it.
  package func discard() {
    for suffix in DraftName.companions + [""] { unlink(path + suffix) }
  }

  private func synchronize() throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      discard()
      throw RegisterError.noRoom(path: target)
    }
  }

  private func failure() -> RegisterError {
    let code = errno
    discard()
    return .refused(path: target, code: code)
  }

  private static func synchronizeFolder(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func sweep(beside target: String) {
    let folder = (target as NSString).deletingLastPathComponent
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? [] {
      guard let draft = DraftName(name), draft.target == (target as NSString).lastPathComponent,
        draft.isAbandoned
      else { continue }
      try? files.removeItem(atPath: (folder as NSString).appendingPathComponent(name))
    }
  }

  /// Whether the process that was making a draft is dead; nil for a name that is no draft's.
  package static func isAbandoned(_ path: String) -> Bool? {
    DraftName((path as NSString).lastPathComponent)?.isAbandoned
  }
}

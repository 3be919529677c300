import Foundation

/// A file of the authors' own folders.
enum AuthoredFile {
  /// - Throws: where something stands at `path` already, whatever it is.
  static func create(_ bytes: [UInt8], at path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
  }

  /// Puts `bytes` in the place of the file as a whole; who may read and write it stays.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: path)
    let draft = file.deletingLastPathComponent()
      .appendingPathComponent(".\(file.lastPathComponent).new").path
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemCause.latest }
    try create(bytes, at: draft)
    guard chmod(draft, status.st_mode & 0o7777) == 0, rename(draft, path) == 0 else {
      let cause = SystemCause.latest
      unlink(draft)
      throw cause
    }
  }
}

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
    // What an earlier run left when it was killed.
    guard unlink(draft) == 0 || errno == ENOENT else { throw SystemCause.latest }
    do {
      try create(bytes, at: draft)
      try FileHandle(forWritingTo: URL(fileURLWithPath: draft)).synchronize()
      guard chmod(draft, status.st_mode & 0o7777) == 0, rename(draft, path) == 0 else {
        throw SystemCause.latest
      }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Whether `path` is a file itself, not a link, and lies in one of the folders.
  static func isOwn(_ path: String, in folders: [String]) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let real = resolved(path)
    else { return false }
    return folders.compactMap(resolved).contains { real.hasPrefix($0 == "/" ? "/" : $0 + "/") }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Why a file as people read its path cannot be written.
  static func refusal(of path: String, _ error: any Error) -> Failure {
    let cause = error as? SystemCause ?? SystemCause(error)
    return Failure(
      vi: "Không ghi được “\(path)” (\(cause)). Xem lại quyền của thư mục rồi thử lại.",
      en: "Cannot write “\(path)” (\(cause)). Check the folder's permissions and try again.")
  }
}

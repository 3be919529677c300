import Foundation

/// Files that commands give out: readable by their owner only, there as a whole or not at all.
enum OutputFile {
  /// Never writes over a register, or any other database.
  ///
  /// - Throws: `Failure` naming the path and the cause.
  static func write(_ text: String, to path: String) throws {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = files.fileExists(atPath: path, isDirectory: &isFolder)
    let kind = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if kind == .typeRegular, isDatabase(path) {
      throw Failure(
        vi: "“\(path)” là một sổ hoặc cơ sở dữ liệu, không ghi đè. Chọn tệp khác bằng --output.",
        en:
          "“\(path)” is a register or another database, and is never written over. Choose another "
          + "file with --output.")
    }
    // A device or a pipe is written as it is; a file is put into place when it is complete.
    let isPlain = !exists || kind == .typeRegular
    let draft = isPlain ? "\(path).new-\(ProcessInfo.processInfo.processIdentifier)" : path
    let isWritten =
      isPlain
      ? files.createFile(
        atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        && rename(draft, path) == 0
      : append(text, to: path)
    guard isWritten else {
      let cause = String(cString: strerror(errno))
      if isPlain { try? files.removeItem(atPath: draft) }
      throw Failure(
        vi: "Không ghi được tệp “\(path)” (\(cause)). Chọn nơi khác bằng --output.",
        en: "Cannot write the file “\(path)” (\(cause)). Choose another place with --output.")
    }
  }

  private static func append(_ text: String, to path: String) -> Bool {
    guard let file = FileHandle(forWritingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.write(contentsOf: Data(text.utf8))) != nil
  }

  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}

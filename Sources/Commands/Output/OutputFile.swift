import Foundation

/// Files that commands give out: readable by their owner only, there as a whole or not at all.
enum OutputFile {
  /// Never writes over a register, or any other database, by whatever name or link it is called.
  ///
  /// - Throws: `Failure` naming the path and the cause.
  static func write(_ text: String, to path: String) throws {
    let kind = kind(of: path)
    if kind == .regular, isDatabase(path) {
      throw Failure(
        vi: "“\(path)” là một sổ hoặc cơ sở dữ liệu, không ghi đè. Chọn tệp khác bằng --output.",
        en:
          "“\(path)” is a register or another database, and is never written over. Choose another "
          + "file with --output.")
    }
    let bytes = Data(text.utf8)
    let isWritten: Bool
    if let descriptor = descriptor(named: path) {
      isWritten = send(bytes, to: FileHandle(fileDescriptor: descriptor, closeOnDealloc: false))
    } else {
      isWritten =
        switch kind {
        case .regular, .nothing: replace(fileAt: target(of: path), with: bytes)
        case .stream: send(bytes, to: FileHandle(forWritingAtPath: path))
        case .folder: fail(EISDIR)
        }
    }
    guard isWritten else {
      let cause = SystemCause.latest
      throw Failure(
        vi: "Không ghi được tệp “\(path)” (\(cause)). Chọn nơi khác bằng --output.",
        en: "Cannot write the file “\(path)” (\(cause)). Choose another place with --output.")
    }
  }

  private enum Kind {
    case nothing, regular, folder
    /// A device or a pipe: what is written there is gone on its way.
    case stream
  }

  /// What a path leads to, through all links.
  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .folder
    default: .stream
    }
  }

  /// The number of the open descriptor that a path names, `/dev/stdout` for one: what stands in the
  /// file behind it is the caller's, and stays.
  private static func descriptor(named path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  /// The file that a path means once its links are followed, there or not.
  private static func target(of path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    // A link to a file that is still to be made.
    guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return path
    }
    let folder = (path as NSString).deletingLastPathComponent
    return next.hasPrefix("/") ? next : (folder as NSString).appendingPathComponent(next)
  }

  /// Writes a draft beside the file, and puts it in the file's place when it is complete.
  private static func replace(fileAt path: String, with bytes: Data) -> Bool {
    let files = FileManager.default
    let draft = "\(path).new-\(ProcessInfo.processInfo.processIdentifier)"
    if files.createFile(atPath: draft, contents: bytes, attributes: [.posixPermissions: 0o600]),
      rename(draft, path) == 0
    {
      return true
    }
    let cause = errno
    try? files.removeItem(atPath: draft)
    return fail(cause)
  }

  private static func send(_ bytes: Data, to file: FileHandle?) -> Bool {
    guard let file else { return false }
    return (try? file.write(contentsOf: bytes)) != nil
  }

  private static func fail(_ cause: Int32) -> Bool {
    errno = cause
    return false
  }

  /// True for a database and for the log in which SQLite keeps its newest changes.
  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let header = try? file.read(upToCount: 16) else { return false }
    // "WAL File Format" 4.1: the magic number.
    let isLog = [0x82, 0x83].contains { header.starts(with: [0x37, 0x7F, 0x06, $0]) }
    return isLog || header == Data("SQLite format 3\0".utf8)
  }
}

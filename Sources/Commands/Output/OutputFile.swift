import Foundation
import Storage

/// Files that commands give out: readable by their owner only, there as a whole or not at all.
enum OutputFile {
  /// Never writes over a register, or any other database, by whatever name or link it is called.
  ///
  /// - Throws: `Failure` naming the path and the cause.
  static func write(_ text: String, to path: String) throws {
    let kind = kind(of: path)
    if kind == .regular && isDatabase(path) || isBesideDatabase(RealPath.of(path)) {
      throw Failure(
        vi:
          "“\(path)” là một sổ hoặc cơ sở dữ liệu, hoặc thuộc về nó, không ghi đè. Chọn tệp khác bằng "
          + "--output.",
        en:
          "“\(path)” is a register or another database, or belongs to one, and is never written over. "
          + "Choose another file with --output.")
    }
    do {
      if let descriptor = descriptor(named: path) {
        try send(text, to: FileHandle(fileDescriptor: descriptor, closeOnDealloc: false))
      } else {
        switch kind {
        case .regular, .nothing:
          let draft = try DraftFile(for: RealPath.of(path))
          try draft.write(text)
          try draft.replace()
        case .stream: try send(text, to: FileHandle(forWritingAtPath: path))
        case .folder: throw SystemCause(code: EISDIR)
        }
      }
    } catch {
      let cause =
        switch error {
        case RegisterError.refused(_, let code): SystemCause(code: code)
        case RegisterError.diskFull, RegisterError.noRoom: SystemCause(code: ENOSPC)
        case let cause as SystemCause: cause
        default: SystemCause(error)
        }
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

  private static func send(_ text: String, to file: FileHandle?) throws {
    guard let file else { throw SystemCause.latest }
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw SystemCause(error)
    }
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

  /// True for what SQLite and lantoa keep beside a database, there or not.
  private static func isBesideDatabase(_ path: String) -> Bool {
    ["-wal", "-shm", "-journal", ".erased"].contains { suffix in
      path.hasSuffix(suffix) && isDatabase(String(path.dropLast(suffix.count)))
    }
  }
}

import Domain
import Foundation
import Storage

/// A file read piece by piece, and the hash of what was read.
final class ListFile {
  let path: String
  private let handle: FileHandle
  private var hasher = ContentHash.Hasher()

  /// - Throws: `Failure` naming the path and the cause.
  init(_ path: String) throws {
    self.path = path
    // Looked at before it is opened: opening a pipe waits for whoever writes to it.
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw InputFile.refusal(of: path, for: SystemCause(code: EISDIR))
      default:
        throw Failure(
          vi: "\(path): danh sách được đọc hai lần nên phải là một tệp. Lưu thành tệp rồi nhập.",
          en: "\(path): a list is read twice, so it must be a file. Save it as one, then import it."
        )
      }
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputFile.refusal(of: path, for: .latest)
    }
    self.handle = handle
  }

  deinit {
    try? handle.close()
  }

  /// - Throws: `SystemCause`.
  func next() throws -> [UInt8]? {
    let data: Data?
    do {
      data = try handle.read(upToCount: 1 << 16)
    } catch {
      throw SystemCause(error)
    }
    guard let data, !data.isEmpty else { return nil }
    let bytes = Array(data)
    hasher.update(bytes)
    return bytes
  }

  /// Of everything there is, what has not been read yet included.
  func hash() throws -> ContentHash {
    while try next() != nil {}
    return hasher.finalize()
  }
}

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
    guard let handle = FileHandle(forReadingAtPath: path) else {
      let cause = String(cString: strerror(errno))
      throw Failure(
        vi: "\(path): không đọc được (\(cause)). Xem lại tên tệp và quyền đọc.",
        en: "\(path): it cannot be read (\(cause)). Check its name and that you may read it.")
    }
    self.handle = handle
  }

  deinit {
    try? handle.close()
  }

  func next() throws -> [UInt8]? {
    guard let data = try handle.read(upToCount: 1 << 16), !data.isEmpty else { return nil }
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

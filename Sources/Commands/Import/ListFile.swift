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
      throw InputFile.refusal(of: path, for: .latest)
    }
    // A folder can be opened like a file, and fails only when it is read.
    var isFolder: ObjCBool = false
    guard
      !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        || !isFolder.boolValue
    else { throw InputFile.refusal(of: path, for: SystemCause(code: EISDIR)) }
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

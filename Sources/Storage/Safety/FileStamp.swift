import Foundation

/// How a file looks from outside: it changes when somebody edits the file or puts another in its place.
package struct FileStamp: Hashable {
  let text: String

  /// Nil where the file cannot be looked at.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let time = status.st_mtim
    text = "\(status.st_ino):\(status.st_size):\(time.tv_sec).\(time.tv_nsec)"
  }

  /// Whether surely nothing has this name any more: a folder that cannot be looked into may hold it.
  package static func isGone(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 && [ENOENT, ENOTDIR].contains(errno)
  }
}

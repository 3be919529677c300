import Foundation

/// Which file lies under a name, for names stay when files are replaced.
package struct FileIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  /// Nil where there is none.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }

  /// Whether a file of bytes lies there, and no folder, pipe or device.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

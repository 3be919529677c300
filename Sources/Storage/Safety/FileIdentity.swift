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

  /// How many names the file has: hard links to one and the same. One where it cannot be looked at.
  package static func nameCount(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_nlink) : 1
  }

  /// Other names of the file that lie in its folder.
  package static func otherNames(of path: String) -> [String] {
    let folder = (path as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = FileIdentity(of: path)
    return names.sorted().map { (folder as NSString).appendingPathComponent($0) }
      .filter { $0 != path && isRegular($0, followingLinks: false) && FileIdentity(of: $0) == own }
  }

  /// Whether anything has this name, be it a link that leads nowhere.
  package static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a pipe, a socket or a device lies there: to open one may take for ever.
  static func isPipeOrDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Whether a file of bytes lies there, and no folder, pipe or device.
  static func isRegular(_ path: String, followingLinks: Bool = true) -> Bool {
    var status = stat()
    return (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0
      && status.st_mode & S_IFMT == S_IFREG
  }
}

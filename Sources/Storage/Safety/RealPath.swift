import Foundation

/// Names of files behind symbolic links.
package enum RealPath {
  /// As many links as Linux follows.
  private static let most = 40

  /// The file that a path means once every link on the way is followed, there or not.
  package static func of(_ path: String) -> String {
    var path = path
    for _ in 0..<most {
      if let resolved = realpath(path, nil) {
        defer { free(resolved) }
        return String(cString: resolved)
      }
      // A link to a file that is still to be made.
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return path
      }
      let folder = (path as NSString).deletingLastPathComponent
      path = next.hasPrefix("/") ? next : (folder as NSString).appendingPathComponent(next)
    }
    return path
  }
}

import Courseware
import Foundation

/// The files that lessons and pages show or link to, read from inside their folders only.
struct SourceFiles: Sendable {
  private let folders: [String: String]

  init(_ folders: (courses: String, content: String?)) {
    self.folders = ["courses": folders.courses, "content": folders.content]
      .compactMapValues { $0.flatMap(Self.real) }
  }

  /// - Parameter file: as `LinkTarget.file` names it: `courses/safe-online/images/key.svg`.
  /// - Returns: nil for what is not there, or leads out of its folder by a link.
  func bytes(of file: String) -> [UInt8]? {
    guard let slash = file.firstIndex(of: "/"), let root = folders[String(file[..<slash])],
      let path = Self.real(root + file[slash...]), path.hasPrefix(root + "/")
    else { return nil }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Asset.mostOfFile, let data = FileManager.default.contents(atPath: path)
    else { return nil }
    return Array(data)
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

import Foundation

extension ErasedList {
  /// Every list that lies in the folders of these files, whatever register it is of: ids that another
  /// does not know mean nothing there. Names count in capitals too, as some drives keep them.
  ///
  /// - Throws: `RegisterError` for whatever has the name of a list and is none, or names nobody: it may have
  ///   been one, and whoever was on it would be back. Also for a folder that cannot be looked into.
  static func lying(inFoldersOf files: [String]) throws -> [ErasedList] {
    let folders = Set(files.map { (RealPath.of($0) as NSString).deletingLastPathComponent })
    return try folders.sorted().flatMap { folder in
      try names(in: folder).filter { $0.lowercased().hasSuffix(path(beside: "")) }.map { name in
        let path = (folder as NSString).appendingPathComponent(name)
        let list = try read(at: path)
        guard !list.days.isEmpty else {
          throw RegisterError.listUnreadable(path: path, line: 1)
        }
        return list
      }
    }
  }

  /// In order; none where there is no folder, as whoever writes there will say.
  private static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else {
      guard [ENOENT, ENOTDIR].contains(errno) else {
        throw RegisterError.refused(path: folder, code: errno)
      }
      return []
    }
    closedir(stream)
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}

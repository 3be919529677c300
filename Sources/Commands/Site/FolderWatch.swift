import Foundation

/// Sees that files below some folders have changed, by looking again and again: that works on every
/// file system, and however an editor saves.
struct FolderWatch {
  private struct Stamp: Hashable {
    let inode: UInt64
    let bytes: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private let folders: [String]
  private var stamps: [String: Stamp]

  init(_ folders: [String]) {
    self.folders = folders
    stamps = Self.stamps(below: folders)
  }

  /// Waits until something is new, changed or gone, and gives the paths.
  ///
  /// - Throws: `CancellationError`.
  mutating func changes() async throws -> Set<String> {
    let clock = ContinuousClock()
    while true {
      var now: [String: Stamp] = [:]
      let look = clock.measure { now = Self.stamps(below: folders) }
      let before = stamps
      let names = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
      stamps = now
      if !names.isEmpty { return names }
      // Looking takes at most a twentieth of a processor.
      try await Task.sleep(for: max(.milliseconds(30), look * 20))
    }
  }

  /// Hidden files, where editors keep what is not saved yet, are passed over.
  private static func stamps(below folders: [String]) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    var waiting = folders
    while let folder = waiting.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        continue
      }
      for name in names where !name.hasPrefix(".") && !name.hasSuffix("~") {
        let path = "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          waiting.append(path)
        } else {
          stamps[path] = Stamp(
            inode: UInt64(status.st_ino), bytes: Int64(status.st_size),
            seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
        }
      }
    }
    return stamps
  }
}

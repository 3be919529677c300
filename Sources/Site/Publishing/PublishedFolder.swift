import Foundation

/// The folder that a web server gives out, as a link to one of the versions beside it.
///
/// ```
/// public -> .public.lantoa/5    what readers get
/// .public.lantoa/2/ … 5/        that version and up to three from before
/// .public.lantoa/6/             the next while it is made, or one that was taken back
/// ```
/// A version never changes once it is made, and the link takes the place of the older one in one step:
/// a reader gets the pages of one or of the other, and whoever is killed half way leaves one standing.
package final class PublishedFolder {
  /// As it stands in the file system.
  package let path: String
  private let shelf: String
  private let lock: Int32

  private static let mostKept = 3

  /// Makes the folder of versions where there is none.
  ///
  /// - Throws: `PublishError` where something else stands there, or another program publishes now.
  package init(_ typed: String) throws(PublishError) {
    path = Self.followed(typed)
    let name = (path as NSString).lastPathComponent
    guard !["", "/", ".", ".."].contains(name) else { throw .foreignFolder(path: typed) }
    shelf = Self.shelf(of: path)
    try Self.requireOurs(path)
    do {
      try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
    } catch {
      throw .refused(path: shelf, code: errno)
    }
    lock = open("\(shelf)/lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw .refused(path: shelf, code: errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw .busy(path: path)
    }
  }

  deinit {
    close(lock)
  }

  private static func shelf(of path: String) -> String {
    let path = path as NSString
    return (path.deletingLastPathComponent as NSString)
      .appendingPathComponent(".\(path.lastPathComponent).lantoa")
  }

  /// The number of the version that `path` is a link to.
  private static func version(at path: String) -> Int? {
    guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return nil
    }
    let parts = link.split(separator: "/").map(String.init)
    guard parts.count == 2, parts[0] == (shelf(of: path) as NSString).lastPathComponent else {
      return nil
    }
    return Int(parts[1])
  }

  /// Where somebody's own links to the folder lead.
  private static func followed(_ typed: String) -> String {
    var path = URL(fileURLWithPath: typed).standardized.path
    for _ in 0..<8 where version(at: path) == nil {
      guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        break
      }
      let folder = (path as NSString).deletingLastPathComponent as NSString
      path = link.hasPrefix("/") ? link : folder.appendingPathComponent(link)
      path = URL(fileURLWithPath: path).standardized.path
    }
    return path
  }

  private static func requireOurs(_ path: String) throws(PublishError) {
    var status = stat()
    guard version(at: path) == nil, lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path), names.isEmpty
    else { throw .foreignFolder(path: path) }
  }
}

extension PublishedFolder {
  /// Nil where nothing is published yet.
  package var liveVersion: Int? { Self.version(at: path) }

  /// The version that would come back; nil where none was kept.
  package var previousVersion: Int? {
    liveVersion.flatMap { live in versions.last { $0 < live } }
  }

  /// In milliseconds since 1970; nil for a version that is not kept.
  package func publishedAt(_ version: Int) -> Int64? {
    var status = stat()
    guard lstat("\(shelf)/\(version)", &status) == 0 else { return nil }
    return Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
  }

  /// A folder for the next version. What was taken back, or never finished, makes room for it.
  package func makeDraft() throws(PublishError) -> SiteDraft {
    let live = liveVersion ?? 0
    for number in versions where number > live { try remove(number) }
    let draft = SiteDraft(number: live + 1, path: "\(shelf)/\(live + 1)")
    guard mkdir(draft.path, 0o755) == 0 else { throw .refused(path: draft.path, code: errno) }
    return draft
  }

  package func discard(_ draft: SiteDraft) throws(PublishError) {
    try remove(draft.number)
  }

  /// What readers will find changed.
  package func changes(_ draft: SiteDraft) throws(PublishError) -> SiteDifference {
    SiteDifference(
      from: try liveVersion.map { number throws(PublishError) in
        try Self.files(below: "\(shelf)/\(number)")
      } ?? [:],
      to: try Self.files(below: draft.path))
  }

  /// Shows the draft to readers, and keeps the last three versions from before. `now`, in
  /// milliseconds since 1970, stays with the version as when it was published.
  package func putUp(_ draft: SiteDraft, now: Int64) throws(PublishError) {
    let seconds = Int(now / 1000)
    let times = [timespec](
      repeating: timespec(tv_sec: seconds, tv_nsec: Int(now % 1000) * 1_000_000), count: 2)
    guard utimensat(AT_FDCWD, draft.path, times, 0) == 0 else {
      throw .refused(path: draft.path, code: errno)
    }
    try show(draft.number)
    for old in versions.dropLast(Self.mostKept + 1) { try remove(old) }
  }

  /// Shows the version from before.
  ///
  /// - Returns: its number; nil where none was kept.
  package func takeBack() throws(PublishError) -> Int? {
    guard let number = previousVersion else { return nil }
    try show(number)
    return number
  }

  /// In order.
  private var versions: [Int] {
    ((try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? [])
      .compactMap { name in Int(name).flatMap { String($0) == name ? $0 : nil } }.sorted()
  }

  /// Makes the link anew, beside its place, and puts it there.
  private func show(_ version: Int) throws(PublishError) {
    // The pages are on the disk before anybody is led to them.
    sync()
    let link = "\(shelf)/link"
    unlink(link)
    let folder = (shelf as NSString).lastPathComponent
    guard symlink("\(folder)/\(version)", link) == 0 else {
      throw .refused(path: link, code: errno)
    }
    // An empty folder that somebody made for it.
    if liveVersion == nil { rmdir(path) }
    guard rename(link, path) == 0 else { throw .refused(path: path, code: errno) }
    sync()
  }

  private func remove(_ version: Int) throws(PublishError) {
    let folder = "\(shelf)/\(version)"
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      throw .refused(path: folder, code: errno)
    }
  }

  /// By address.
  private static func files(below folder: String) throws(PublishError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var waiting = [""]
    while let prefix = waiting.popLast() {
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + prefix)) ?? []
      for name in names {
        let file = "\(folder)/\(prefix)\(name)"
        var status = stat()
        guard lstat(file, &status) == 0 else { throw .refused(path: file, code: errno) }
        if status.st_mode & S_IFMT == S_IFDIR {
          waiting.append("\(prefix)\(name)/")
        } else {
          files[prefix + name] = FileManager.default.contents(atPath: file).map(Array.init) ?? []
        }
      }
    }
    return files
  }
}

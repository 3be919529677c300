import Foundation
import Synchronization

/// The folder that a site is built into.
///
/// It keeps a list of the files that builds wrote. Only these are ever written over or removed, and a
/// file is on the list before it is in the folder, so that a build that was cut off leaves nothing that
/// the next one does not know. Links are never followed below the folder. Several threads may write at
/// once.
package final class SiteFolder: Sendable {
  static let listName = ".lantoa-site"
  private static let listHeading = "lantoa site 1"

  private struct State {
    var written: Set<String> = []
    var folders: Set<String> = []
    var changes = SiteChanges()
  }

  private let path: String
  private let known: Set<String>
  private let list: Int32
  private let state = Mutex(State())

  /// Makes the folder where there is none.
  package init(_ path: String) throws(SiteFolderError) {
    self.path = path
    var names: [String] = []
    switch Self.kind(of: path, followingLinks: true) {
    case .folder:
      guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw .refused(path: path, code: EACCES)
      }
      names = found
    case .nothing:
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true)
      } catch {
        throw .refused(path: path, code: errno)
      }
    case .file, .other: throw .notAFolder(path: path)
    }
    known = try Self.known(in: path, names: names)
    let listPath = "\(path)/\(Self.listName)"
    list = open(listPath, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard list >= 0 else { throw .refused(path: listPath, code: errno) }
    if names.isEmpty { try append(Self.listHeading) }
  }

  deinit {
    if list >= 0 { close(list) }
  }

  private static func known(
    in path: String, names: [String]
  ) throws(SiteFolderError) -> Set<String> {
    if names.isEmpty { return [] }
    guard names.contains(listName), kind(of: "\(path)/\(listName)") == .file,
      let data = FileManager.default.contents(atPath: "\(path)/\(listName)")
    else { throw .foreignFolder(path: path) }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.first == listHeading else { throw .foreignFolder(path: path) }
    return Set(lines.dropFirst().filter(isSafe))
  }

  /// Puts a file where it belongs, unless the very same stands there already.
  @discardableResult
  package func write(
    _ bytes: [UInt8], to address: Address
  ) throws(SiteFolderError) -> FileStamp {
    guard Self.isSafe(address.path) else { throw .unsafeAddress(address.path) }
    guard state.withLock({ $0.written.insert(address.path).inserted }) else {
      throw .sameAddress(address.path)
    }
    try makeFolders(above: address.path)
    let file = "\(path)/\(address.path)"
    switch Self.kind(of: file) {
    case .nothing:
      if !known.contains(address.path) { try append(address.path) }
      state.withLock { $0.changes.new.append(address) }
    case .file where known.contains(address.path):
      if Self.holds(file, bytes) {
        state.withLock { $0.changes.unchanged += 1 }
        return Self.stamp(of: file, address)
      }
      state.withLock { $0.changes.changed.append(address) }
    case .file, .folder, .other: throw .foreignFile(path: file)
    }
    try Self.write(bytes, to: file, flags: O_TRUNC)
    return Self.stamp(of: file, address)
  }

  /// Leaves files as they stand, where all of them are as an earlier build left them; else none is.
  package func keep(_ stamps: [FileStamp]) throws(SiteFolderError) -> Bool {
    var folders: Set<String> = []
    for stamp in stamps {
      let path = stamp.address.path
      guard known.contains(path), Self.stamp(of: "\(self.path)/\(path)", stamp.address) == stamp
      else { return false }
      if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folders.insert(String(path[..<slash]))
      }
    }
    guard folders.allSatisfy({ isInRealFolders("\($0)/file") }) else { return false }
    let twice = state.withLock { state in
      state.changes.unchanged += stamps.count
      return stamps.first { !state.written.insert($0.address.path).inserted }
    }
    if let twice { throw .sameAddress(twice.address.path) }
    return true
  }

  /// Removes what earlier builds wrote and this one did not, and says what became of every file.
  package func finish() throws(SiteFolderError) -> SiteChanges {
    let (written, found) = state.withLock { ($0.written, $0.changes) }
    var changes = found
    changes.new.sort()
    changes.changed.sort()
    for name in known.subtracting(written).sorted() {
      let file = "\(path)/\(name)"
      guard isInRealFolders(name), Self.kind(of: file) == .file else { continue }
      guard unlink(file) == 0 else { throw .refused(path: file, code: errno) }
      changes.removed.append(Address(name))
      for folder in Self.folders(above: name).reversed() {
        // Until one that still holds something.
        guard rmdir("\(path)/\(folder)") == 0 else { break }
      }
    }
    if written == known, changes.removed.isEmpty { return changes }
    let lines = [Self.listHeading] + written.sorted()
    let draft = "\(path)/\(Self.listName).new"
    try Self.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: draft, flags: O_TRUNC)
    guard rename(draft, "\(path)/\(Self.listName)") == 0 else {
      throw .refused(path: draft, code: errno)
    }
    return changes
  }

  /// Ends a build into a new folder that readers are given as it is: without our list, or anything else
  /// that only builds need.
  package func finishForReaders() throws(SiteFolderError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [Self.listName]
    for name in names where name.hasPrefix(Self.listName) {
      let file = "\(path)/\(name)"
      guard unlink(file) == 0 else { throw .refused(path: file, code: errno) }
    }
  }

  /// Relative, without `.` and `..`, and not our own list.
  private static func isSafe(_ path: String) -> Bool {
    // Of bytes: there are thousands of paths.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !path.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\n") }
      && parts.allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      }
      && parts.first?.starts(with: listName.utf8) == false
  }

  private func append(_ line: String) throws(SiteFolderError) {
    let bytes = Array("\(line)\n".utf8)
    guard Foundation.write(list, bytes, bytes.count) == bytes.count else {
      throw .refused(path: "\(path)/\(Self.listName)", code: errno)
    }
  }
}

// MARK: - Folders and files

extension SiteFolder {
  private enum Kind {
    case nothing, file, folder, other
  }

  private static func kind(of path: String, followingLinks: Bool = false) -> Kind {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      return .nothing
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Of no file a stamp that none has.
  private static func stamp(of file: String, _ address: Address) -> FileStamp {
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return FileStamp(address: address, size: -1, changed: 0)
    }
    return FileStamp(
      address: address, size: Int(status.st_size),
      changed: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
  }

  private static func folders(above address: String) -> [String] {
    address.utf8.indices.filter { address.utf8[$0] == UInt8(ascii: "/") }
      .map { String(address[..<$0]) }
  }

  private func makeFolders(above address: String) throws(SiteFolderError) {
    for folder in Self.folders(above: address) where !isMade(folder) {
      let full = "\(path)/\(folder)"
      if mkdir(full, 0o755) != 0 {
        guard errno == EEXIST else { throw .refused(path: full, code: errno) }
        guard Self.kind(of: full) == .folder else { throw .notAFolder(path: full) }
      }
      state.withLock { _ = $0.folders.insert(folder) }
    }
  }

  private func isMade(_ folder: String) -> Bool {
    state.withLock { $0.folders.contains(folder) }
  }

  private func isInRealFolders(_ address: String) -> Bool {
    Self.folders(above: address).allSatisfy { Self.kind(of: "\(path)/\($0)") == .folder }
  }

  private static func holds(_ file: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard lstat(file, &status) == 0, Int(status.st_size) == bytes.count,
      let data = FileManager.default.contents(atPath: file)
    else { return false }
    return data == Data(bytes)
  }

  private static func write(
    _ bytes: [UInt8], to file: String, flags: Int32
  ) throws(SiteFolderError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw .refused(path: file, code: errno) }
    defer { close(descriptor) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw .refused(path: file, code: errno) }
      sent += count
    }
  }
}

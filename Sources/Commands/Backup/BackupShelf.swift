import Domain
import Foundation
import Storage

/// Where backups of one register are put: under the name that was asked for, or, in a folder, under one
/// that tells the register and the time.
struct BackupShelf {
  private let asked: String
  /// Whether backups are named here, by the time, and not by somebody.
  let isFolder: Bool
  /// The name of the register's file without its ending.
  private let stem: String
  private let register: Device.ID?

  init(_ asked: String, of register: String, device: Device.ID?) {
    self.register = device
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: asked, isDirectory: &isFolder)
    self.isFolder = exists && isFolder.boolValue
    self.asked = asked
    stem = ((register as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  var folder: String {
    isFolder ? asked : (asked as NSString).deletingLastPathComponent
  }

  /// In a folder the name of the first second from `now` at which nothing lies, nor beside it: that of a register which was backed
  /// up at the same time is its own. `now` is in milliseconds since 1970.
  func newFile(at now: Int64) -> String {
    guard isFolder else { return asked }
    var time = now
    while !Self.isFree(file(of: time)) { time += 1000 }
    return file(of: time)
  }

  private static func isFree(_ path: String) -> Bool {
    Register.isVacant(path)
      && ![BackupManifest.path(beside: path), ErasedList.path(beside: path)]
        .contains(where: FileIdentity.isTaken)
  }

  /// Names tell the time at +07:00.
  private func file(of now: Int64) -> String {
    let style = Date.VerbatimFormatStyle(
      format: """
        \(year: .defaultDigits)\(month: .twoDigits)\(day: .twoDigits)-\
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\
        \(second: .twoDigits)
        """, timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    let local = Date(timeIntervalSince1970: Double(now / 1000) + 7 * 3600)
    return (asked as NSString).appendingPathComponent("\(stem)-\(local.formatted(style)).db")
  }

  /// Removes all but the newest of the backups beside this one: those whose manifest says that they are
  /// of this very register and whose name differs from this one's in digits only, so neither another
  /// register's nor one that somebody has put aside under a name of its own.
  ///
  /// - Returns: what was removed.
  func keep(_ count: Int, with newest: String) throws -> [String] {
    let files = FileManager.default
    let folder = folder.isEmpty ? "." : folder
    let name = (newest as NSString).lastPathComponent
    let backups = try files.contentsOfDirectory(atPath: folder)
      .filter { Self.shape($0) == Self.shape(name) && $0 != name }
      .map { (folder as NSString).appendingPathComponent($0) }
      .compactMap { path in
        BackupManifest.read(at: BackupManifest.path(beside: path))
          .flatMap { $0.register == register?.description ? (path, $0.madeAt) : nil }
      }
      .sorted { ($0.1, $0.0) > ($1.1, $1.0) }
    let old = backups.dropFirst(count - 1).map(\.0)
    for path in old {
      for file in [path, BackupManifest.path(beside: path), ErasedList.path(beside: path)] {
        try? files.removeItem(atPath: file)
      }
    }
    return old
  }

  /// A name with all its digits alike.
  private static func shape(_ name: String) -> String {
    String(name.map { $0.isWholeNumber ? "0" : $0 })
  }
}

import Foundation
import Storage

/// Where backups of one register are put: under the name that was asked for, or, in a folder, under one
/// that tells the register and the time.
struct BackupShelf {
  private let asked: String
  private let isFolder: Bool
  /// The name of the register's file without its ending.
  private let stem: String

  init(_ asked: String, of register: String) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: asked, isDirectory: &isFolder)
    self.isFolder = exists && isFolder.boolValue
    self.asked = asked
    stem = ((register as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  private var folder: String {
    isFolder ? asked : (asked as NSString).deletingLastPathComponent
  }

  /// `now` is in milliseconds since 1970; names tell the time at +07:00.
  func newFile(at now: Int64) -> String {
    guard isFolder else { return asked }
    let style = Date.VerbatimFormatStyle(
      format: """
        \(year: .defaultDigits)\(month: .twoDigits)\(day: .twoDigits)-\
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\
        \(second: .twoDigits)
        """, timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    let local = Date(timeIntervalSince1970: Double(now / 1000) + 7 * 3600)
    return (asked as NSString).appendingPathComponent("\(stem)-\(local.formatted(style)).db")
  }

  /// Removes all but the newest of the backups in the folder whose manifest and name say that they are of
  /// this register; never the one just made, and nothing else.
  ///
  /// - Returns: what was removed.
  func keep(_ count: Int, with newest: String) throws -> [String] {
    let files = FileManager.default
    let folder = folder.isEmpty ? "." : folder
    let prefix =
      isFolder
      ? "\(stem)-"
      : ((asked as NSString).lastPathComponent as NSString)
        .deletingPathExtension
    let backups = try files.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".db") }
      .map { (folder as NSString).appendingPathComponent($0) }
      .compactMap { path in
        BackupManifest.read(at: BackupManifest.path(beside: path)).map { (path, $0.madeAt) }
      }
      .filter { $0.0 != newest }
      .sorted { ($0.1, $0.0) > ($1.1, $1.0) }
    let old = backups.dropFirst(count - 1).map(\.0)
    for path in old {
      for file in [path, BackupManifest.path(beside: path), ErasedList.path(beside: path)] {
        try? files.removeItem(atPath: file)
      }
    }
    return old
  }
}

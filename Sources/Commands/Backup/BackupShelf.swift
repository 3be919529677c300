import Domain
import Foundation
import Storage

/// Where backups of one register are put: under the name that was asked for, or, in a folder, under one
/// that tells the register and the time.
struct BackupShelf {
  private let asked: String
  private let isFolder: Bool
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

  /// Removes all but the newest of the backups beside this one: those whose manifest says that they are
  /// of this very register and whose name differs from this one's in digits only, so neither another
  /// register's nor one that somebody has put aside under a name of its own.
  ///
  /// - Returns: what was removed.
  func keep(_ count: Int, with newest: String) throws -> [String] {
    let files = FileManager.default
    let folder = folder.isEmpty ? "." : folder
    let shape = Self.shape((newest as NSString).lastPathComponent)
    let backups = try files.contentsOfDirectory(atPath: folder)
      .filter { Self.shape($0) == shape }
      .map { (folder as NSString).appendingPathComponent($0) }
      .compactMap { path in
        BackupManifest.read(at: BackupManifest.path(beside: path))
          .flatMap { $0.register == register?.description ? (path, $0.madeAt) : nil }
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

  /// A name with all its digits alike.
  private static func shape(_ name: String) -> String {
    String(name.map { $0.isWholeNumber ? "0" : $0 })
  }
}

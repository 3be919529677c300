import Domain
import GRDB

/// Whether what a file keeps of itself can be so, as far as its journal tells.
enum LocalCheck {
  static func faults(of db: Database) throws -> [JournalFault] {
    let own = try ownDevice(in: db)
    let silent = try devices(in: db).filter { $0.newest == nil && $0.id != own }
    return (try wrongKeys(in: db) + silent.map { "device \($0.id)" })
      .map { JournalFault(problem: .localDiffers, row: nil, detail: $0) }
  }

  /// The rows of `local` that no program has written so, in order.
  static func wrongKeys(in db: Database) throws -> [String] {
    guard try Local.isKept(in: db) else { return [] }
    let rows = try Row.fetchAll(db, sql: "SELECT key || '', value || '' FROM local")
      .map { (key: try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1)) }
    var wrong = try rows.filter { try !isPossible($0, $1, in: db) }.map(\.key)
    if try !isDeviceRight(in: db) { wrong.append(Local.device.rawValue) }
    return wrong.sorted()
  }

  private static func isPossible(
    _ key: String, _ value: String, in db: Database
  ) throws -> Bool {
    switch Local(rawValue: key) {
    case .actor:
      guard let actor = Actor.ID(value), actor.description == value else { return false }
      return try isRecorded(ActorNamed.kind, of: RecordID(actor), in: db)
    case .trustedClock, .lastBackup: return UInt64(value)?.description == value
    case .scrubPending:
      return try CalendarDay(value) != nil && isRecorded(LearnerErased.kind, in: db)
    case .device, .backupFolder: return true
    case nil:
      return !Register.isNote(ofRejectedFile: key) || Register.isState(ofRejectedFile: value)
    }
  }

  private static func isRecorded(
    _ kind: String, of subject: RecordID? = nil, in db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM event WHERE kind = ? AND subject = coalesce(?, subject))",
      arguments: [kind, subject]) ?? false
  }

  /// A device that has recorded nothing yet, for the file was restored; or that of the newest event: until
  /// there is a hub, nothing comes from elsewhere.
  private static func isDeviceRight(in db: Database) throws -> Bool {
    guard let own = try ownDevice(in: db) else { return false }
    let devices = try devices(in: db)
    guard let found = devices.first(where: { $0.id == own }) else { return devices.isEmpty }
    return found.newest == nil || found.newest == devices.compactMap(\.newest).max()
  }

  private static func ownDevice(in db: Database) throws -> Device.ID? {
    guard try Local.isKept(in: db), let text = try Local.get(.device, in: db) else { return nil }
    return Device.ID(text).flatMap { $0.description == text ? $0 : nil }
  }

  /// Each device with the clock of its newest event.
  private static func devices(in db: Database) throws -> [(id: Device.ID, newest: Int64?)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, (
          SELECT effectiveClock FROM event
          WHERE event.device = device.key ORDER BY epoch DESC, sequence DESC LIMIT 1
        ) FROM device
        """
    ).map { (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) }
  }
}

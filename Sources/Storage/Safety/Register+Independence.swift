import Domain
import GRDB

extension Register {
  /// Makes the copy of a register one of its own, under a device that no other file has: without what others
  /// have put into it, without notes that only the file it was copied from can have made or that nobody can,
  /// and without devices that never recorded.
  ///
  /// - Returns: what others had put there, each by its kind and name.
  func becomeIndependent(as device: Device.ID) throws -> [String] {
    try queue.writeWithoutTransaction { db in
      // Before a table is made anew: then nothing would be left to tell that events are gone.
      try JournalStructure.mendIndexes(in: db)
      let foreign = try ForeignContent.remove(from: db)
      try db.inTransaction {
        let travelling = [Local.trustedClock, .lastBackup, .backupFolder].map(\.rawValue)
        for key in try travelling + LocalCheck.wrongKeys(in: db) {
          try db.execute(sql: "DELETE FROM local WHERE key = ?", arguments: [key])
        }
        try db.execute(
          sql: """
            DELETE FROM device WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.device = device.key)
            """)
        try Local.set(.device, device.description, in: db)
        _ = try JournalWriter.key(of: device, in: db)
        return .commit
      }
      return foreign
    }
  }
}

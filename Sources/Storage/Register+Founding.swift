package import Domain
import Foundation
import GRDB

extension Register {
  /// Makes a new, empty register with a device of its own, readable by its owner only.
  ///
  /// The file appears under its name once `found` has returned: a founding that fails or is killed
  /// leaves there what was there before. Only with `replacing` can that be a register, and never a
  /// real one.
  /// - Throws: `RegisterError.alreadyExists`, `.strayLog`, and whatever `found` throws.
  package static func create(
    at path: String, device: Device.ID, replacing synthetic: String? = nil,
    found: (Register) throws -> Void
  ) throws {
    let path = RealPath.of(path)
    let files = FileManager.default
    let replaces = files.fileExists(atPath: path)
    if replaces {
      guard let synthetic, try open(at: path).read({ try $0.synthetic() }) == synthetic else {
        throw RegisterError.alreadyExists(path: path)
      }
    } else {
      try requireVacancy(at: path)
    }
    let draft = try DraftFile(for: path)
    try RegisterError.naming(path) {
      defer { draft.discard() }
      let queue = try DatabaseQueue(
        path: draft.path, configuration: configuration(readOnly: false))
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = \(applicationID)")
      }
      try Migrations.migrator.migrate(queue)
      try makeDurable(queue)
      try queue.write { db in
        try Local.set(.device, device.description, in: db)
      }
      try found(Register(path: path, queue: queue))
      try queue.writeWithoutTransaction { db in
        _ = try db.checkpoint(.truncate)
      }
      try queue.close()
      guard replaces else { return try draft.placeRegister(withLog: true) }
      for suffix in DraftName.companions { try? files.removeItem(atPath: path + suffix) }
      try draft.replace()
      try open(at: path).close()
    }
  }

  /// A register in memory, for tests: everything but durability is as in a file.
  package static func inMemory(device: Device.ID) throws -> Register {
    let queue = try DatabaseQueue(configuration: configuration(readOnly: false))
    try Migrations.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try Local.set(.device, device.description, in: db)
    }
    return Register(path: ":memory:", queue: queue)
  }
}

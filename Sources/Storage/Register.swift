package import Domain
import Foundation
import GRDB

/// One SQLite file that holds everything a team or a city records: a journal of events, and the tables
/// that are its fold.
///
/// One process writes at a time; readers run beside it. A write that has returned survives the death
/// of the process and the loss of power.
package struct Register: Sendable {
  /// The real file, behind every link by which it was named: what belongs to it lies beside that one.
  package let path: String
  let queue: DatabaseQueue
  /// Why it can only be read; nil where it can be written too.
  private let obstacle: RegisterError?
  package let overdue: Overdue

  /// Marks the file as a register ("LTOA"), so that other databases are not taken for one.
  static let applicationID: Int32 = 0x4C54_4F41

  init(
    path: String, queue: DatabaseQueue, obstacle: RegisterError? = nil, overdue: Overdue = Overdue()
  ) {
    self.path = path
    self.queue = queue
    self.obstacle = obstacle
    self.overdue = overdue
  }

  /// Runs `body` in one transaction: what it records is kept as a whole, or not at all.
  func write<Value>(
    keepingIf isKept: (Value) -> Bool = { _ in true }, _ body: (Database) throws -> Value
  ) throws -> Value {
    if let obstacle { throw obstacle }
    return try RegisterError.naming(path) {
      try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          let done = try body(db)
          value = done
          return isKept(done) ? .commit : .rollback
        }
        guard let value else { preconditionFailure("a transaction that ends has run its body") }
        return value
      }
    }
  }

  /// Opens an existing register, and brings an older schema up to date.
  ///
  /// Where nothing can be written (a read-only file or folder, a full disk), it is opened for reading.
  /// `isDraft`: whether it is not yet what it is to become, so that no list of erased people lies beside it.
  /// - Throws: `RegisterError`.
  package static func open(at path: String, isDraft: Bool = false) throws -> Register {
    let path = RealPath.of(path)
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.notFound(path: path)
    }
    return try RegisterError.naming(path) {
      try requireDatabaseHeader(at: path)
      var obstacle = RegisterError.readOnly(path: path)
      if FileManager.default.isWritableFile(atPath: path) {
        mendModes(beside: path)
        do {
          var overdue = Overdue()
          let queue = try openForWriting(path, &overdue)
          // Whoever cannot write the list can work on; `doctor` tells.
          if !isDraft {
            overdue.listed =
              (try? Register(path: path, queue: queue).completeErasedList()) ?? 0
          }
          return Register(path: path, queue: queue, overdue: overdue)
        } catch let error as DatabaseError where error.isForWantOfSpaceOrRights {
          obstacle = RegisterError(error, path: path)
        }
      }
      return try openToRead(at: path, because: obstacle)
    }
  }

  /// Opens a register that is only to be read, and changes nothing of its file.
  static func openToRead(at path: String, because obstacle: RegisterError) throws -> Register {
    let queue = try openForReading(path)
    try requireKnownSchema(queue, path: path)
    guard try queue.read({ try Migrations.migrator.hasCompletedMigrations($0) }) else {
      throw RegisterError.outdated(path: path)
    }
    let isPending = try queue.read(isRewritePending)
    return Register(
      path: path, queue: queue, obstacle: obstacle,
      overdue: Overdue(rewriting: isPending ? .postponed(obstacle) : nil))
  }

  /// SQLite makes the files beside a register with its mode; whoever reads one that is read-only leaves
  /// behind some that cannot be written once the register can.
  private static func mendModes(beside path: String) {
    for suffix in ["-wal", "-shm"] {
      let file = path + suffix
      guard FileManager.default.fileExists(atPath: file),
        !FileManager.default.isWritableFile(atPath: file)
      else { continue }
      try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }
  }

  /// Lets go of the file.
  package func close() throws {
    try RegisterError.naming(path) { try queue.close() }
  }

  /// A setting of the register at `path`, as its file says; nil where it cannot be read at once.
  package static func peek(_ key: SettingSet.Key, at path: String) -> String? {
    let path = RealPath.of(path)
    guard FileManager.default.fileExists(atPath: path),
      (try? requireDatabaseHeader(at: path)) != nil
    else { return nil }
    var configuration = configuration(readOnly: true)
    configuration.busyMode = .immediateError
    return try? DatabaseQueue(path: path, configuration: configuration)
      .read { try RegisterReader(db: $0).setting(key) }
  }

  private static func openForWriting(
    _ path: String, _ overdue: inout Overdue
  ) throws -> DatabaseQueue {
    let queue = try queue(at: path, &overdue)
    if try queue.read({ try !Migrations.migrator.hasCompletedMigrations($0) }) {
      if let name = try queue.read(Migrations.takenName) {
        throw RegisterError.nameTaken(path: path, name: name)
      }
      try Migrations.migrator.migrate(queue)
    }
    try makeDurable(queue)
    // A file with a write-ahead log has no use for a journal: whoever wrote it anew was killed. One that has
    // to be played back SQLite has removed by now.
    unlink(path + "-journal")
    return queue
  }

  /// A connection to the file that lies at `path` when it may first be read: whoever writes a register
  /// anew puts another in its place meanwhile. What an erasure had to put off is done first.
  private static func queue(
    at path: String, _ overdue: inout Overdue
  ) throws -> DatabaseQueue {
    while true {
      let lying = FileIdentity(of: path)
      let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
      try requireKnownSchema(queue, path: path)
      guard FileIdentity(of: path) == lying else {
        try queue.close()
        continue
      }
      guard overdue.rewriting == nil, try queue.read(isRewritePending) else { return queue }
      try queue.close()
      do {
        overdue.rewriting = try rewrite(at: path, patience: 0)
      } catch let error as RegisterError {
        overdue.rewriting = .postponed(error)
      }
    }
  }

  private static func isRewritePending(_ db: Database) throws -> Bool {
    guard try Local.isKept(in: db) else { return false }
    return try Local.get(.scrubPending, in: db) != nil
  }

  /// Without a write-ahead log beside it a file is whole by itself; then it can be read although no
  /// lock file can be made.
  static func openForReading(_ path: String) throws -> DatabaseQueue {
    let configuration = configuration(readOnly: true)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
      return queue
    } catch let error as DatabaseError where error.isForWantOfSpaceOrRights {
      let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
      let isWhole = log?[.type] as? FileAttributeType != .typeRegular || log?[.size] as? Int == 0
      guard isWhole, let escaped = escapedForURI(path) else { throw error }
      return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  /// "Uniform Resource Identifiers" of SQLite: `%`, `?` and `#` mean something in a file's name.
  private static func escapedForURI(_ path: String) -> String? {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
  }

  static func requireKnownSchema(_ queue: DatabaseQueue, path: String) throws {
    guard try queue.read(Migrations.areNoted) else {
      throw RegisterError.columnMissing(
        path: path, column: "grdb_migrations.identifier", foreign: [])
    }
    guard try queue.read({ try !Migrations.migrator.hasBeenSuperseded($0) }) else {
      throw RegisterError.newer(path: path)
    }
    for (table, columns) in JournalSchema.columns {
      let found = try queue.read { try AlteredSchema.names(ofColumnsIn: table, of: $0) }
      guard let missing = columns.first(where: { !found.contains($0) }) else { continue }
      let foreign = found.filter { !columns.contains($0) }.map { "\(table).\($0)" }
      throw RegisterError.columnMissing(
        path: path, column: "\(table).\(missing)", foreign: foreign)
    }
  }

  /// SQLite takes an empty file for an empty database, and opening one turns its write-ahead log
  /// on: refuse all but a register by its header, before somebody else's file is touched.
  static func requireDatabaseHeader(at path: String) throws {
    guard !FileIdentity.isPipeOrDevice(path) else {
      throw RegisterError.notARegister(path: path)
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw RegisterError.refused(path: path, code: errno)
    }
    defer { try? file.close() }
    let header: [UInt8]
    do {
      header = Array(try file.read(upToCount: 100) ?? Data())
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      throw RegisterError.refused(path: path, code: cause.map { Int32($0.code) } ?? EIO)
    }
    // "Database File Format" 1.3: the application id lies at byte 68, big-endian.
    let id = header.dropFirst(68).prefix(4).reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard header.starts(with: "SQLite format 3\0".utf8), id == applicationID else {
      throw RegisterError.notARegister(path: path)
    }
  }
}

extension Register {
  /// The settings on which durability rests, as SQLite reports them now.
  package func settingsInForce() throws -> [String: String] {
    try RegisterError.naming(path) {
      try queue.read { db in
        var settings: [String: String] = [:]
        for pragma in ["synchronous", "journal_mode", "foreign_keys", "busy_timeout"] {
          settings[pragma] = try String.fetchOne(db, sql: "PRAGMA \(pragma)")
        }
        settings["sqlite"] = try String.fetchOne(db, sql: "SELECT sqlite_version()")
        return settings
      }
    }
  }

  /// Reads one consistent state of the register.
  package func read<Value>(_ body: (RegisterReader) throws -> Value) throws -> Value {
    try RegisterError.naming(path) {
      try queue.read { try body(RegisterReader(db: $0)) }
    }
  }

  /// Records facts in one transaction: all of them or none.
  ///
  /// When this returns, they are on the disk; unless `isKept` says of the result that it was only a
  /// rehearsal.
  package func record<Value>(
    as author: Author, keepingIf isKept: (Value) -> Bool = { _ in true },
    _ body: (inout Recorder) throws -> Value
  ) throws -> Value {
    try write(keepingIf: isKept) { db in
      var recorder = try Recorder(db: db, author: author)
      let value = try body(&recorder)
      try recorder.finish()
      return value
    }
  }
}

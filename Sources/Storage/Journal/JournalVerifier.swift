import Domain
import GRDB

/// Walks each device's chain from its first event, and checks every byte that a fact rests on.
struct JournalVerifier {
  let db: Database
  private(set) var result = JournalVerification()
  private var previous: JournalVerification.Head?
  private var clock = HybridTimestamp(rawValue: 0)
  /// The event before could not be read, so nothing can be held against it.
  private var isAfterUnreadable = false
  /// Events without their personal part or with another one, and what erasures name: all come in any order.
  private var emptied: [(row: Int64, event: Event)] = []
  private var replaced: [(row: Int64, event: Event)] = []
  private var erased: Set<RecordID> = []

  init(db: Database) {
    self.db = db
  }

  mutating func run(progress: (Int) -> Void) throws {
    let row = try PlainStatement(
      db,
      sql: """
        SELECT event.key, event.id, device.id, epoch, sequence, effectiveClock,
          kind, subject, envelope, hash, personal, nonce, hubSequence
        FROM event LEFT JOIN device ON device.key = event.device
        ORDER BY event.device, epoch, sequence
        """)
    while try row.step() {
      check(row)
      result.events += 1
      if result.events.isMultiple(of: 1000) { progress(result.events) }
    }
    if let previous { result.heads.append(previous) }
    try checkErasures()
    for row in try FullEvents(about: erased, in: db).rows { fault(.personalKept, row, "personal") }
    try checkThatNothingIsCutOff()
    progress(result.events)
  }

  private mutating func check(_ row: PlainStatement) {
    let key = row.integer(0)
    let actual = row.withBytes(8) { ContentHash.sha256($0) }
    if !row.withBytes(9, actual.bytes.elementsEqual) { fault(.hashDiffers, key, "hash") }

    let event: Event
    do {
      event = try row.withBytes(8) { try Event(envelope: CanonicalObject(canonical: $0)) }
    } catch let error as CanonicalError {
      fault(.notCanonical, key, "envelope: \(error.reason.rawValue) at byte \(error.offset)")
      isAfterUnreadable = true
      return
    } catch {
      fault(.notCanonical, key, "envelope: \((error as? FactError)?.field ?? "")")
      isAfterUnreadable = true
      return
    }

    checkColumns(row, key, event)
    checkChain(key, event, hash: actual)
    checkPersonal(
      key, event, personal: row.isNull(10) ? nil : row.withBytes(10, Array.init),
      nonce: row.isNull(11) ? nil : row.withBytes(11, Array.init))
  }

  private mutating func checkColumns(_ row: PlainStatement, _ key: Int64, _ event: Event) {
    func check(_ column: String, _ agrees: Bool) {
      if !agrees { fault(.columnDiffers, key, column) }
    }
    check("id", row.identifier(1) == event.id)
    check("device", row.identifier(2) == event.device)
    check("epoch", row.exactInteger(3) == Int64(event.epoch))
    check("sequence", row.exactInteger(4) == Int64(event.sequence))
    check("effectiveClock", row.exactInteger(5) == event.clock.rawValue)
    check("kind", row.withBytes(6, event.kind.utf8.elementsEqual))
    check("subject", row.identifier(7) == event.subject)
    // Until there is a hub, nobody numbers events but their device.
    check("hubSequence", row.isNull(12))
  }

  private mutating func checkChain(_ key: Int64, _ event: Event, hash: ContentHash) {
    let head = JournalVerification.Head(
      device: event.device, epoch: event.epoch, sequence: event.sequence, hash: hash)
    defer { isAfterUnreadable = false }
    if isAfterUnreadable {
      if let previous, previous.device != event.device { result.heads.append(previous) }
    } else if let previous, previous.device == event.device, previous.epoch == event.epoch {
      if event.sequence != previous.sequence + 1 { fault(.sequenceGap, key, "sequence") }
      if event.previous != previous.hash { fault(.chainBroken, key, "previous") }
      if event.clock <= clock { fault(.clockFalls, key, "clock") }
    } else {
      if let previous { result.heads.append(previous) }
      if event.sequence != 1 { fault(.sequenceGap, key, "sequence") }
      if event.epoch == 1, event.previous != nil { fault(.chainBroken, key, "previous") }
    }
    previous = head
    clock = event.clock
  }

  private mutating func checkPersonal(
    _ key: Int64, _ event: Event, personal: [UInt8]?, nonce: [UInt8]?
  ) {
    var object = CanonicalObject()
    switch (event.personalHash, personal) {
    case (nil, nil) where nonce == nil: break
    case (_?, nil) where nonce == nil: emptied.append((key, event))
    case (_, nil), (nil, _?): replaced.append((key, event))
    case (let hash?, let bytes?):
      if ContentHash.sha256((nonce ?? []) + bytes) != hash { replaced.append((key, event)) }
      object = (try? CanonicalObject(canonical: bytes)) ?? object
    }
    guard let kind = Self.kinds[event.kind] else {
      result.unknownKinds += 1
      return
    }
    do {
      let fact = try kind.init(body: event.body, personal: object)
      if let erasure = fact as? LearnerErased { erased.formUnion(erasure.targets) }
      _ = try event.causeStated()
    } catch {
      fault(.bodyInvalid, key, "\(event.kind).\(error.field)")
    }
  }

  /// A personal part may be empty where an erasure names the event, its record, or the record of the
  /// event that it takes back.
  private mutating func checkErasures() throws {
    for (row, event) in emptied where try !isErased(event) {
      fault(.personalMissing, row, "personal")
    }
    for (row, event) in replaced where try !isErased(event) {
      fault(.personalDiffers, row, "personal")
    }
  }

  private func isErased(_ event: Event) throws -> Bool {
    if erased.contains(RecordID(event.id)) || erased.contains(event.subject) { return true }
    let taken = try RecordID.fetchOne(
      db, sql: "SELECT subject FROM event WHERE id = ?", arguments: [event.subject])
    return taken.map(erased.contains) ?? false
  }

  /// What a chain cannot tell of itself, whose last links are gone: the tables still have the records.
  private mutating func checkThatNothingIsCutOff() throws {
    guard result.isSound else { return }
    var lost: [String] = []
    for table in ["team", "learner", "session"] where try db.tableExists(table) {
      let count =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM \(table)
            WHERE known AND NOT EXISTS (SELECT 1 FROM event WHERE subject = \(table).id)
            """) ?? 0
      if count > 0 { lost.append("\(table): \(count)") }
    }
    if !lost.isEmpty { fault(.eventsLost, nil, lost.joined(separator: ", ")) }
  }

  private mutating func fault(_ problem: JournalFault.Problem, _ row: Int64?, _ detail: String) {
    result.faults.append(JournalFault(problem: problem, row: row, detail: detail))
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: FactKinds.all.map { ($0.kind, $0) })
}

extension Register {
  /// Checks every event's bytes, hash and place in its chain, the structure of the file, and that the
  /// tables are their fold. Where the journal's own structure is damaged it stops with that: nothing that
  /// is found by its indexes is to be relied on.
  ///
  /// The fold is compared by digests; nothing in the register changes.
  package func verify(
    includingProjection: Bool = true, progress: (Int) -> Void = { _ in }
  ) throws -> JournalVerification {
    try RegisterError.naming(path) {
      // One snapshot for the walk and the tables: somebody may be recording meanwhile.
      try queue.read { db in
        let damaged = try JournalStructure.faults(of: db)
        guard damaged.isEmpty else { return JournalVerification(faults: damaged) }
        var verifier = JournalVerifier(db: db)
        try verifier.run(progress: progress)
        var result = verifier.result
        guard includingProjection else { return result }
        for message in try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
        where message != "ok" {
          result.faults.append(JournalFault(problem: .fileDamaged, row: nil, detail: message))
        }
        guard result.isSound else { return result }
        result.faults += try SchemaCheck.faults(of: db) + LocalCheck.faults(of: db)
        result.faults += try ForeignContent.names(in: db).map {
          JournalFault(problem: .foreignContent, row: nil, detail: $0)
        }
        guard result.faults.allSatisfy({ $0.problem != .projectionDiffers }) else { return result }
        for table in try ProjectionDigests.tablesThatDiffer(in: db, progress: progress) {
          result.faults.append(JournalFault(problem: .projectionDiffers, row: nil, detail: table))
        }
        return result
      }
    }
  }

  /// The tables that are not the fold of the journal, whether or not that is sound.
  func tablesThatDiffer() throws -> [String] {
    try RegisterError.naming(path) {
      try queue.read { try ProjectionDigests.tablesThatDiffer(in: $0) { _ in } }
    }
  }

  /// The projection as lines of text that two registers with the same facts share, whatever order
  /// these came in.
  package func canonicalDump() throws -> [String] {
    try RegisterError.naming(path) {
      try queue.read { db in
        try ProjectionDump.tables.flatMap { table in
          try ProjectionDump.lines(of: table, in: db).map { "\(table): \($0)" }
        }
      }
    }
  }
}

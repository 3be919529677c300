import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct VerificationTests {
  @Test(arguments: JournalFault.Problem.allCases)
  func `each fault, alone, is reported as itself`(problem: JournalFault.Problem) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    #expect(try register.verify().isSound)

    try folder.sqlite(tampering(problem, with: register))

    let faults = try register.verify().faults
    #expect(faults.map(\.problem) == [problem])
    #expect(
      (faults.first?.row == nil)
        == [
          .indexDamaged, .projectionDiffers, .fileDamaged, .eventsLost, .localDiffers,
          .foreignContent,
        ].contains(problem))
  }

  @Test(arguments: [
    ("id", "id = zeroblob(16)"), ("epoch", "epoch = 2"), ("sequence", "sequence = sequence + 9"),
    ("effectiveClock", "effectiveClock = effectiveClock + 1"), ("kind", "kind = 'session.logged'"),
    ("subject", "subject = zeroblob(16)"),
    ("device", "device = (SELECT max(key) FROM device)"), ("hubSequence", "hubSequence = 7"),
    ("hubSequence", "hubSequence = 0"),
  ])
  func `a column that says something else than its event is named`(
    column: String, change: String
  ) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try folder.sqlite(
      """
      INSERT INTO device (id) VALUES (zeroblob(16));
      UPDATE event SET \(change) WHERE key = (SELECT max(key) FROM event);
      """)
    let faults = try register.verify().faults
    #expect(faults.map(\.problem) == [.columnDiffers])
    #expect(faults.map(\.detail) == [column])
  }

  @Test(arguments: [
    "UPDATE event SET envelope = replace(envelope, 'Tổ 1', 'Tổ 2') WHERE kind = 'team.formed'",
    "UPDATE event SET envelope = replace(envelope, '\"attended\"', '\"passed\"')",
  ])
  func `a changed fact no longer fits its hash, nor the next event`(change: String) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try folder.sqlite(change)
    #expect(Set(try register.verify().faults.map(\.problem)) == [.hashDiffers, .chainBroken])
  }

  @Test func `no character of an envelope can be changed unnoticed`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let events = try register.eventCount()
    try folder.sqlite("CREATE TABLE kept AS SELECT key AS k, envelope AS e FROM event")
    var random = SplitMix64(seed: 11)

    for _ in 0..<25 {
      let key = Int.random(in: 1...events, using: &random)
      let place = Int.random(in: 0..<10_000, using: &random)
      try folder.sqlite(
        """
        UPDATE event SET envelope = (SELECT e FROM kept WHERE k = key);
        UPDATE event SET envelope = substr(envelope, 1, \(place) % length(envelope))
          || CASE substr(envelope, \(place) % length(envelope) + 1, 1)
            WHEN '1' THEN '2' ELSE '1' END
          || substr(envelope, \(place) % length(envelope) + 2)
        WHERE key = \(key);
        """)
      let faults = try register.verify(includingProjection: false).faults
      #expect(
        faults.contains { $0.problem == .hashDiffers && $0.row == Int64(key) },
        "character \(place) of event \(key)")
    }
    try folder.sqlite(
      "UPDATE event SET envelope = (SELECT e FROM kept WHERE k = key); DROP TABLE kept")
    #expect(try register.verify().isSound)
  }

  @Test func `events of a device that is not known are found, and not passed over`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let events = try register.eventCount()
    try folder.sqlite("PRAGMA foreign_keys = OFF; DELETE FROM device")

    let verification = try register.verify()

    #expect(verification.events == events)
    #expect(Set(verification.faults.map(\.detail)) == ["device"])
    #expect(verification.faults.count == events)
    #expect(try register.read { try $0.journal(limit: 1_000).count } == events)
  }

  @Test func `tables are not built on an event that was changed`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let before = try register.canonicalDump()
    try folder.sqlite(
      "UPDATE event SET envelope = replace(envelope, 'zalo', 'an-toan') WHERE kind LIKE 'comp%'")

    let error = #expect(throws: RegisterError.self) { try register.rebuild() }

    guard case .altered(_, let row) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try register.verify().faults.map(\.row) == [row])
    #expect(try register.canonicalDump() == before)
  }

  @Test func `after an event that cannot be read the next is not blamed`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let middle = try register.eventCount() / 2
    try folder.sqlite("UPDATE event SET envelope = '{' WHERE sequence = \(middle)")
    let faults = try register.verify().faults
    #expect(faults.map(\.problem) == [.hashDiffers, .notCanonical])
    #expect(Set(faults.map(\.row)) == [Int64(middle)])
  }

  @Test func `a missing event breaks the chain where it was`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let middle = try register.eventCount() / 2
    try folder.sqlite("DELETE FROM event WHERE sequence = \(middle)")
    let faults = try register.verify().faults
    #expect(faults.map(\.problem) == [.sequenceGap, .chainBroken])
    #expect(faults.map(\.row) == [Int64(middle + 1), Int64(middle + 1)])
  }

  @Test func `a journal without its first event has a gap`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try folder.sqlite("DELETE FROM event WHERE sequence = 1")
    #expect(try register.verify().faults.map(\.problem) == [.sequenceGap, .chainBroken])
  }

  @Test func `a journal without its last event shows an older head`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let head = try #require(try register.verify().heads.first)
    try folder.sqlite("DELETE FROM event WHERE key = (SELECT max(key) FROM event)")
    try register.rebuild()
    let verification = try register.verify()
    #expect(verification.isSound)
    #expect(verification.heads.first?.sequence == head.sequence - 1)
  }

  @Test func `two events that changed places are noticed`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let last = try register.eventCount()
    try folder.sqlite(
      """
      UPDATE event SET sequence = 100000 WHERE sequence = \(last - 3);
      UPDATE event SET sequence = \(last - 3) WHERE sequence = \(last - 5);
      UPDATE event SET sequence = \(last - 5) WHERE sequence = 100000;
      """)
    #expect(
      Set(try register.verify().faults.map(\.problem))
        == [.columnDiffers, .sequenceGap, .chainBroken, .clockFalls])
  }

  @Test(arguments: [
    ("personal = replace(personal, 'Lê', 'Lệ')", JournalFault.Problem.personalDiffers),
    ("nonce = zeroblob(16)", .personalDiffers),
    ("personal = personal || ' '", .personalDiffers),
    ("personal = NULL, nonce = NULL", .personalMissing),
  ])
  func `a personal part that is not the recorded one is noticed`(
    change: String, problem: JournalFault.Problem
  ) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try folder.sqlite("UPDATE event SET \(change) WHERE kind = 'learner.registered'")
    #expect(try register.verify().faults.map(\.problem) == [problem])
  }

  @Test func `a personal part where none was said is noticed`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try folder.sqlite(
      "UPDATE event SET personal = '{}', nonce = zeroblob(16) WHERE kind = 'team.formed'")
    #expect(try register.verify().faults.map(\.problem) == [.personalDiffers])
  }

  @Test(arguments: [
    ("learner", "UPDATE learner SET name = 'Hồ Thị Lệ'"),
    ("learner", "UPDATE learner SET residence = 0"),
    ("mark", "UPDATE mark SET result = 3"),
    ("mark", "DELETE FROM mark"),
    ("tally", "UPDATE tally SET delta = delta + 1"),
    ("tally", "DELETE FROM tally"),
    ("contribution", "UPDATE contribution SET start = start - 1"),
    ("session", "UPDATE session SET date = date + 1"),
    ("session", "UPDATE session SET void = 1"),
    ("nameToken", "DELETE FROM nameToken WHERE token = 'le'"),
    ("team", "UPDATE team SET since = since - 1"),
    ("setting", "UPDATE setting SET value = 'city-series'"),
    ("population", "UPDATE population SET persons = persons + 1 WHERE persons = 1000"),
    ("programme", "UPDATE programme SET version = 9"),
    ("unit", "UPDATE unit SET body = NULL WHERE key = 3"),
    ("learner", "UPDATE learner SET name = name || char(0)"),
    ("learner", "UPDATE learner SET name = CAST(CAST(name AS BLOB) || X'FF' AS TEXT)"),
    ("learner", "UPDATE learner SET cohort = NULL"),
    ("completion", "UPDATE completion SET course = course || char(0) || 'x'"),
    ("session", "UPDATE session SET lessons = ' '"),
    ("mark", "INSERT INTO mark VALUES (99, 99, 1, 'declared', NULL)"),
    ("mark", "UPDATE mark SET session = 99"),
    ("move", "INSERT INTO move VALUES (99, 20000, 0)"),
    ("link", "INSERT INTO link VALUES (zeroblob(16), 1, 1)"),
    ("caused", "INSERT INTO caused VALUES (99, zeroblob(16))"),
    ("voiding", "INSERT INTO voiding VALUES (zeroblob(16), zeroblob(16))"),
  ])
  func `tables that are not the fold are named, and a rebuild mends them`(
    table: String, change: String
  ) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let dump = try register.canonicalDump()
    try folder.sqlite(change)

    let faults = try register.verify().faults
    #expect(faults.map(\.problem) == [.projectionDiffers])
    #expect(faults.map(\.detail) == [table])
    #expect(try register.verify(includingProjection: false).isSound)

    try register.rebuild()
    #expect(try register.verify().isSound)
    #expect(try register.canonicalDump() == dump)
  }

  @Test(arguments: [
    ("envelope = envelope || CAST(X'007A' AS TEXT)", JournalFault.Problem.hashDiffers),
    ("envelope = envelope || CAST(X'00' AS TEXT)", .hashDiffers),
    ("personal = personal || CAST(X'007A' AS TEXT)", .personalDiffers),
    ("personal = replace(personal, 'Lê', CAST(X'4CC3' AS TEXT))", .personalDiffers),
    ("kind = kind || CAST(X'007A' AS TEXT)", .columnDiffers),
  ])
  func `bytes behind a zero byte and bytes that are no text are noticed`(
    change: String, problem: JournalFault.Problem
  ) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try folder.sqlite("UPDATE event SET \(change) WHERE kind = 'learner.registered'")
    #expect(try register.verify().faults.map(\.problem).contains(problem))
  }

  @Test func `bytes that are repaired where they are read as text are noticed`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    // What stands there is what a repair of the broken byte would give.
    let unit = try register.unit("101")
    try register.record(on: "2026-02-10") {
      _ = try $0.formTeam(named: "T\u{FFFD}", in: unit, since: Sample.day("2026-01-10"))
    }
    #expect(try register.verify().isSound)
    try folder.sqlite(
      "UPDATE event SET envelope = replace(envelope, 'T\u{FFFD}', CAST(X'54FF' AS TEXT))")
    #expect(try register.verify().faults.map(\.problem).contains(.hashDiffers))
  }

  @Test(arguments: [
    "kind = NULL", "kind = X'FF'", "subject = 7", "subject = NULL", "envelope = NULL",
    "envelope = 1", "hash = NULL", "hash = 'x'", "personal = 7", "nonce = 1.5",
    "effectiveClock = NULL", "effectiveClock = 'x'", "effectiveClock = 9223372036854775807",
    "sequence = 9223372036854775807", "sequence = NULL", "epoch = 'x'", "device = NULL", "id = 1",
  ])
  func `a column of another type stops nothing but what rests on it`(change: String) throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    try register.close()
    // The table's own rules are taken out first, as a disk does that changes a value.
    try folder.sqlite(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'NOT NULL', '')
      WHERE name = 'event';
      """)
    try folder.sqlite(
      """
      PRAGMA ignore_check_constraints = ON;
      UPDATE event SET \(change) WHERE key = (SELECT max(key) FROM event);
      """)
    let spoilt = try Register.open(at: folder.file())

    #expect(try !spoilt.verify().isSound)
    _ = try? spoilt.read { try $0.journal(limit: 100) }
    _ = try? spoilt.rebuild()
    _ = try? spoilt.newestClock()
    _ = try? spoilt.record(on: "2026-03-10") { try $0.set(.language, to: "en") }
    #expect(try spoilt.read { try $0.gazetteer() }.units.count == 9)
  }

  @Test func `verification changes nothing and reports how far it is`() throws {
    let folder = try TemporaryFolder()
    let register = try lived(in: folder)
    let before = try folder.sqlite(".dump")
    var reported: [Int] = []
    _ = try register.verify { reported.append($0) }
    #expect(reported.last == (try register.eventCount()))
    #expect(try folder.sqlite(".dump") == before)
  }

  /// SQL that brings about one problem and no other.
  private func tampering(
    _ problem: JournalFault.Problem, with register: Register
  ) throws -> String {
    let last = try #require(try register.allEvents().last).event
    func forged(_ change: (inout CanonicalObject) -> Void, columns: String = "") -> String {
      var envelope = last.envelope
      change(&envelope)
      return replacing(envelope.canonicalBytes, columns)
    }
    func replacing(_ bytes: [UInt8], _ columns: String = "") -> String {
      """
      UPDATE event SET envelope = CAST(X'\(Hexadecimal.text(of: bytes))' AS TEXT),
        hash = X'\(Hexadecimal.text(of: PlainSHA256.hash(bytes)))' \(columns)
      WHERE sequence = \(last.sequence);
      """
    }
    return switch problem {
    case .hashDiffers: "UPDATE event SET hash = zeroblob(32) WHERE kind = 'team.formed'"
    case .notCanonical: replacing(last.envelope.canonicalBytes + [UInt8(ascii: " ")])
    case .columnDiffers: "UPDATE event SET kind = 'x' WHERE kind = 'team.formed'"
    case .chainBroken:
      forged { $0["previous"] = .string(String(repeating: "0", count: 64)) }
    case .sequenceGap:
      forged(
        { $0["sequence"] = .number(last.sequence + 5) }, columns: ", sequence = sequence + 5")
    case .clockFalls: forged({ $0["clock"] = .integer(1) }, columns: ", effectiveClock = 1")
    case .personalDiffers:
      "UPDATE event SET personal = '{}' WHERE kind = 'learner.registered'"
    case .personalMissing:
      "UPDATE event SET personal = NULL, nonce = NULL WHERE kind = 'actor.named'"
    case .personalKept: try fillingAgain(after: register)
    case .bodyInvalid: forged { $0["body"] = .object([:]) }
    case .eventsLost:
      """
      DELETE FROM event WHERE sequence >= (
        SELECT min(sequence) FROM event WHERE subject = (SELECT id FROM session)
      )
      """
    case .fileDamaged:
      """
      PRAGMA writable_schema = ON;
      DELETE FROM sqlite_schema WHERE name = 'completionEnd';
      PRAGMA schema_version = 9999;
      """
    case .indexDamaged: "DROP INDEX eventSubject"
    case .projectionDiffers: "UPDATE learner SET name = 'Khác'"
    case .localDiffers: "UPDATE local SET value = 'hôm qua' WHERE key = 'actor'"
    case .foreignContent: "CREATE TABLE poem (line TEXT)"
    }
  }

  /// Erases the person, and puts back what was said of them.
  private func fillingAgain(after register: Register) throws -> String {
    let stored = try #require(
      try register.allEvents().first { $0.event.kind == LearnerRegistered.kind })
    let personal = try #require(stored.personal).canonicalBytes
    try register.record(on: "2026-02-12") { recorder in
      let person = try recorder.reader.learner(id: Learner.ID(stored.event.subject))
      try recorder.erase(#require(person))
    }
    return """
      UPDATE event SET personal = CAST(X'\(Hexadecimal.text(of: personal))' AS TEXT),
        nonce = X'\(Hexadecimal.text(of: stored.nonce ?? []))'
      WHERE kind = 'learner.registered'
      """
  }

  /// A team, a person and a session with that person, then a correction.
  private func lived(in folder: TemporaryFolder) throws -> Register {
    let register = try folder.register()
    let river = try register.unit("101")
    let day = Sample.day("2026-02-10")
    try register.record(on: "2026-02-10") { recorder in
      let team = try recorder.formTeam(named: "Tổ 1", in: river, since: Sample.day("2026-01-10"))
      let le = try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Hồ Thị Lê", birthYear: 1958), sex: .female,
          residence: .unit(river.id)),
        on: day, consent: .paper, scope: .city)
      let session = try recorder.logSession(
        SessionDetails(date: day, form: .class, team: team.id, course: "an-toan"),
        attendees: [(le.id, Mark(result: .attended, basis: .declared))])
      var change = SessionChanged()
      change.date = day.adding(days: -1)
      let changed = try recorder.change(session, change)
      change.date = day.adding(days: -2)
      _ = try recorder.change(changed, change)
      try recorder.recordCompletion(
        of: le, course: "zalo", on: day, result: .completed, basis: .declared)
    }
    return register
  }
}

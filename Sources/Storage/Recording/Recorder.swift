package import Domain
import GRDB

/// One transaction in which facts are recorded, by one author. Its verbs are the only way to write.
package struct Recorder {
  let db: Database
  let author: Author
  /// The day on which facts are recorded.
  package let today: CalendarDay
  /// What the register holds, with everything recorded so far in this transaction.
  package let reader: RegisterReader
  private var journal: JournalWriter
  private var projector: Projector
  private var random: RandomSource
  private var actor: Actor.ID?
  /// The import that causes what is recorded now.
  var cause: Event.ID?

  /// - Throws: `RegisterError.clockBehind` or `.clockAhead` where the clock cannot be trusted.
  init(db: Database, author: Author) throws {
    self.db = db
    self.author = author
    today = author.today
    reader = RegisterReader(db: db)
    if author.checksClock { try ClockCheck.require(author.now, in: db) }
    journal = try JournalWriter(db: db, now: author.now)
    projector = Projector(db: db)
    random = author.random
    actor = try author.actor ?? reader.defaultActor()
  }

  func finish() throws {
    if author.checksClock { try ClockCheck.advance(to: author.now, in: db) }
  }

  /// Moves the wall clock of this transaction on, for registers that are filled with a past.
  package mutating func setClock(_ milliseconds: Int64) {
    journal.now = milliseconds
  }

  var device: Device.ID { journal.device }

  package mutating func newID<Subject>() -> Identifier<Subject> {
    journal.newID(using: &random)
  }

  /// Appends a fact and projects it. `isNew` says that no event about the subject can be there, which
  /// spares a look.
  @discardableResult
  mutating func record(
    _ fact: some Fact, subject: RecordID, scope: Scope, isNew: Bool = false
  ) throws -> Event {
    let stored = try append(fact, subject: subject, scope: scope, isNew: isNew)
    if isNew {
      try projector.project(new: stored)
    } else {
      try projector.project([stored])
    }
    return stored.event
  }

  /// Appends a fact that is a record of its own, under an id that was minted before.
  mutating func record(_ fact: some Fact, as id: Event.ID, scope: Scope) throws {
    let stored = try append(fact, id: id, subject: RecordID(id), scope: scope, isNew: true)
    try projector.project([stored])
  }

  /// Appends facts about one record before it is projected once.
  mutating func record(
    all facts: [any Fact], subject: RecordID, scope: Scope
  ) throws {
    var events: [StoredEvent] = []
    for fact in facts {
      events.append(try append(fact, subject: subject, scope: scope, isNew: false))
    }
    try projector.project(events)
  }

  private mutating func append(
    _ fact: some Fact, id: Event.ID? = nil, subject: RecordID, scope: Scope, isNew: Bool
  ) throws -> StoredEvent {
    guard let actor else {
      throw RecordError.unknown(.actor, "", similar: [])
    }
    return try journal.append(
      fact, id: id, subject: subject, scope: scope, actor: actor,
      base: isNew ? nil : try newestEvent(of: subject), cause: cause, random: &random)
  }

  private func newestEvent(of subject: RecordID) throws -> Event.ID? {
    try Event.ID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT event.id FROM event LEFT JOIN device ON device.key = event.device
          WHERE subject = ?
          ORDER BY effectiveClock DESC, device.id DESC, epoch DESC, sequence DESC LIMIT 1
          """), arguments: [subject])
  }
}

extension Recorder {
  /// Names an account that records facts, and lets it record from here on; the default account is the
  /// one that this file remembers for when nobody is named.
  package mutating func introduce(_ name: String, isDefault: Bool) throws {
    let id: Actor.ID = newID()
    actor = id
    try record(ActorNamed(name: name), subject: RecordID(id), scope: .city, isNew: true)
    if isDefault { try Local.set(.actor, id.description, in: db) }
  }

  /// Records from here on as the account of this name, which is made where there is none.
  package mutating func act(as name: String) throws {
    if let account = try reader.actor(named: name) {
      actor = account
    } else {
      try introduce(name, isDefault: false)
    }
  }

  package mutating func set(_ key: SettingSet.Key, to value: String) throws {
    try record(
      SettingSet(key, value), subject: Identifier(natural: NaturalName.setting(key.rawValue)),
      scope: .city)
  }
}

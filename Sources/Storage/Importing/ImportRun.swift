package import Domain
import GRDB

/// One list being taken in, row by row, within one transaction.
///
/// Every event it causes names it. Rows that throw have recorded nothing, and the run goes on.
package struct ImportRun {
  package let id: Event.ID
  package let list: ImportedList
  package private(set) var counts = ImportCounts()
  /// The imports of this source, this one included.
  let imports: Set<Event.ID>
  let gazetteer: Gazetteer
  private var keysSeen: Set<String> = []
  /// The people of the rows so far.
  private(set) var people: Set<Learner.ID> = []
  private var scopes: [Residence: Scope] = [:]
  private(set) var newRowsToCome = NewRowsToCome()

  /// `ofSessions` tells a list of sessions from one of people, for the same file may be taken for both;
  /// nil makes no difference between them.
  /// - Throws: `RecordError.alreadyImported` for the very bytes of an import that still counts and that
  ///   took any row; unless what it found there has been taken back since, with an import before it.
  package init(
    _ list: ImportedList, ofSessions: Bool? = nil, in recorder: inout Recorder
  ) throws {
    let reader = recorder.reader
    let same = try reader.imports().filter {
      $0.list.fileHash == list.fileHash && !$0.isVoid && $0.counts.taken > 0
    }
    if let earlier = try same.first(where: { earlier in
      let isOfOneKind =
        try ofSessions.map { try reader.hasSessions(earlier.id) == $0 || earlier.counts.isIdle }
        ?? true
      return try isOfOneKind && !reader.isUnsettled(earlier)
    }) {
      throw RecordError.alreadyImported(earlier)
    }
    self.list = list
    id = recorder.newID()
    imports = try recorder.reader.imports(ofSource: list.source).union([id])
    gazetteer = try recorder.reader.gazetteer()
    recorder.cause = id
  }

  /// Tells of a row of a list of people that calls somebody new, before the first row is taken.
  package mutating func announce(_ row: NewRow) {
    newRowsToCome.add(row)
  }

  mutating func reach(_ listed: ListedPerson) {
    NewRow(listed).map { newRowsToCome.reach($0) }
  }

  /// Counts a row that could not be taken.
  package mutating func reject() {
    counts.rejected += 1
  }

  /// Ends the run: notes what became of the list.
  package mutating func finish(in recorder: inout Recorder) throws {
    recorder.cause = nil
    try recorder.record(Imported(list, counts: counts), as: id, scope: .city)
  }

  /// - Throws: `RecordError.keyTwice` for a key that stood on an earlier row of the list.
  mutating func see(_ key: String?) throws {
    guard let key else { return }
    guard keysSeen.insert(key).inserted else { throw RecordError.keyTwice(key) }
  }

  /// A row that was not taken leaves its key to another.
  mutating func forget(_ key: String?) {
    if let key { keysSeen.remove(key) }
  }

  mutating func note(_ learner: Learner.ID) {
    people.insert(learner)
  }

  mutating func count(_ outcome: ListOutcome) {
    switch outcome {
    case .created: counts.created += 1
    case .changed: counts.changed += 1
    case .unchanged: counts.unchanged += 1
    }
  }

  mutating func scope(of residence: Residence, in recorder: Recorder) throws -> Scope {
    if let scope = scopes[residence] { return scope }
    let scope = try recorder.scope(of: residence)
    scopes[residence] = scope
    return scope
  }

  /// Whether the event came with a list of this source.
  func brought(_ stored: StoredEvent) -> Bool {
    stored.event.cause.map(imports.contains) ?? false
  }
}

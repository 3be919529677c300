import Coverage
import Domain
import GRDB

extension BulkFold {
  mutating func foldLearner(_ history: RecordHistory) throws {
    let id = Learner.ID(history.subject)
    let key = try projector.keys.learner(id)
    let folded = try FoldedLearner(history)
    let values = try projector.keys.values(of: folded, id: id)
    if folded == nil {
      try rows.putWaiting(values, as: key, in: .learner)
    } else {
      try put(values, as: key, in: .learner)
    }
    known.write(
      folded.map { folded in
        BulkRecords.Person(
          residence: known.residences.place(of: folded.details.residence),
          registeredOn: Int32(folded.details.registeredOn.ordinal),
          died: folded.died.map { Int32($0.ordinal) }, isVoid: folded.isVoid)
      }, as: key)

    let learner = FoldedValue.local(key, id)
    for (start, residence) in folded?.moves ?? [:] {
      try put([learner, .day(start), projector.keys.value(of: residence)], in: .move)
      known.moves.append(
        BulkRecords.Move(
          learner: UInt32(key), start: Int32(start.ordinal),
          residence: known.residences.place(of: residence)))
    }
    try foldTokens(NameTokens(folded?.details.person), of: learner, key: key)
    try putKeys(of: learner, from: history.live, in: .learnerKey)
    try foldCompletions(history, key: key, id: id)
  }

  private mutating func foldTokens(
    _ tokens: NameTokens, of learner: FoldedValue, key: Int64
  ) throws {
    for word in tokens.words {
      guard Rows.areOrdered else {
        try put([.text(word), .integer(tokens.birthYear), learner], in: .nameToken)
        continue
      }
      known.tokens.append(
        BulkRecords.Token(
          word: known.words.place(
            of: BulkRecords.Word(text: word, birthYear: tokens.birthYear)),
          learner: UInt32(key)))
    }
  }

  private mutating func foldCompletions(
    _ history: RecordHistory, key: Int64, id: Learner.ID
  ) throws {
    let live = Set(history.live.map(\.event.id))
    for stored in history.events {
      guard let fact = try stored.fact(as: CompletionRecorded.self) else { continue }
      let isLive = live.contains(stored.event.id)
      try put(
        [
          .id(RecordID(stored.event.id)), .local(key, id), .text(fact.course), .day(fact.date),
          .integer(fact.result.rank), .text(fact.basis.rawValue), .flag(!isLive),
        ], in: .completion)
      guard isLive else { continue }
      known.completions.append(
        BulkRecords.Completion(
          learner: UInt32(key), course: known.courses.place(of: fact.course.asStored),
          date: Int32(fact.date.ordinal), result: UInt8(fact.result.rank)))
    }
  }

  mutating func foldSession(_ history: RecordHistory) throws {
    let id = Session.ID(history.subject)
    let folded = try FoldedSession(history)
    let values = try projector.keys.values(of: folded, id: id)
    let place = UInt32(known.meetings.count)
    let key = Int64(place) + 1
    let details = folded?.details
    known.meetings.append(
      BulkRecords.Meeting(
        id: id, course: details?.course.map { known.courses.place(of: $0.asStored) },
        date: Int32(details?.date.ordinal ?? 0),
        counts: details.map { $0.form != .broadcast } ?? false && folded?.isVoid == false))
    if folded == nil {
      try rows.putWaiting(values, as: key, in: .session)
    } else {
      try put(values, as: key, in: .session)
    }
    try putKeys(of: .local(key, id), from: history.live, in: .sessionKey)
    for (learner, mark) in folded?.marks ?? [:] {
      let attendance = BulkRecords.Attendance(
        learner: UInt32(try projector.keys.learner(learner)), session: place,
        result: UInt8(mark.result.rank),
        basis: UInt8(ResultBasis.allCases.firstIndex(of: mark.basis) ?? 0),
        score: mark.score.flatMap(Int8.init(exactly:)))
      known.attendances.append(attendance)
      if let score = mark.score, attendance.score == nil {
        known.oddScores[attendance.place] = score
      }
    }
  }

  /// What lists call a record.
  private mutating func putKeys(
    of record: FoldedValue, from live: [StoredEvent], in table: LargeTable
  ) throws {
    var written: Set<[String]> = []
    for stored in live {
      guard let cause = stored.event.cause,
        let text = try stored.externalKey()?.asStored,
        written.insert([text, cause.description]).inserted
      else { continue }
      try put([.text(text), .local(projector.keys.import(cause), cause), record], in: table)
    }
  }

  /// Gives keys to those whom links and distinctions name.
  mutating func number(_ histories: [RecordHistory]) throws {
    for stored in histories.flatMap(\.events) {
      let pair =
        try stored.fact(as: LearnerLinked.self)?.pair
        ?? stored.fact(as: LearnerDistinct.self)?.pair
      if let pair {
        _ = try projector.keys.learner(pair.a)
        _ = try projector.keys.learner(pair.b)
      }
    }
  }

  /// Writes the rows of learners of whom only others speak.
  mutating func putWaiting() throws {
    for (offset, id) in (projector.keys.learners?.ids ?? []).enumerated() {
      let key = Int64(offset) + 1
      guard !known.isWritten(key) else { continue }
      try rows.putWaiting(projector.keys.values(of: nil, id: id), as: key, in: .learner)
      known.write(nil, as: key)
    }
  }

  /// Writes the words of names in the order of their table.
  mutating func putTokens() throws {
    let words = known.words.values
    let order = words.indices.sorted {
      let (left, right) = (words[$0], words[$1])
      return left.text == right.text
        ? left.birthYear < right.birthYear
        : left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    var rank = Array(repeating: UInt32(0), count: words.count)
    for (place, word) in order.enumerated() { rank[word] = UInt32(place) }
    for index in known.tokens.indices {
      known.tokens[index].word = rank[Int(known.tokens[index].word)]
    }
    known.tokens.sort()
    for token in known.tokens {
      let word = words[order[Int(token.word)]]
      try put(
        [.text(word.text), .integer(word.birthYear), learner(token.learner)], in: .nameToken)
    }
    known.tokens = []
  }

  /// Writes marks in the order of their table.
  mutating func putMarks() throws {
    known.sort()
    for mark in known.attendances {
      let score = mark.score.map { Int($0) } ?? known.oddScores[mark.place]
      try put(
        [
          learner(mark.learner),
          .local(Int64(mark.session) + 1, known.meetings[Int(mark.session)].id),
          .integer(Int64(mark.result)), .text(ResultBasis.allCases[Int(mark.basis)].rawValue),
          .integer(score),
        ], in: .mark)
    }
  }

  func learner(_ key: UInt32) -> FoldedValue {
    guard let learners = projector.keys.learners else { return .null }
    return .local(Int64(key), learners[Int64(key)])
  }
}

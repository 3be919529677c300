import Coverage
import Domain

/// What a fold in bulk keeps of people and sessions until it works out who counts: a few dozen bytes of
/// each, whatever else is known of them.
struct BulkRecords {
  /// A registered learner; of one that only others speak of, nothing.
  struct Person {
    let residence: UInt32
    let registeredOn: Int32
    let died: Int32?
    let isVoid: Bool
  }

  struct Meeting {
    let id: Session.ID
    let course: UInt32?
    let date: Int32
    /// Whether its marks are in any measure.
    let counts: Bool
  }

  struct Move: Comparable {
    let learner: UInt32
    let start: Int32
    let residence: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.learner, left.start) < (right.learner, right.start)
    }
  }

  struct Attendance: Comparable {
    let learner: UInt32
    /// Its place among the meetings, from 0 on.
    let session: UInt32
    let result: UInt8
    let basis: UInt8
    /// Nil for a score that ``oddScores`` holds, too.
    let score: Int8?

    static func < (left: Self, right: Self) -> Bool {
      (left.learner, left.session) < (right.learner, right.session)
    }
  }

  struct Completion: Comparable {
    let learner: UInt32
    let course: UInt32
    let date: Int32
    let result: UInt8

    static func < (left: Self, right: Self) -> Bool { left.learner < right.learner }
  }

  /// A word of somebody's name: the word and the birth year by their place in ``words``.
  struct Token: Comparable {
    var word: UInt32
    let learner: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.word, left.learner) < (right.word, right.learner)
    }
  }

  struct Word: Hashable {
    let text: String
    let birthYear: Int
  }

  /// By key, of which the first is 1; false where its row is still to be written.
  private(set) var isWritten: [Bool] = []
  private(set) var people: [Person?] = []
  var meetings: [Meeting] = []
  var moves: [Move] = []
  var attendances: [Attendance] = []
  /// Scores that are no percentage, which no rule of the journal refuses.
  var oddScores: [Attendance.Place: Int] = [:]
  var completions: [Completion] = []
  var tokens: [Token] = []
  var residences = Numbered<Residence>()
  var courses = Numbered<String>()
  var words = Numbered<Word>()

  mutating func write(_ person: Person?, as key: Int64) {
    while people.count < key {
      people.append(nil)
      isWritten.append(false)
    }
    people[Int(key) - 1] = person
    isWritten[Int(key) - 1] = true
  }

  func isWritten(_ key: Int64) -> Bool { key <= isWritten.count && isWritten[Int(key) - 1] }

  /// Sorts what is looked up by learner.
  mutating func sort() {
    moves.sort()
    attendances.sort()
    completions.sort()
  }
}

extension BulkRecords.Attendance {
  struct Place: Hashable {
    let learner: UInt32
    let session: UInt32
  }

  var place: Place { Place(learner: learner, session: session) }
}

extension BulkRecords {
  /// What counts of one live, known record; nil for another. Asked after ``sort()``.
  func live(_ key: Int64, of id: Learner.ID) throws -> LiveRecord? {
    guard key <= people.count, let person = people[Int(key) - 1], !person.isVoid else { return nil }
    let learner = UInt32(key)
    let registration = PersonHistory.Spell(
      residence: residences[person.residence], from: CalendarDay(person.registeredOn))
    let moved = moves.equalRange(of: learner, by: \.learner).map {
      PersonHistory.Spell(residence: residences[$0.residence], from: CalendarDay($0.start))
    }
    var achievements: [PersonHistory.Achievement] = []
    for attendance in attendances.equalRange(of: learner, by: \.learner) {
      let meeting = meetings[Int(attendance.session)]
      guard meeting.counts else { continue }
      achievements.append(
        PersonHistory.Achievement(
          course: meeting.course.map { courses[$0] }, day: CalendarDay(meeting.date),
          result: try LearningResult(rank: Int(attendance.result))))
    }
    for completion in completions.equalRange(of: learner, by: \.learner) {
      achievements.append(
        PersonHistory.Achievement(
          course: courses[completion.course], day: CalendarDay(completion.date),
          result: try LearningResult(rank: Int(completion.result))))
    }
    return LiveRecord(
      key: key, id: id, spells: [registration] + moved, died: person.died.map { CalendarDay($0) },
      achievements: achievements)
  }
}

/// Values that come often, each kept once and known by its place.
struct Numbered<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: UInt32] = [:]

  subscript(place: UInt32) -> Value { values[Int(place)] }

  mutating func place(of value: Value) -> UInt32 {
    if let place = places[value] { return place }
    let place = UInt32(values.count)
    values.append(value)
    places[value] = place
    return place
  }
}

extension Array {
  /// The elements whose `key` is `value`, of an array that is sorted by it.
  fileprivate func equalRange<Key: Comparable>(
    of value: Key, by key: (Element) -> Key
  ) -> ArraySlice<Element> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return self[low...].prefix { key($0) == value }
  }
}

extension CalendarDay {
  fileprivate init(_ ordinal: Int32) { self.init(ordinal: Int(ordinal)) }
}

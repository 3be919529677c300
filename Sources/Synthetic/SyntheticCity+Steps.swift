import Domain

extension SyntheticCity {
  /// Everything that is recorded, in the order of recording: the clock never runs back.
  package var steps: Steps { Steps(city: self) }

  /// The steps of a city, drawn one at a time, as often as wanted.
  ///
  /// Holds little more than the plan itself: a bit a person, and the people of one session.
  package struct Steps: Sequence, Sendable {
    fileprivate let city: SyntheticCity

    package func makeIterator() -> Iterator { Iterator(city: city) }

    package struct Iterator: IteratorProtocol, Sendable {
      private let city: SyntheticCity
      private var nextRecord = 0
      /// Registrations and the session that they wait for, the last first.
      private var pending: [SyntheticStep] = []
      /// A bit a person.
      private var registered: [UInt64]

      fileprivate init(city: SyntheticCity) {
        self.city = city
        registered = [UInt64](repeating: 0, count: (city.personCount + 63) / 64)
      }

      package mutating func next() -> SyntheticStep? {
        while pending.isEmpty {
          guard nextRecord < city.timetable.records.count else { return nil }
          let record = city.timetable.records[nextRecord]
          nextRecord += 1
          expand(record)
        }
        return pending.popLast()
      }

      private mutating func expand(_ record: Timetable.Record) {
        let index = Int(record.index)
        switch record.kind {
        case .target: add(.setTarget(city.targets[index]), record)
        case .team: add(.formTeam(city.teams[index]), record)
        case .session:
          let session = city.session(at: index)
          add(.logSession(session), record)
          for mark in session.marks.reversed() where isNew(mark.person) {
            add(.register(city.person(at: mark.person), on: session.date), record)
          }
        case .change:
          let day = city.timetable.sessions[index].date.adding(days: -1)
          add(.changeSession(index, date: day), record)
        case .void:
          let isRepeated = city.timetable.sessions[index].isRepeated
          add(.voidSession(index, isRepeated ? .loggedTwice : .wrongDate), record)
        case .restore: add(.restoreSession(index), record)
        case .absence:
          let marks = city.session(at: index).marks
          guard !marks.isEmpty else { return }
          var random = SplitMix64(seed: city.seed, .absence, index)
          let person = marks[random.element(of: marks.indices)].person
          add(.setMark(session: index, person: person, nil), record)
        case .completion: add(.recordCompletion(city.timetable.completions[index]), record)
        }
      }

      private mutating func add(_ action: SyntheticStep.Action, _ record: Timetable.Record) {
        pending.append(
          SyntheticStep(
            day: CalendarDay(ordinal: record.moment / 86_400), second: record.moment % 86_400,
            action: action))
      }

      /// True once for each person.
      private mutating func isNew(_ person: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(person % 64)
        guard registered[person / 64] & bit == 0 else { return false }
        registered[person / 64] |= bit
        return true
      }
    }
  }
}

import Domain

@testable import Storage

extension WorldDriver {
  mutating func take(
    _ list: List, _ operation: Operation, with recorder: inout Recorder
  ) throws -> Reply {
    var run = try ImportRun(
      ImportedList(
        source: "sổ \(list.source)", fileHash: ContentHash.sha256("\(list)".utf8)), in: &recorder)
    imports[operation.index] = run.id
    var time = Self.time(of: operation)
    var logged = 0
    func tick(_ recorder: inout Recorder) {
      time += 1
      recorder.setClock(time)
    }
    switch list.content {
    case .people(let rows):
      for row in rows where row.choice == .new && row.key == nil {
        run.announce(NewRow(details(row.face), sex: .female))
      }
      for row in rows {
        tick(&recorder)
        do {
          _ = try run.take(listed(row), in: &recorder)
        } catch is RecordError {
          run.reject()
        }
      }
    case .sessions(let gatherings):
      for gathering in gatherings {
        tick(&recorder)
        var details = try details(gathering.sitting)
        details.externalKey = "buổi \(gathering.key)"
        let attendees = try gathering.seats.map { seat in
          ListedSession.Attendee(
            person: try listed(seat.row), result: result(seat.grade))
        }
        let taken = try run.take(
          ListedSession(details: details, attendees: attendees), in: &recorder)
        if taken.outcome == .created, let session = taken.session {
          sessions[Origin(act: operation.index, place: logged)] = session
          logged += 1
        }
      }
    }
    tick(&recorder)
    try run.finish(in: &recorder)
    let newcomers = try recorder.reader.people(createdBy: run.id, limit: 1_000)
    for (place, newcomer) in newcomers.enumerated() {
      people[Origin(act: operation.index, place: place)] = newcomer.id
    }
    return .took(
      Reply.Counts(
        created: run.counts.created, changed: run.counts.changed, unchanged: run.counts.unchanged,
        rejected: run.counts.rejected))
  }

  private func listed(_ row: List.Row) throws -> ListedPerson {
    var person = details(row.face)
    person.externalKey = row.key.map { "số \($0)" }
    return ListedPerson(
      person: person, sex: .female, residence: try row.home.map { try residence($0) },
      registeredOn: row.registered.map(CalendarDay.init(ordinal:)),
      movedOn: row.moved.map(CalendarDay.init(ordinal:)),
      choice: try row.choice.map { choice in
        switch choice {
        case .new: .new
        case .known(let person): .known(try found(people[person]))
        }
      })
  }
}

/// One device at one act: what it knows, and what it writes.
struct Desk {
  let operation: Operation
  private(set) var ledger: Ledger
  private(set) var written: [Entry] = []
  /// The list that causes what is written now.
  var cause: Cause?

  var act: Int { operation.index }
  var flaw: Flaw? { ledger.flaw }

  init(_ operation: Operation, knowing ledger: Ledger) {
    self.operation = operation
    self.ledger = ledger
  }

  mutating func write(_ word: Word) {
    let entry = Entry(
      id: Origin(act: act, place: written.count), device: operation.device, cause: cause,
      word: word)
    written.append(entry)
    ledger.add(entry)
  }

  mutating func perform(_ deed: Deed) -> Reply {
    let new = Origin(act: act)
    switch deed {
    case .formTeam(let place, let since): write(.team(new, place, since: since))
    case .register(let face, let home, let day):
      write(.registered(new, face, home, on: day, key: nil, isCalledNew: false))
    case .amend(let person, let amendment):
      write(.amended(person, amendment, hasPhone: false, key: nil))
    case .move(let person, let home, let day):
      write(.moved(person, home, from: flaw == .movesOnTheDayOfRecording ? operation.day : day))
    case .die(let person, let day): write(.died(person, on: day))
    case .revive(let person):
      for death in (ledger.people[person]?.deaths ?? [:]).keys.sorted() {
        write(.void(.word(death), except: []))
      }
    case .link(let one, let other, let despite): return link(one, other, despite: despite)
    case .unlink(let one, let other):
      let links = ledger.links(between: one, and: other)
      write(.unlinked(links))
      return .unlinked(links.count)
    case .distinguish(let one, let other): write(.distinct(one, other))
    case .logSession(let sitting, let grades): write(.logged(new, sitting, grades, key: nil))
    case .changeSession(let session, let correction): write(.changed(session, correction))
    case .mark(let session, let person, let grade): write(.marked(session, person, grade))
    case .complete(let person, let course, let day, let grade):
      write(.completed(person, course: course, on: day, grade))
    case .void(let thing): write(.void(thing, except: []))
    case .restore(let thing): write(.restored(Set(ledger.liveVoids(of: thing).map(\.entry))))
    case .take(let list): return take(list)
    case .undo(let list, let undoing): return undo(list, undoing)
    case .redo(let list):
      write(.restored(Set(ledger.liveVoids(of: .list(list)).map(\.entry))))
    case .publish(let plan): write(.published(plan))
    case .promise(let goal): write(.promised(goal))
    case .exchange: break
    }
    return .done
  }

  private mutating func link(_ one: Origin, _ other: Origin, despite: Bool) -> Reply {
    for distinction in ledger.distinctions(between: one, and: other)
    where flaw != .forgetsDistinctions {
      guard despite else { return .knownDistinct }
      write(.void(.word(distinction), except: []))
    }
    write(.linked(one, other))
    return .done
  }

  /// What of the list is in use stops the undo, or is spared with the people of its sessions, or goes
  /// with the rest.
  private mutating func undo(_ list: Int, _ undoing: Undoing) -> Reply {
    let use = undoing == .all ? Use() : ledger.use(ofList: list)
    if undoing == .stop, !use.isEmpty, flaw != .undoNeverStops { return .inUse(use) }
    var spared = Set(use.people.map(Thing.person) + use.sessions.map(Thing.session))
    if flaw != .undoSparesNoAttendees {
      for session in use.sessions {
        spared.formUnion((ledger.sessions[session]?.marks ?? [:]).keys.map(Thing.person))
      }
    }
    write(.void(.list(list), except: spared))
    return .undone(keeping: use)
  }
}

/// What a device answers to an act.
enum Reply: Equatable {
  case done
  case knownDistinct
  /// How many links.
  case unlinked(Int)
  case took(Counts)
  case alreadyTaken
  case inUse(Use)
  case undone(keeping: Use)

  /// What became of the people, or sessions, of a list; rejected are rows.
  struct Counts: Equatable {
    var created = 0
    var changed = 0
    var unchanged = 0
    var rejected = 0

    var taken: Int { created + changed + unchanged }
  }
}

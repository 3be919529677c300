/// What some entries come to: the records, read one entry after the other.
struct Ledger {
  struct Team {
    let place: Place
    let since: Int
  }

  struct Person {
    let cause: Cause?
    var face: Face
    /// Where they lived when they were registered.
    var home: Home
    var registered: Int
    /// Homes after that, by their first day.
    var moves: [Int: Home] = [:]
    /// By the entry that says so, the first day on which they no longer count.
    var deaths: [Origin: Int] = [:]
    var keys: Set<Key> = []
    var isVoid: Bool
  }

  /// What a list calls a record.
  struct Key: Hashable {
    let source: Int
    let number: Int
  }

  struct Session {
    let cause: Cause?
    var sitting: Sitting
    var marks: [Origin: Mark]
    var key: Key?
    var isVoid: Bool
  }

  struct Mark {
    var grade: Grade
    /// The list that it came with; nil for a mark by hand.
    var cause: Cause?
  }

  struct Completion {
    let person: Origin
    let course: String
    let day: Int
    let grade: Grade
    let isVoid: Bool
  }

  struct Link {
    let one: Origin
    let other: Origin

    func partner(of person: Origin) -> Origin? {
      person == one ? other : person == other ? one : nil
    }
  }

  struct Taken {
    let list: List
    /// Whether any of its rows was taken.
    let any: Bool
    let isVoid: Bool
  }

  struct Void {
    let entry: Origin
    let target: Thing
    let except: Set<Thing>
    var isRestored = false
  }

  struct Promise: Hashable {
    let slug: String
    let code: String?
    let deadline: Int
  }

  let flaw: Flaw?
  private(set) var entries: [Entry] = []
  private(set) var voids: [Thing: [Void]] = [:]
  private(set) var teams: [Origin: Team] = [:]
  private(set) var people: [Origin: Person] = [:]
  private(set) var sessions: [Origin: Session] = [:]
  /// By their entries, as are links and distinctions.
  private(set) var completions: [Origin: Completion] = [:]
  private(set) var links: [Origin: Link] = [:]
  private(set) var distinctions: [Origin: Link] = [:]
  /// By the act that took them.
  private(set) var lists: [Int: Taken] = [:]
  private(set) var plan = City.plan
  private(set) var promises: [Promise: Int] = [:]

  init(_ entries: [Entry], flaw: Flaw? = nil) {
    self.flaw = flaw
    for entry in entries { noteVoid(entry) }
    for entry in entries { read(entry) }
  }

  /// Reads one more entry, the newest. What takes something back changes what was read before: then
  /// everything is to be read again.
  mutating func add(_ entry: Entry) {
    switch entry.word {
    case .void, .restored: self = Ledger(entries + [entry], flaw: flaw)
    default: read(entry)
    }
  }

  private mutating func noteVoid(_ entry: Entry) {
    switch entry.word {
    case .void(let target, let except):
      voids[target, default: []].append(Void(entry: entry.id, target: target, except: except))
    case .restored(let restored):
      for (target, ofTarget) in voids {
        if case .list = target, flaw == .redoesNothing { continue }
        voids[target] = ofTarget.map { void in
          var void = void
          if restored.contains(void.entry) { void.isRestored = true }
          return void
        }
      }
    default: break
    }
  }

  // MARK: What is taken back

  /// The voids of something that stand.
  func liveVoids(of target: Thing) -> [Void] {
    let all = voids[target] ?? []
    switch flaw {
    case .restoresNothing: return all
    case .oneRestoreClearsAllVoids: return all.contains(where: \.isRestored) ? [] : all
    default: return all.filter { !$0.isRestored }
    }
  }

  /// Whether somebody has taken back the word, or the list that it came with.
  func isTakenBack(_ entry: Entry) -> Bool {
    if case .died = entry.word, flaw == .nobodyRevives { return false }
    if !liveVoids(of: .word(entry.id)).isEmpty { return true }
    guard let cause = entry.cause else { return false }
    return liveVoids(of: .list(cause.act)).contains { void in
      switch (flaw, entry.word) {
      case (.undoKeepsEverything, _): false
      case (.undoKeepsMarks, .marked), (.undoKeepsMoves, .moved), (.undoKeepsAmendments, .amended):
        false
      case (.undoSparesNobody, _): true
      default: !void.except.contains(entry.subject)
      }
    }
  }

  // MARK: Reading

  private mutating func read(_ entry: Entry) {
    entries.append(entry)
    let isLive = !isTakenBack(entry)
    switch entry.word {
    case .registered(let person, let face, let home, let day, let key, _):
      people[person] = Person(
        cause: entry.cause, face: face, home: home, registered: day,
        keys: isLive ? keys(key, entry.cause) : [],
        isVoid: !isLive || !liveVoids(of: .person(person)).isEmpty)
    case .logged(let session, let sitting, let grades, let key):
      sessions[session] = Session(
        cause: entry.cause, sitting: sitting,
        marks: grades.mapValues { Mark(grade: $0, cause: entry.cause) },
        key: isLive ? keys(key, entry.cause).first : nil,
        isVoid: !isLive || !liveVoids(of: .session(session)).isEmpty)
    case .completed(let person, let course, let day, let grade):
      completions[entry.id] = Completion(
        person: person, course: course, day: day, grade: grade, isVoid: !isLive)
    case .took(let list, let any):
      lists[entry.id.act] = Taken(
        list: list, any: any, isVoid: !liveVoids(of: .list(entry.id.act)).isEmpty)
    default:
      if isLive { readLive(entry) }
    }
  }

  private mutating func readLive(_ entry: Entry) {
    switch entry.word {
    case .team(let team, let place, let since): teams[team] = Team(place: place, since: since)
    case .amended(let person, let amendment, let hasPhone, let key):
      if let home = amendment.home, flaw != .forgetsAmendedHomes { people[person]?.home = home }
      if let day = amendment.registered, flaw != .forgetsAmendedDays {
        people[person]?.registered = day
      }
      if hasPhone { people[person]?.face.hasPhone = true }
      let keys = keys(key, entry.cause)
      people[person]?.keys.formUnion(keys)
    case .moved(let person, let home, let day):
      if flaw == .theFirstMoveOfADayHolds, people[person]?.moves[day] != nil { break }
      people[person]?.moves[day] = home
    case .died(let person, let day): people[person]?.deaths[entry.id] = day
    case .linked(let one, let other): links[entry.id] = Link(one: one, other: other)
    case .unlinked(let unlinked):
      if flaw != .forgetsUnlinks { links = links.filter { !unlinked.contains($0.key) } }
    case .distinct(let one, let other): distinctions[entry.id] = Link(one: one, other: other)
    case .changed(let session, let correction):
      guard flaw != .forgetsCorrections, let sitting = sessions[session]?.sitting else { break }
      sessions[session]?.sitting = correction.applied(to: sitting)
    case .marked(let session, let person, let grade):
      if flaw == .forgetsMarkChanges { break }
      sessions[session]?.marks[person] = grade.map { Mark(grade: $0, cause: entry.cause) }
    case .published(let plan):
      switch flaw {
      case .keepsTheFirstProgramme: break
      case .takesTheLastProgramme: self.plan = plan
      default: if plan.version >= self.plan.version { self.plan = plan }
      }
    case .promised(let goal):
      let promise = Promise(slug: goal.slug, code: goal.code, deadline: goal.deadline)
      promises[promise] = goal.basisPoints
    default: break
    }
  }

  private func keys(_ number: Int?, _ cause: Cause?) -> Set<Key> {
    guard let number, let cause else { return [] }
    return [Key(source: flaw == .forgetsTheSource ? 0 : cause.source, number: number)]
  }
}

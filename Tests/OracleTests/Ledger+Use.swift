/// What of a list is in use elsewhere.
struct Use: Equatable {
  /// People it entered of whom something was recorded since that did not come with it.
  var people: Set<Origin> = []
  /// Sessions it logged that were corrected since.
  var sessions: Set<Origin> = []

  var isEmpty: Bool { people.isEmpty && sessions.isEmpty }
}

extension Ledger {
  func use(ofList act: Int) -> Use {
    var use = Use()
    let elsewhere = Set(
      entries.filter { $0.cause?.act != act && !isTakenBack($0) }.flatMap { entry in
        switch entry.word {
        case .amended, .moved, .died, .completed, .changed, .marked: [entry.subject]
        default: [Thing]()
        }
      })
    let linked = (Array(links.values) + Array(distinctions.values)).flatMap { [$0.one, $0.other] }
    let marked = sessions.values.filter { !$0.isVoid && $0.cause?.act != act }
      .flatMap { $0.marks.filter { $0.value.cause?.act != act }.keys }
    for (person, record) in people where record.cause?.act == act {
      if elsewhere.contains(.person(person)) || (linked + marked).contains(person) {
        use.people.insert(person)
      }
    }
    for (session, record) in sessions where record.cause?.act == act {
      if elsewhere.contains(.session(session)) { use.sessions.insert(session) }
    }
    return use
  }
}

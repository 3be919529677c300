/// Counts by looping over people and facts, for one day at a time, and keeps nothing.
struct Oracle {
  let seed: UInt64
  let replies: [Reply]
  let ledger: Ledger
  let flaw: Flaw?
  /// Days on which something was done, or is said to have been.
  let eventfulDays: [Int]
  private let people: [Person]

  init(_ world: World, flaw: Flaw? = nil) {
    let chronicle = Chronicle(world.operations, flaw: flaw)
    seed = world.seed
    replies = chronicle.replies
    ledger = Ledger(chronicle.entries, flaw: flaw)
    self.flaw = flaw
    eventfulDays = chronicle.entries.flatMap(\.days)
    people = ledger.persons.map { [ledger] in Person(records: $0, in: ledger) }
  }

  var yardsticks: [Yardstick] { ledger.plan.yardsticks }

  func answer(_ question: Question) -> Answer? {
    guard let yardstick = yardsticks.first(where: { $0.slug == question.slug }) else { return nil }
    var counts: [Home: Int] = [:]
    for person in people {
      let times = person.times(countingBy: yardstick, on: question.day, flaw: flaw)
      guard times > 0, let home = person.home(on: question.day, flaw: flaw) else { continue }
      counts[home, default: 0] += times
    }
    return answer(question, yardstick, counts)
  }
}

extension Ledger {
  /// The live records of each person who has any.
  fileprivate var persons: [Set<Origin>] {
    let live = people.filter { !$0.value.isVoid || flaw == .countsVoidPeople }.keys
    if flaw == .countsLinkedTwice { return live.map { [$0] } }
    let links =
      flaw == .voidPeopleLinkNobody
      ? links.filter { live.contains($0.value.one) && live.contains($0.value.other) } : links
    var persons: [Set<Origin>] = []
    var rest = Set(live)
    while let next = rest.min() {
      let group = Ledger.group(of: next, by: links)
      persons.append(group.intersection(rest))
      rest.subtract(group)
    }
    return persons
  }
}

extension Entry {
  /// The days that the word is about.
  fileprivate var days: [Int] {
    switch word {
    case .team(_, _, let since): [since]
    case .registered(_, _, _, let day, _, _): [day]
    case .amended(_, let amendment, _, _): amendment.registered.map { [$0] } ?? []
    case .moved(_, _, let day), .died(_, let day): [day]
    case .logged(_, let sitting, _, _): [sitting.day]
    case .changed(_, let correction): correction.day.map { [$0] } ?? []
    case .completed(_, _, let day, _): [day]
    case .promised(let goal): [goal.deadline]
    default: []
    }
  }
}

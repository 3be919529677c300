/// Lists, row by row.
extension Desk {
  mutating func take(_ list: List) -> Reply {
    let isKnown = ledger.lists.contains { act, taken in
      !taken.isVoid && taken.any && taken.list == list && !ledger.isUnsettled(act, list)
    }
    if isKnown, flaw != .takesTheSameBytesAgain { return .alreadyTaken }
    cause = Cause(act: act, source: list.source)
    var tray = Tray(source: list.source)
    switch list.content {
    case .people(let rows):
      for (position, row) in rows.enumerated() {
        tray.rowsToCome = Array(rows[(position + 1)...])
        take(row, &tray)
      }
    case .sessions(let gatherings):
      for gathering in gatherings { take(gathering, &tray) }
    }
    cause = nil
    write(.took(list, any: tray.counts.taken > 0))
    return .took(tray.counts)
  }

  /// A list as far as it has been read.
  struct Tray {
    let source: Int
    var counts = Reply.Counts()
    var keys: Set<Int> = []
    /// Those whom its rows are about.
    var people: Set<Origin> = []
    var rowsToCome: [List.Row] = []
    var newcomers = 0
    var sessions = 0

    mutating func count(changed: Bool) {
      if changed { counts.changed += 1 } else { counts.unchanged += 1 }
    }
  }

  func isSame(_ home: Home, _ later: Home) -> Bool {
    flaw == .theSuccessorIsAnotherPlace ? home == later : City.isSame(home, later)
  }

  /// What a field becomes; nil where it stays: for the cell is empty, or says what the list has said
  /// before, or somebody has corrected it since.
  func merged<Value>(
    _ listed: Value?, _ brought: Value?, _ now: Value?, isSame: (Value, Value) -> Bool
  ) -> Value? {
    guard let listed, flaw != .changesNothing else { return nil }
    func same(_ one: Value?, _ other: Value?) -> Bool {
      guard let one, let other else { return one == nil && other == nil }
      return isSame(one, other)
    }
    if same(now, listed) { return nil }
    if flaw == .overwritesWhatWasCorrected { return listed }
    if same(brought, listed) { return nil }
    return same(brought, now) ? listed : nil
  }

  func merged<Value: Equatable>(
    _ listed: Value?, _ brought: Value?, _ now: Value?
  ) -> Value? {
    merged(listed, brought, now, isSame: ==)
  }
}

extension Ledger {
  /// Whether a list that its source handed in before this one has been taken back since.
  func isUnsettled(_ act: Int, _ list: List) -> Bool {
    lists.contains { earlier, taken in
      earlier < act && taken.isVoid && taken.list.source == list.source
        && liveVoids(of: .list(earlier)).contains { $0.entry.act > act }
    }
  }
}

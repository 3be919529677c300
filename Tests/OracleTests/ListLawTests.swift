import Storage
import Testing

/// What must hold of every list that is in the books when a world ends.
@Suite struct ListLawTests {
  @Test(arguments: Worlds.few)
  func `the very bytes of a list that is there change nothing`(seed: UInt64) throws {
    var end = try WorldEnd(of: seed)
    let dump = try end.dump()
    for (_, list) in end.lists { #expect(try end.perform(.take(list)) == .alreadyTaken) }
    #expect(try end.dump() == dump)
  }

  @Test(arguments: Worlds.few)
  func `rows with keys change nothing when they come a second time`(seed: UInt64) throws {
    var end = try WorldEnd(of: seed)
    for (_, list) in end.lists {
      guard let keyed = list.keyedRowsOnly else { continue }
      _ = try end.perform(.take(keyed.inOtherBytes(-1)))
      let dump = try end.dump(without: ["import", "caused"])
      _ = try end.perform(.take(keyed.inOtherBytes(-2)))
      #expect(try end.dump(without: ["import", "caused"]) == dump, "\(list)")
    }
  }

  @Test(arguments: Worlds.few)
  func `a list that is undone and had back leaves all as it was`(seed: UInt64) throws {
    var end = try WorldEnd(of: seed)
    let ways = ["voiding", "restoring", "exemption"]
    let dump = try end.dump(without: ways)
    for (act, _) in end.lists {
      for undoing in [Undoing.keepUsed, .all] {
        _ = try end.perform(.undo(list: act, undoing))
        _ = try end.perform(.redo(list: act))
        #expect(try end.dump(without: ways) == dump, "the list of act \(act), \(undoing)")
      }
    }
  }
}

/// A world that goes on where it ended.
private struct WorldEnd {
  /// Those of which a row was taken and that were not undone, nor what they found there, by the act that
  /// took them.
  let lists: [(act: Int, list: List)]
  private var world: World
  private var driver: WorldDriver

  init(of seed: UInt64) throws {
    world = WorldGenerator.world(seed: seed)
    driver = try WorldDriver(world)
    let ledger = Oracle(world).ledger
    lists = ledger.lists.filter { act, taken in
      taken.any && !taken.isVoid && !ledger.isUnsettled(act, taken.list)
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.list) }
  }

  mutating func perform(_ deed: Deed) throws -> Reply {
    let today = world.operations.last?.day ?? City.today
    return try driver.perform(world.append(deed, on: today, device: 0))
  }

  func dump(without tables: [String] = []) throws -> [String] {
    try driver.registers[0].canonicalDump()
      .filter { line in !tables.contains { line.hasPrefix("\($0):") } }
  }
}

extension List {
  /// Nil where no row has a key.
  fileprivate var keyedRowsOnly: List? {
    var list = self
    switch content {
    case .people(let rows):
      let keyed = rows.filter { $0.key != nil }
      list.content = .people(keyed)
      return keyed.isEmpty ? nil : list
    case .sessions(let gatherings):
      let keyed = gatherings.map { gathering in
        var gathering = gathering
        gathering.seats.removeAll { $0.row.key == nil }
        return gathering
      }.filter { !$0.seats.isEmpty }
      list.content = .sessions(keyed)
      return keyed.isEmpty ? nil : list
    }
  }

  fileprivate func inOtherBytes(_ bytes: Int) -> List {
    var list = self
    list.bytes = bytes
    return list
  }
}

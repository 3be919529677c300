import Coverage
import Domain
import TestSupport

/// Units that two reforms merge and rename as chance has it, each known by its territory: the units of
/// the first day that it covers. Nothing is ever split.
struct InventedReform {
  struct Unit {
    let number: Int
    let territory: Set<Int>
    /// The generation in which it stands first, and the last one.
    let from: Int
    var to: Int

    var id: AdministrativeUnit.ID { Identifier(high: 0, low: UInt64(number)) }
  }

  /// A day on which each generation of units stands.
  static let days = ["2025-06-30", "2026-06-30", "2027-06-30"].map(Sample.day)
  private static let firstDays = ["2025-01-01", "2026-01-01", "2027-01-01"].map(Sample.day)

  private(set) var units: [Unit] = []
  private(set) var successions: [Succession] = []

  init(using random: inout SplitMix64) {
    for atom in 0..<Int.random(in: 1...9, using: &random) {
      units.append(Unit(number: atom + 1, territory: [atom], from: 0, to: 0))
    }
    for generation in 1...2 {
      var left = units.indices.filter { units[$0].to == generation - 1 }.shuffled(using: &random)
      while !left.isEmpty {
        let group = left.prefix([1, 1, 2, 3].randomElement(using: &random) ?? 1)
        left.removeFirst(group.count)
        if group.count == 1, Bool.random(using: &random) {
          units[group[group.startIndex]].to = generation
          continue
        }
        let new = Unit(
          number: units.count + 1,
          territory: group.reduce(into: []) { $0.formUnion(units[$1].territory) }, from: generation,
          to: generation)
        successions += group.map {
          Succession(old: units[$0].id, new: new.id, date: Self.firstDays[generation])
        }
        units.append(new)
      }
    }
  }

  var gazetteer: Gazetteer {
    Gazetteer(
      units: units.map { unit in
        AdministrativeUnit(
          id: unit.id, code: String(unit.number + 100), kind: .ward,
          names: ["vi": "Phường \(unit.number)"], district: nil, parent: nil,
          validFrom: Self.firstDays[unit.from],
          validTo: unit.to == 2 ? nil : Self.firstDays[unit.to + 1].adding(days: -1))
      }, successions: successions)
  }

  func standing(in generation: Int) -> [Unit] {
    units.filter { $0.from <= generation && generation <= $0.to }
  }

  /// The unit of a generation in which the people of a unit live for certain: the one that covers it.
  func home(of unit: Unit, in generation: Int) -> Unit? {
    standing(in: generation).first { $0.territory.isSuperset(of: unit.territory) }
  }
}

import Domain
import Storage

/// Records as JSON objects, in the shapes of `docs/json.md`.
struct RecordOutput {
  let gazetteer: Gazetteer
  let synthetic: String?

  /// Says of a record that nobody in it is real.
  func demo<Record>() -> Shape<Record>.Member {
    let isSynthetic = synthetic != nil
    return Shape.Member("demo") { _ in .boolean(isSynthetic) }
  }

  /// A unit within another record.
  static let unitParts = ["code", "validFrom", "name"]

  func unit(_ id: AdministrativeUnit.ID?) -> OutputValue {
    unit(id.flatMap { gazetteer[$0] })
  }

  func unit(_ unit: AdministrativeUnit?) -> OutputValue {
    guard let unit else { return .null }
    return [
      "code": .text(unit.code), "validFrom": .spelled(unit.validFrom), "name": .text(unit.name),
    ]
  }

  func residence(_ residence: Residence) -> OutputValue {
    switch residence {
    case .unit(let id): unit(id)
    case .outside: ["code": .text("outside"), "validFrom": .null, "name": .text("ngoài thành phố")]
    case .unallocated: ["code": .null, "validFrom": .null, "name": .null]
    }
  }

  static func titles(_ titles: Titles) -> OutputValue {
    .object(
      titles.byLanguage.sorted { $0.key < $1.key }.map { (key: $0.key, value: .text($0.value)) })
  }

  /// What people are told of a residence.
  func spoken(_ residence: Residence) -> String {
    switch residence {
    case .unit(let id): gazetteer[id]?.name ?? ""
    case .outside: say(vi: "ngoài thành phố", en: "outside the city")
    case .unallocated: say(vi: "chưa rõ nơi ở", en: "residence not known")
    }
  }
}

extension Desk {
  func recordOutput() throws -> RecordOutput {
    RecordOutput(gazetteer: try read { try $0.gazetteer() }, synthetic: synthetic)
  }
}

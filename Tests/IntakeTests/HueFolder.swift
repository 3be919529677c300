import Domain
import Foundation
import Intake
import Testing

/// The places of this repository, as a register is founded on them.
enum HueFolder {
  static func files() throws -> [String: [UInt8]] {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "content/data/hue")
    return try Dictionary(
      uniqueKeysWithValues: PlacesFiles.names.map {
        ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
      })
  }

  static func places() throws -> FoundingPlaces {
    try FoundingPlaces(files: PlacesFiles(bytes: try files()))
  }

  static func gazetteer() throws -> Gazetteer { try shared.get() }

  private static let shared = Result { try readGazetteer() }

  /// With ids in the order of the files, for what they are derived from does not matter here.
  private static func readGazetteer() throws -> Gazetteer {
    let places = try places()
    let ids = Dictionary(
      uniqueKeysWithValues: places.units.enumerated().map { index, unit in
        (unit.key, AdministrativeUnit.ID(high: 0, low: UInt64(index + 1)))
      })
    let city = try #require(places.units.first { $0.parentCode == nil })
    return Gazetteer(
      units: try places.units.map { unit in
        AdministrativeUnit(
          id: try #require(ids[unit.key]), code: unit.fact.code, kind: unit.fact.unitKind,
          names: unit.fact.names, district: unit.fact.district,
          parent: unit.parentCode == nil ? nil : ids[city.key], validFrom: unit.fact.validFrom,
          validTo: unit.fact.validTo)
      },
      successions: try places.successions.map {
        Succession(
          old: try #require(ids[$0.old]), new: try #require(ids[$0.new]), date: $0.date)
      })
  }
}

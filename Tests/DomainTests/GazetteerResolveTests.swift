import Domain
import TestSupport
import Testing

/// A code that two units bore one after the other, told apart by their first days.
@Suite struct GazetteerResolveTests {
  private func id(_ name: String) -> AdministrativeUnit.ID {
    Identifier(high: 0, low: name.utf8.reduce(0) { $0 << 8 | UInt64($1) })
  }

  @Test(arguments: ["2024-01-01", "2025-06-30", "2026-06-30"])
  func `a code with its first day names one unit on any day`(day: String) throws {
    let recoded = Gazetteer(
      units: [("1", "2025-01-01", "2025-12-31"), ("1", "2026-01-01", nil)].map { code, from, to in
        AdministrativeUnit(
          id: id(from), code: code, kind: .ward, names: ["vi": "Phường \(from)"],
          district: nil, parent: nil, validFrom: Sample.day(from), validTo: to.map(Sample.day))
      }, successions: [])
    func found(_ typed: String) throws -> AdministrativeUnit.ID {
      try recoded.resolve(typed, on: Sample.day(day)).id
    }

    #expect(try found("1@2025-01-01") == id("2025-01-01"))
    #expect(try found(" 1@2026-01-01 ") == id("2026-01-01"))
    #expect(
      throws: PlaceError.unknown("1@2025-06-30", on: Sample.day(day), similar: recoded.units)
    ) {
      try found("1@2025-06-30")
    }
    for typed in ["2@2025-01-01", "@2025-01-01", "1@", "1@2025", "1@2025-02-30", "1@1@2025-01-01"] {
      #expect(throws: PlaceError.unknown(typed, on: Sample.day(day), similar: [])) {
        try found(typed)
      }
    }
  }
}

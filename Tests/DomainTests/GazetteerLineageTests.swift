import Domain
import TestSupport
import Testing

/// Who stands where on which day, over an invented lineage of every shape:
///
///     2025          2026        2027
///     A ─┐
///     B ─┴────────▶ M ───────┐
///     C ─┐                   ├─▶ X
///     D ─┴────────▶ N ───────┘
///     E ──────────▶ F ─────────▶ G      one-to-one, twice
///     H ─────────▶ I and J              split
///     K ────────────────────────        never touched
@Suite struct GazetteerLineageTests {
  private static let spans: [(code: String, from: String, to: String?)] = [
    ("A", "2025-01-01", "2025-12-31"), ("B", "2025-01-01", "2025-12-31"),
    ("C", "2025-01-01", "2025-12-31"), ("D", "2025-01-01", "2025-12-31"),
    ("E", "2025-01-01", "2025-12-31"), ("H", "2025-01-01", "2025-12-31"),
    ("K", "2025-01-01", nil),
    ("M", "2026-01-01", "2026-12-31"), ("N", "2026-01-01", "2026-12-31"),
    ("F", "2026-01-01", "2026-12-31"), ("I", "2026-01-01", nil), ("J", "2026-01-01", nil),
    ("X", "2027-01-01", nil), ("G", "2027-01-01", nil),
  ]

  /// Of the last eight letters, which differ in all names here.
  private static func id(_ name: String) -> AdministrativeUnit.ID {
    Identifier(high: 0, low: name.utf8.reduce(0) { $0 << 8 | UInt64($1) })
  }

  private let gazetteer = Gazetteer(
    units: Self.spans.map { span in
      AdministrativeUnit(
        id: Self.id(span.code), code: span.code, kind: .ward, names: ["vi": "Phường \(span.code)"],
        district: nil, parent: nil, validFrom: Sample.day(span.from),
        validTo: span.to.map(Sample.day))
    },
    successions: ["AM", "BM", "CN", "DN", "MX", "NX", "EF", "FG", "HI", "HJ"].map { pair in
      let (old, new) = (String(pair.prefix(1)), String(pair.suffix(1)))
      return Succession(
        old: Self.id(old), new: Self.id(new),
        date: Sample.day(
          Self.spans.first { $0.code == new }?.from ?? "there is no such unit"))
    })

  @Test(
    arguments: [
      ("2025-06-30", "A A,B B,C C,D D,E E,F E,G E,H H,I -,J -,K K,M -,N -,X -"),
      ("2026-06-30", "A M,B M,C N,D N,E F,F F,G F,H -,I I,J J,K K,M M,N N,X -"),
      ("2027-06-30", "A X,B X,C X,D X,E G,F G,G G,H -,I I,J J,K K,M X,N X,X X"),
      ("2024-12-31", "A -,B -,C -,D -,E -,F -,G -,H -,I -,J -,K -,M -,N -,X -"),
    ])
  func `people go forward, and back only where one unit became one`(day: String, all: String) {
    for pair in all.split(separator: ",").map({ $0.split(separator: " ").map(String.init) }) {
      let unit = gazetteer.unit(standingFor: Self.id(pair[0]), on: Sample.day(day))
      #expect(unit?.code ?? "-" == pair[1], "\(pair[0]) on \(day)")
    }
  }

  @Test(
    arguments: [
      ("2025-06-30", ["M of A B", "N of C D", "X of A B C D"]), ("2026-06-30", ["X of M N"]),
      ("2027-06-30", []), ("2024-12-31", []),
    ])
  func `a merger is told apart from a succession and from a split`(day: String, mergers: [String]) {
    let found = gazetteer.mergers(after: Sample.day(day)).map { merger in
      "\(merger.unit.code) of \(merger.formerUnits.map(\.code).joined(separator: " "))"
    }
    #expect(found == mergers)
  }

  @Test func `parts are whole, and forerunner and follower have the same people`() {
    func parts(_ code: String) -> [String] { gazetteer.parts(of: Self.id(code)).map(\.code) }

    #expect(parts("X") == ["M", "N"])
    #expect(parts("M") == ["A", "B"])
    #expect(parts("F") == ["E"])
    #expect(parts("I") == [])
    #expect(parts("A") == [])
    #expect(gazetteer.forerunner(of: Self.id("G"))?.code == "F")
    #expect(gazetteer.forerunner(of: Self.id("M")) == nil)
    #expect(gazetteer.forerunner(of: Self.id("I")) == nil)
    #expect(gazetteer.follower(of: Self.id("E"))?.code == "F")
    #expect(gazetteer.follower(of: Self.id("A")) == nil)
    #expect(gazetteer.follower(of: Self.id("H")) == nil)
    #expect(gazetteer.follower(of: Self.id("K")) == nil)
  }

  @Test func `successions that run in a circle or into nothing lead nowhere`() {
    let day = Sample.day("2027-06-30")
    let units = ["P", "Q"].map { code in
      AdministrativeUnit(
        id: Self.id(code), code: code, kind: .ward, names: ["vi": code], district: nil, parent: nil,
        validFrom: Sample.day("2028-01-01"), validTo: nil)
    }
    let circle = Gazetteer(
      units: units,
      successions: [("P", "Q"), ("Q", "P"), ("P2", "P")].map {
        Succession(old: Self.id($0), new: Self.id($1), date: Sample.day("2028-01-01"))
      })

    for code in ["P", "Q", "P2"] {
      #expect(circle.unit(standingFor: Self.id(code), on: day) == nil)
      #expect(circle.parts(of: Self.id(code)) == [])
      #expect(circle.follower(of: Self.id(code)) == nil)
    }
    #expect(circle.mergers(after: day) == [])
  }
}

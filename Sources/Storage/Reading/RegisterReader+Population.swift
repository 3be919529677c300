package import Coverage
package import Domain
import GRDB

extension RegisterReader {
  /// By slug.
  package func populationSeries() throws -> [PopulationSeries] {
    try Row.fetchAll(db, sql: "SELECT id, body FROM series ORDER BY slug").map { row in
      let fact = try SeriesDefined(body: Self.object(row.decode(atIndex: 1)), personal: [:])
      return PopulationSeries(
        id: try row.decode(atIndex: 0), slug: fact.slug, titles: fact.titles,
        publisher: fact.publisher,
        basis: fact.basis, standing: fact.standing, notes: fact.notes)
    }
  }

  package func populationValues(of series: PopulationSeries.ID) throws -> [PopulationValue] {
    try Row.fetchAll(
      db,
      sql: "SELECT unit, date, persons, quality, note FROM population WHERE series = ?",
      arguments: [series]
    ).map { row in
      try PopulationValue(
        unit: row.decode(atIndex: 0), date: CalendarDay(row.decode(String.self, atIndex: 1)),
        persons: row.decode(Int?.self, atIndex: 2).map(PopulationCounted.persons.holding),
        quality: PopulationQuality(rawValue: row.decode(atIndex: 3)) ?? .suspect,
        note: row.decode(atIndex: 4))
    }
  }

  /// The series named `slug`, or the register's default; nil where the register has neither.
  ///
  /// - Throws: `RecordError.unknown` for a slug that names no series.
  package func populationTable(_ slug: String?) throws -> PopulationTable? {
    guard let wanted = try slug ?? setting(.population) else { return nil }
    let all = try populationSeries()
    guard let series = all.first(where: { $0.slug == wanted }) else {
      throw RecordError.unknown(.series, wanted, similar: all.map(\.slug))
    }
    return PopulationTable(series: series, values: try populationValues(of: series.id))
  }
}

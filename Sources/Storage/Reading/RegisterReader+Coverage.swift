package import Coverage
package import Domain
import GRDB

extension RegisterReader {
  /// - Throws: `RecordError.unknown` for a measure that the programme does not have, `.noProgramme`.
  package func measure(_ slug: String) throws -> (measure: Measure, programmeVersion: Int) {
    guard let programme = try programme() else { throw RecordError.noProgramme }
    guard let measure = programme.measures.first(where: { $0.slug == slug }) else {
      throw RecordError.unknown(.measure, slug, similar: programme.measures.map(\.slug))
    }
    return (measure, programme.version)
  }

  /// Distinct people who count for a measure on a day, by the residence they were recorded in.
  package func counts(ofMeasure slug: String, on day: CalendarDay) throws -> [Residence: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT tally.residence, unit.id, sum(tally.delta) AS count
        FROM tally
        JOIN measure ON measure.key = tally.measure
        LEFT JOIN unit ON unit.key = tally.residence
        WHERE measure.slug = ? AND tally.day <= ?
        GROUP BY tally.residence
        """, arguments: [slug, day])
    var counts: [Residence: Int] = [:]
    for row in rows {
      let residence = try Residence(key: row.decode(atIndex: 0), unit: row.decode(atIndex: 1))
      counts[residence, default: 0] += try PopulationCounted.persons.holding(row.decode(atIndex: 2))
    }
    return counts
  }

  /// Answers how far a measure has come, held against the series named by its slug in `population`,
  /// or the register's default.
  package func coverage(
    ofMeasure slug: String, asOf: CalendarDay, unitsOf: CalendarDay, population: String?,
    today: CalendarDay
  ) throws -> CoverageReport {
    let (measure, version) = try measure(slug)
    return CoverageReport(
      CoverageQuestion(measure: measure, asOf: asOf, unitsOf: unitsOf, today: today),
      from: CoverageEvidence(
        gazetteer: try gazetteer(), counts: try counts(ofMeasure: slug, on: asOf),
        population: try populationTable(population), targets: try targets(), teams: try teams(),
        programmeVersion: version))
  }
}

import Domain
import GRDB

/// The projection in words that do not depend on integer keys, on rows that only wait for their
/// event, or on tally rows that came to nothing.
enum ProjectionDump {
  static var tables: [String] { queries.map(\.table) }

  static func lines(of table: String, in db: Database) throws -> [String] {
    guard let query = queries.first(where: { $0.table == table })?.sql else { return [] }
    return try Row.fetchAll(db.makeStatement(sql: ordered(query, in: db))).map(line)
  }

  /// The digest of a table as it is stored.
  static func digest(of table: String, in db: Database) throws -> TableDigest {
    guard let query = queries.first(where: { $0.table == table })?.sql else { return TableDigest() }
    return try TableDigest(of: query, in: db)
  }

  /// The query with its rows in the order of all their columns.
  private static func ordered(_ query: String, in db: Database) throws -> String {
    let columns = try db.makeStatement(sql: query).columnCount
    return "\(query) ORDER BY \((1...columns).map(String.init).joined(separator: ", "))"
  }

  private static func line(_ row: Row) -> String {
    row.databaseValues.map { value in
      switch value.storage {
      case .null: "-"
      case .int64(let number): String(number)
      case .double(let number): String(number)
      case .string(let text): "\"\(text)\""
      case .blob(let data): Hexadecimal.text(of: data)
      }
    }.joined(separator: " ")
  }

  /// A residence as the id of its unit, or as its own number.
  private static let residence = "coalesce(unit.id, residence)"

  private static let queries: [(table: String, sql: String)] = [
    ("voiding", "SELECT event, target FROM voiding"),
    ("restoring", "SELECT event, void FROM restoring"),
    ("exemption", "SELECT void, record FROM exemption"),
    ("unlinking", "SELECT event, link FROM unlinking"),
    ("erasure", "SELECT target, event FROM erasure"),
    (
      "import",
      """
      SELECT id, void, source, fileHash, created, changed, unchanged, rejected
      FROM import WHERE known
      """
    ),
    (
      "caused",
      "SELECT import.id, record FROM caused LEFT JOIN import ON import.key = caused.import"
    ),
    ("unit", "SELECT id, body FROM unit WHERE body IS NOT NULL"),
    ("succession", "SELECT * FROM succession"),
    ("series", "SELECT * FROM series"),
    ("population", "SELECT * FROM population"),
    ("setting", "SELECT * FROM setting"),
    ("actor", "SELECT * FROM actor"),
    ("programme", "SELECT * FROM programme"),
    ("course", "SELECT * FROM course"),
    ("target", "SELECT * FROM target"),
    (
      "team",
      """
      SELECT team.id, void, unit.id, name, since, until
      FROM team LEFT JOIN unit ON unit.key = team.unit WHERE known
      """
    ),
    (
      "learner",
      """
      SELECT learner.id, known, void, erased, coalesce(first.id, registeredIn), \(residence),
        registeredOn, died, sex, cohort, consent, name, birthYear, phone, hamlet, likeness
      FROM learner
      LEFT JOIN unit ON unit.key = residence
      LEFT JOIN unit AS first ON first.key = registeredIn
      WHERE known
      """
    ),
    (
      "move",
      """
      SELECT learner.id, start, \(residence.replacing("residence", with: "move.residence"))
      FROM move
      LEFT JOIN learner ON learner.key = move.learner
      LEFT JOIN unit ON unit.key = move.residence
      """
    ),
    (
      "learnerKey",
      """
      SELECT externalKey, import.id, learner.id
      FROM learnerKey
      LEFT JOIN import ON import.key = import
      LEFT JOIN learner ON learner.key = learner
      """
    ),
    (
      "link",
      """
      SELECT event, one.id, other.id
      FROM link LEFT JOIN learner AS one ON one.key = a LEFT JOIN learner AS other ON other.key = b
      """
    ),
    (
      "distinction",
      """
      SELECT event, one.id, other.id
      FROM distinction LEFT JOIN learner AS one ON one.key = a LEFT JOIN learner AS other ON other.key = b
      """
    ),
    (
      "nameToken",
      """
      SELECT token, nameToken.birthYear, learner.id
      FROM nameToken LEFT JOIN learner ON learner.key = nameToken.learner
      """
    ),
    (
      "session",
      """
      SELECT session.id, session.known, session.void, team.id, session.unit, course, lessons, date, form, minutes,
        unnamed, guests, venue, note
      FROM session LEFT JOIN team ON team.key = session.team WHERE session.known
      """
    ),
    (
      "sessionKey",
      """
      SELECT externalKey, import.id, session.id
      FROM sessionKey
      LEFT JOIN import ON import.key = import
      LEFT JOIN session ON session.key = session
      """
    ),
    (
      "mark",
      """
      SELECT learner.id, session.id, result, basis, score
      FROM mark
      LEFT JOIN learner ON learner.key = mark.learner
      LEFT JOIN session ON session.key = mark.session
      """
    ),
    (
      "completion",
      """
      SELECT event, learner.id, course, date, result, basis, completion.void
      FROM completion LEFT JOIN learner ON learner.key = completion.learner
      """
    ),
    (
      "contribution",
      """
      SELECT learner.id, measure.slug, start, end, \(residence.replacing("residence", with: "contribution.residence"))
      FROM contribution
      LEFT JOIN learner ON learner.key = contribution.person
      LEFT JOIN measure ON measure.key = contribution.measure
      LEFT JOIN unit ON unit.key = contribution.residence
      """
    ),
    (
      "tally",
      """
      SELECT measure.slug, \(residence.replacing("residence", with: "tally.residence")), day, delta
      FROM tally
      LEFT JOIN measure ON measure.key = tally.measure
      LEFT JOIN unit ON unit.key = tally.residence
      WHERE delta <> 0
      """
    ),
  ]
}

import Domain
import Storage

/// A record with the reference that a list gives it.
typealias Referred<Record> = (record: Record, reference: Reference)

extension RecordOutput {
  /// Every record of a list with a reference as long as the list needs.
  static func referred<Record: Identifiable, Subject>(_ records: [Record]) -> [Referred<Record>]
  where Record.ID == Identifier<Subject> {
    let references = records.map(\.id).references()
    return records.map { ($0, references[$0.id] ?? Reference($0.id)) }
  }

  /// A record shown by itself.
  static func referred<Record: Identifiable, Subject>(_ record: Record) -> Referred<Record>
  where Record.ID == Identifier<Subject> {
    (record, Reference(record.id))
  }

  var units: Shape<AdministrativeUnit> {
    Shape([
      .init("code") { .text($0.code) }, .init("validFrom") { .spelled($0.validFrom) },
      .init("validTo") { .spelled($0.validTo) }, .init("kind") { .text($0.kind.rawValue) },
      .init("name") { .text($0.name) }, .init("nameEn") { .text($0.names.byLanguage["en"]) },
      .init("district") { .text($0.district) }, demo(),
    ])
  }

  var learners: Shape<Referred<Learner>> {
    Shape([
      .init("ref") { .spelled($0.reference) }, .init("id") { .spelled($0.record.id) },
      .init("name") { .text($0.record.person.name) },
      .init("birthYear") { .integer($0.record.person.birthYear) },
      .init("sex") { .text($0.record.sex?.rawValue) },
      .init("unit", of: Self.unitParts) { residence($0.record.residence) },
      .init("hamlet") { .text($0.record.person.hamlet) },
      .init("registeredOn") { .spelled($0.record.registeredOn) },
      .init("void") { .boolean($0.record.isVoid) },
      .init("erased") { .boolean($0.record.isErased) }, demo(),
    ])
  }

  var teams: Shape<Referred<Team>> {
    Shape([
      .init("ref") { .spelled($0.reference) }, .init("id") { .spelled($0.record.id) },
      .init("name") { .text($0.record.name) },
      .init("unit", of: Self.unitParts) { unit($0.record.unit) },
      .init("since") { .spelled($0.record.since) }, .init("until") { .spelled($0.record.until) },
      .init("void") { .boolean($0.record.isVoid) }, demo(),
    ])
  }

  /// Sessions of teams and with marks of people as they were read beside them.
  func sessions(
    teams: [Team.ID: Team], people: [Learner.ID: Learner]
  ) -> Shape<Referred<Session>> {
    func team(_ session: Session) -> Team? { session.details.team.flatMap { teams[$0] } }
    return Shape([
      .init("ref") { .spelled($0.reference) }, .init("id") { .spelled($0.record.id) },
      .init("unit", of: Self.unitParts) { unit($0.record.details.unit ?? team($0.record)?.unit) },
      .init("team", of: ["ref", "id", "name"]) {
        team($0.record).map {
          ["ref": .spelled(Reference($0.id)), "id": .spelled($0.id), "name": .text($0.name)]
        } ?? .null
      },
      .init("course") { .text($0.record.details.course) },
      .init("lessons") { .list($0.record.details.lessons.map { .text($0) }) },
      .init("date") { .spelled($0.record.details.date) },
      .init("form") { .text($0.record.details.form.rawValue) },
      .init("minutes") { .integer($0.record.details.minutes) },
      .init("unnamed") { .integer($0.record.details.unnamed) },
      .init("guests") { .integer($0.record.details.guests) },
      .init("venue") { .text($0.record.details.venue) },
      .init("note") { .text($0.record.details.note) },
      .init("marks") { .records(marks(of: $0.record, people: people)) },
      .init("void") { .boolean($0.record.isVoid) }, demo(),
    ])
  }

  private func marks(of session: Session, people: [Learner.ID: Learner]) -> [OutputValue] {
    session.marks.sorted { $0.key < $1.key }.map { learner, mark in
      [
        "ref": .spelled(Reference(learner)), "id": .spelled(learner),
        "name": .text(people[learner]?.person.name), "result": .text(mark.result.rawValue),
        "basis": .text(mark.basis.rawValue), "score": .integer(mark.score),
      ]
    }
  }

  var completions: Shape<Referred<Completion>> {
    Shape([
      .init("ref") { .spelled($0.reference) }, .init("id") { .spelled($0.record.id) },
      .init("learner") { .spelled($0.record.fact.learner) },
      .init("course") { .text($0.record.fact.course) },
      .init("date") { .spelled($0.record.fact.date) },
      .init("result") { .text($0.record.fact.result.rawValue) },
      .init("basis") { .text($0.record.fact.basis.rawValue) },
      .init("void") { .boolean($0.record.isVoid) }, demo(),
    ])
  }
}

import Domain
import Storage

/// Records as JSON objects, in the shapes of `docs/json.md`.
struct RecordOutput {
  let gazetteer: Gazetteer
  let synthetic: String?

  private var demo: OutputValue { .boolean(synthetic != nil) }

  func unit(_ id: AdministrativeUnit.ID?) -> OutputValue {
    guard let unit = id.flatMap({ gazetteer[$0] }) else { return .null }
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

  func learner(_ learner: Learner, _ reference: Reference?) -> OutputValue {
    [
      "ref": .spelled(reference ?? Reference(learner.id)), "id": .spelled(learner.id),
      "name": .text(learner.person.name), "birthYear": .integer(learner.person.birthYear),
      "sex": .text(learner.sex?.rawValue), "unit": residence(learner.residence),
      "hamlet": .text(learner.person.hamlet), "registeredOn": .spelled(learner.registeredOn),
      "void": .boolean(learner.isVoid), "erased": .boolean(learner.isErased), "demo": demo,
    ]
  }

  func team(_ team: Team, _ reference: Reference?) -> OutputValue {
    [
      "ref": .spelled(reference ?? Reference(team.id)), "id": .spelled(team.id),
      "name": .text(team.name), "unit": unit(team.unit), "since": .spelled(team.since),
      "until": .spelled(team.until), "void": .boolean(team.isVoid), "demo": demo,
    ]
  }

  func session(
    _ session: Session, _ reference: Reference?, team: Team?, people: [Learner.ID: Learner]
  ) -> OutputValue {
    let details = session.details
    return [
      "ref": .spelled(reference ?? Reference(session.id)), "id": .spelled(session.id),
      "unit": unit(details.unit ?? team?.unit),
      "team": team.map {
        ["ref": .spelled(Reference($0.id)), "id": .spelled($0.id), "name": .text($0.name)]
      } ?? .null,
      "course": .text(details.course), "lessons": .list(details.lessons.map { .text($0) }),
      "date": .spelled(details.date), "form": .text(details.form.rawValue),
      "minutes": .integer(details.minutes), "unnamed": .integer(details.unnamed),
      "guests": .integer(details.guests),
      "marks": .list(
        session.marks.sorted { $0.key < $1.key }.map { learner, mark in
          [
            "ref": .spelled(Reference(learner)), "id": .spelled(learner),
            "name": .text(people[learner]?.person.name), "result": .text(mark.result.rawValue),
            "basis": .text(mark.basis.rawValue), "score": .integer(mark.score),
          ]
        }),
      "void": .boolean(session.isVoid), "demo": demo,
    ]
  }

  func completion(_ completion: Completion) -> OutputValue {
    [
      "ref": .spelled(Reference(completion.id)), "id": .spelled(completion.id),
      "learner": .spelled(completion.fact.learner), "course": .text(completion.fact.course),
      "date": .spelled(completion.fact.date), "result": .text(completion.fact.result.rawValue),
      "basis": .text(completion.fact.basis.rawValue), "void": .boolean(completion.isVoid),
      "demo": demo,
    ]
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

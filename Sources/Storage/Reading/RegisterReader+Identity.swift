package import Domain
import GRDB

/// A person as somebody describes them, to be found again in the register.
package struct PersonDescription: Hashable, Sendable {
  package let person: PersonalDetails
  package let sex: Sex?
  package let residence: Residence

  package init(person: PersonalDetails, sex: Sex?, residence: Residence) {
    self.person = person
    self.sex = sex
    self.residence = residence
  }
}

/// Whether a description is of somebody who is registered (`docs/journal.md`, "Who is who").
package enum IdentityMatch: Sendable {
  /// Surely this person: nobody need be asked.
  case attach(Learner)
  /// Perhaps one of these: somebody must choose.
  case candidates([Learner])
  case nobody
}

extension RegisterReader {
  /// Attaches on phone, birth year, sex and folded name, or on the name with its marks, birth year
  /// and sex of the one person who has attended this very team; asks about people with the same
  /// folded name, birth year, sex and present unit who differ in no given hamlet or mark.
  package func match(
    _ wanted: PersonDescription, team: Team.ID?, gazetteer: Gazetteer? = nil, today: CalendarDay
  ) throws -> IdentityMatch {
    guard let name = wanted.person.name else { return .nobody }
    let namesakes = try namesakes(of: wanted.person, sex: wanted.sex)
    if let phone = wanted.person.phone, wanted.person.birthYear != nil, wanted.sex != nil {
      let samePhone = try oneOfEach(namesakes.filter { $0.person.phone == phone })
      if let learner = samePhone.first, samePhone.count == 1 { return .attach(learner) }
    }
    if let team, wanted.person.birthYear != nil, wanted.sex != nil {
      let sameMarks = namesakes.filter {
        SearchText.exact($0.person.name ?? "") == SearchText.exact(name)
      }
      let known = try oneOfEach(sameMarks.filter { try hasAttended($0.id, team: team) })
      if let learner = known.first, known.count == 1 { return .attach(learner) }
    }
    guard !namesakes.isEmpty else { return .nobody }
    let gazetteer = try gazetteer ?? self.gazetteer()
    let candidates = namesakes.filter {
      $0.residence.present(in: gazetteer, on: today)
        == wanted.residence.present(in: gazetteer, on: today)
        && $0.mayBe(wanted.person)
    }
    return candidates.isEmpty ? .nobody : .candidates(try oneOfEach(candidates))
  }

  /// Live people with the same folded name, birth year and sex.
  func namesakes(of person: PersonalDetails, sex: Sex?) throws -> [Learner] {
    guard let likeness = Likeness(person, sex: sex) else { return [] }
    let folded = SearchText.folded(person.name ?? "")
    return try fetchLearners("likeness = ? AND NOT void", [likeness.number]).filter {
      SearchText.folded($0.person.name ?? "") == folded && $0.person.birthYear == person.birthYear
        && $0.sex == sex
    }
  }

  private func hasAttended(_ learner: Learner.ID, team: Team.ID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1
            FROM mark
            JOIN learner ON learner.key = mark.learner
            JOIN session ON session.key = mark.session
            JOIN team ON team.key = session.team
            WHERE learner.id = ? AND team.id = ?
          )
          """), arguments: [learner, team]) ?? false
  }
}

extension Learner {
  /// False where both give a hamlet and the hamlets differ, or a word of the name carries marks on
  /// both sides and they differ (Lê is not Lệ, but `Le` may be either).
  func mayBe(_ wanted: PersonalDetails) -> Bool {
    if let mine = person.hamlet, let other = wanted.hamlet,
      SearchText.folded(mine) != SearchText.folded(other)
    {
      return false
    }
    func words(_ name: String?) -> [Substring] {
      SearchText.exact(name ?? "").split(separator: " ")
    }
    return zip(words(person.name), words(wanted.name)).allSatisfy { mine, other in
      mine == other || [mine, other].contains { SearchText.folded(String($0)) == $0 }
    }
  }
}

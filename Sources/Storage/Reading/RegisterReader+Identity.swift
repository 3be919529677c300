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
  ///
  /// A name without any mark is no name with its marks. Where the phone is another one, or a second
  /// person of that description lives in the unit, only a human can tell who came: that is asked too.
  package func match(
    _ wanted: PersonDescription, team: Team.ID?, gazetteer: Gazetteer? = nil, today: CalendarDay
  ) throws -> IdentityMatch {
    guard let name = wanted.person.name else { return .nobody }
    let namesakes = try namesakes(of: wanted.person, sex: wanted.sex)
    guard !namesakes.isEmpty else { return .nobody }
    let gazetteer = try gazetteer ?? self.gazetteer()
    let home = wanted.residence.present(in: gazetteer, on: today)
    func livesThere(_ learner: Learner) -> Bool {
      learner.residence.present(in: gazetteer, on: today) == home
    }
    if let phone = wanted.person.phone, wanted.person.birthYear != nil, wanted.sex != nil {
      let samePhone = try oneOfEach(namesakes.filter { $0.person.phone == phone })
      if let learner = samePhone.first, samePhone.count == 1 { return .attach(learner) }
    }
    var candidates = namesakes.filter { livesThere($0) && $0.mayBe(wanted.person) }
    let exact = SearchText.exact(name)
    if let team, wanted.person.birthYear != nil, wanted.sex != nil,
      exact != SearchText.folded(name)
    {
      func hasName(_ learner: Learner) -> Bool {
        SearchText.exact(learner.person.name ?? "") == exact
      }
      let known = try namesakes.filter { try hasName($0) && hasAttended($0.id, team: team) }
      if let learner = try oneOfEach(known).first,
        try oneOfEach(known + candidates.filter(hasName)).count == 1,
        !learner.hasAnotherPhone(than: wanted.person),
        livesThere(learner) || !learner.hasAnotherHamlet(than: wanted.person)
      {
        return .attach(learner)
      }
      candidates = Array(Set(candidates + known))
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
  fileprivate func hasAnotherPhone(than wanted: PersonalDetails) -> Bool {
    if let mine = person.phone, let other = wanted.phone { mine != other } else { false }
  }

  fileprivate func hasAnotherHamlet(than wanted: PersonalDetails) -> Bool {
    guard let mine = person.hamlet, let other = wanted.hamlet else { return false }
    return SearchText.folded(mine) != SearchText.folded(other)
  }

  /// False where both give a hamlet and the hamlets differ, or a word of the name carries marks on
  /// both sides and they differ (Lê is not Lệ, but `Le` may be either).
  func mayBe(_ wanted: PersonalDetails) -> Bool {
    if hasAnotherHamlet(than: wanted) { return false }
    func words(_ name: String?) -> [Substring] {
      SearchText.exact(name ?? "").split(separator: " ")
    }
    return zip(words(person.name), words(wanted.name)).allSatisfy { mine, other in
      mine == other || [mine, other].contains { SearchText.folded(String($0)) == $0 }
    }
  }
}

import Domain
import Storage
import TestSupport

/// Words of the world in words of the register.
extension WorldDriver {
  /// Those of the sample, and the series of former units.
  static let places = FoundingPlaces(
    units: Sample.places.units, successions: Sample.places.successions,
    series: Sample.places.series + [
      SeriesDefined(
        slug: City.formerSeries.slug, titles: ["vi": City.formerSeries.slug], publisher: "test",
        basis: City.formerSeries.basis, standing: "unofficial", notes: nil)
    ],
    values: Sample.places.values
      + City.formerSeries.values.flatMap { place, values in
        values.map { value in
          FoundingPlaces.Value(
            series: City.formerSeries.slug,
            unit: FoundingPlaces.UnitKey(
              code: place.code, validFrom: CalendarDay(ordinal: place.since)),
            date: value.day.map(CalendarDay.init(ordinal:)), persons: value.persons, quality: .ok,
            note: nil)
        }
      },
    defaultSeries: Sample.places.defaultSeries)

  func unit(_ place: Place) throws -> AdministrativeUnit { try found(units[place]) }

  func residence(_ home: Home) throws -> Residence {
    switch home {
    case .outside: .outside
    case .unknown: .unallocated
    case .place(let place): .unit(try unit(place).id)
    }
  }

  func learner(_ person: Origin, _ reader: RegisterReader) throws -> Learner {
    try found(reader.learner(id: found(people[person])))
  }

  func session(_ session: Origin, _ reader: RegisterReader) throws -> Session {
    try found(reader.session(id: found(sessions[session])))
  }

  func completion(_ completion: Origin, _ reader: RegisterReader) throws -> Completion {
    let (learner, id) = try found(completions[completion])
    return try found(reader.completions(of: learner).first { $0.id == id })
  }

  func details(_ face: Face) -> PersonalDetails {
    PersonalDetails(
      name: "Hồ Thị Số \(face.human)", birthYear: 1930 + face.human,
      phone: face.hasPhone ? "09051230\(face.human + 10)" : nil)
  }

  func details(_ sitting: Sitting) throws -> SessionDetails {
    SessionDetails(
      date: CalendarDay(ordinal: sitting.day), form: form(sitting.form),
      team: try sitting.team.map { try found(teams[$0]) }, course: sitting.course,
      lessons: sitting.lessons, unnamed: sitting.unnamed, guests: sitting.guests)
  }

  func form(_ form: Form) -> SessionForm {
    switch form {
    case .classroom: .class
    case .home: .home
    case .desk: .desk
    case .broadcast: .broadcast
    }
  }

  func mark(_ grade: Grade) -> Mark {
    Mark(result: result(grade), basis: .declared)
  }

  func result(_ grade: Grade) -> LearningResult {
    switch grade {
    case .attended: .attended
    case .completed: .completed
    case .passed: .passed
    }
  }

  func programme(_ plan: Plan) -> Programme {
    Programme(
      version: plan.version, core: plan.core,
      measures: plan.yardsticks.map { yardstick in
        let rule: Measure.Rule =
          switch yardstick.rule {
          case .atLeast(let least, let courses): .atLeast(least, of: courses)
          case .all(let courses): .all(of: courses)
          case .eachArea(let areas): .eachArea(areas)
          }
        return Measure(
          slug: yardstick.slug, titles: ["vi": yardstick.slug], counts: result(yardstick.least),
          rule: rule, basis: yardstick.basis, validityMonths: yardstick.months)
      })
  }

  func found<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing(what: "\(Value.self)") }
    return value
  }
}

package import Domain

/// Why the unit of a row is not clear.
package enum UnitReadingError: Error, Hashable, Sendable {
  case place(PlaceError)
  /// The name meant one place on the row's day and means another today: nobody can tell which is meant.
  case twoPlaces(String, then: AdministrativeUnit, now: AdministrativeUnit)
}

/// Finds the units that the rows of a list name: as of the day given for the whole list, else as of
/// each row's own.
package struct UnitReading: Sendable {
  private struct Question: Hashable {
    let typed: String
    let day: CalendarDay
  }

  private let gazetteer: Gazetteer
  private let asOf: CalendarDay?
  private let today: CalendarDay
  private var answers: [Question: Result<Residence, UnitReadingError>] = [:]

  package init(_ gazetteer: Gazetteer, asOf: CalendarDay?, today: CalendarDay) {
    self.gazetteer = gazetteer
    self.asOf = asOf
    self.today = today
  }

  /// A unit by name, by code, or by code and first day; or `outside`.
  package mutating func residence(
    _ typed: String, on rowDay: CalendarDay
  ) throws(UnitReadingError) -> Residence {
    let question = Question(typed: typed, day: asOf ?? rowDay)
    if let answer = answers[question] { return try answer.get() }
    let answer: Result<Residence, UnitReadingError>
    do {
      answer = .success(try find(typed, on: question.day))
    } catch {
      answer = .failure(error)
    }
    answers[question] = answer
    return try answer.get()
  }

  private func find(
    _ typed: String, on day: CalendarDay
  ) throws(UnitReadingError) -> Residence {
    if Residence.isOutside(typed) { return .outside }
    let unit: AdministrativeUnit
    do {
      unit = try gazetteer.resolve(typed, on: day)
    } catch {
      throw .place(error)
    }
    if asOf == nil, !unit.stands(on: today), unit.stands(on: day),
      let now = try? gazetteer.resolve(typed, on: today),
      gazetteer.isElsewhere(now, than: unit, on: today)
    {
      throw .twoPlaces(typed, then: unit, now: now)
    }
    return .unit(unit.id)
  }

  /// A unit as somebody types it who tells of an earlier day, or `outside`: what the name means today,
  /// unless it meant another place on that day.
  package static func residence(
    typed: String, today: CalendarDay, tellingOf day: CalendarDay, in gazetteer: Gazetteer
  ) throws(UnitReadingError) -> Residence {
    if Residence.isOutside(typed) { return .outside }
    let now: AdministrativeUnit
    do {
      now = try gazetteer.resolve(typed, on: today)
    } catch {
      throw .place(error)
    }
    if let then = try? gazetteer.resolve(typed, on: day),
      gazetteer.isElsewhere(now, than: then, on: today)
    {
      throw .twoPlaces(typed, then: then, now: now)
    }
    return .unit(now.id)
  }
}

extension Gazetteer {
  /// True where the people of an earlier unit are not in the later one.
  fileprivate func isElsewhere(
    _ now: AdministrativeUnit, than then: AdministrativeUnit, on today: CalendarDay
  ) -> Bool {
    now.id != then.id && unit(holding: then.id, on: today)?.id != now.id
  }
}

extension Residence {
  /// Whether what was typed says that somebody lives outside the city.
  package static func isOutside(_ typed: String) -> Bool {
    ["outside", "ngoai thanh pho", "ngoai tp"].contains(SearchText.folded(typed))
  }
}

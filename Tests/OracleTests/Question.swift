import Domain

/// One question, and where its denominators come from.
struct Question {
  enum Units: CaseIterable {
    case today, former
  }

  let slug: String
  let day: Int
  let series: City.Series
  var units: Units

  func inUnits(of units: Units) -> Question {
    var question = self
    question.units = units
    return question
  }
}

extension Question: CustomStringConvertible {
  var description: String {
    let (year, month, day) = Calendar.date(day)
    return "\(slug) on \(year)-\(month)-\(day) by \(series.slug) in units of \(units)"
  }
}

extension Oracle {
  /// About days before everything, around what happened, and long after, each in units of today and in
  /// former ones; and about the last day on which a result holds and the first on which it does not.
  var questions: [Question] {
    var random = SplitMix64(seed: seed)
    var days = eventfulDays.shuffled(using: &random).prefix(2).flatMap { [$0 - 1, $0] }
    days += deathDays.shuffled(using: &random).prefix(1).flatMap { [$0 - 1, $0] }
    days =
      days.shuffled(using: &random).prefix(4) + [
        Calendar.day(1999, 1, 1), Calendar.day(2026, 7, 1), Calendar.day(2035, 1, 1),
      ]
    var questions: [Question] = []
    for (index, day) in days.enumerated() {
      for (other, yardstick) in yardsticks.enumerated() where (index + other).isMultiple(of: 2) {
        let question = question(yardstick, on: day, number: questions.count / 2)
        questions += [question, question.inUnits(of: .former)]
      }
    }
    for yardstick in yardsticks {
      guard let months = yardstick.months else { continue }
      for day in resultDays.shuffled(using: &random).prefix(3) {
        let end = Calendar.adding(months: months, to: day)
        questions += [end - 1, end].map { question(yardstick, on: $0, number: questions.count) }
      }
    }
    return questions
  }

  /// The series take turns.
  private func question(_ yardstick: Yardstick, on day: Int, number: Int) -> Question {
    Question(
      slug: yardstick.slug, day: day, series: City.series[number % City.series.count],
      units: .today)
  }

  private var deathDays: [Int] {
    ledger.people.sorted { $0.key < $1.key }.flatMap { $0.value.deaths.values.sorted() }
  }

  private var resultDays: [Int] {
    let sessions = ledger.sessions.values.filter { !$0.isVoid }.map(\.sitting.day)
    let completions = ledger.completions.values.filter { !$0.isVoid }.map(\.day)
    return Set(sessions + completions).sorted()
  }
}

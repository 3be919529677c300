import Domain
import Synthetic
import Testing

/// The figures that a demo register would show are in the ranges that were aimed at.
struct FiguresTests {
  @Test func `three or four places of forty have no team, but learners`() {
    for seed in 1...8 as ClosedRange<UInt64> {
      let city = sampleCity(seed: seed, learners: 5000)
      let staffed = Set(city.teams.map(\.place))
      #expect((36...37).contains(staffed.count))
      let withoutTeam = samplePlaces.indices.filter { !staffed.contains($0) }
        .map { samplePlaces[$0].id }
      let residents = (0..<5000).filter {
        if case .unit(let id) = city.person(at: $0).residence {
          withoutTeam.contains(id)
        } else {
          false
        }
      }
      #expect(!residents.isEmpty)
    }
  }

  @Test func `the number of teams follows the learners, up to what the city has`() {
    #expect(sampleCity(learners: 5000).teams.count == 83)
    #expect(sampleCity(learners: 200_000).teams.count == 2150)
    #expect((72...74).contains(sampleCity(learners: 10).teams.count))
  }

  @Test func `coverage differs between places`() {
    let city = sampleCity(learners: 20_000)
    var counts: [AdministrativeUnit.ID: Int] = [:]
    for index in 0..<20_000 {
      if case .unit(let id) = city.person(at: index).residence { counts[id, default: 0] += 1 }
    }
    let shares = samplePlaces.compactMap { place in
      place.persons.map { Double(counts[place.id] ?? 0) / Double($0) }
    }.sorted()

    #expect(shares[35] > 2 * shares[5])
    #expect(shares.allSatisfy { $0 < 0.1 })
  }

  @Test func `no place has more learners than people while another has room`() {
    let persons = samplePlaces.reduce(0) { $0 + ($1.persons ?? 0) }
    let city = sampleCity(learners: persons / 40 * 30 / 20, places: samplePlaces.map(twentieth))
    var counts: [AdministrativeUnit.ID: Int] = [:]
    for index in 0..<city.learners {
      if case .unit(let id) = city.person(at: index).residence { counts[id, default: 0] += 1 }
    }

    for place in city.places {
      guard let persons = place.persons else { continue }
      #expect(Double(counts[place.id] ?? 0) < 1.15 * Double(persons) + 20)
    }
  }

  private func twentieth(_ place: SyntheticCity.Place) -> SyntheticCity.Place {
    SyntheticCity.Place(
      id: place.id, code: place.code, kind: place.kind, persons: place.persons.map { $0 / 20 })
  }

  @Test func `results, forms and mistakes have their shares`() {
    let tally = Tally(sampleCity(learners: 20_000))

    #expect((0.50...0.60).contains(tally.share(of: tally.trained.count)))
    #expect((0.004...0.02).contains(tally.share(of: tally.skilled)))
    #expect((3.2...4.8).contains(Double(tally.attendances) / Double(tally.attended.count)))
    #expect(tally.attended.values.filter { $0 > 8 }.count < tally.attended.count / 25)
    let sessions = Double(tally.sessions)
    #expect(Double(tally.forms[.class] ?? 0) > 0.4 * sessions)
    #expect(SessionForm.allCases.allSatisfy { (tally.forms[$0] ?? 0) > 0 })
    #expect((0.006...0.014).contains(Double(tally.voids) / sessions))
    #expect((0.2...0.5).contains(Double(tally.restored) / Double(tally.voids)))
    #expect((0.006...0.014).contains(Double(tally.changes) / sessions))
    #expect((0.002...0.008).contains(Double(tally.absences) / Double(tally.attendances)))
    #expect((0.015...0.025).contains(tally.share(of: tally.completions)))
    #expect((0.75...0.86).contains(Double(tally.prompt) / sessions))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `somebody passes every core course even in a small city`(seed: UInt64) {
    #expect(Tally(sampleCity(seed: seed, learners: 5000)).skilled > 0)
  }
}

/// What the steps of a city add up to, corrections left aside.
private struct Tally {
  let learners: Int
  var trained: Set<Int> = []
  var passed: [Int: Set<String>] = [:]
  var attended: [Int: Int] = [:]
  var forms: [SessionForm: Int] = [:]
  var bases: [ResultBasis: Int] = [:]
  var (voids, restored, changes, absences, completions, prompt) = (0, 0, 0, 0, 0, 0)

  init(_ city: SyntheticCity) {
    learners = city.learners
    let core = Set(city.courses.filter(\.isCore).map(\.slug))
    for step in city.steps {
      switch step.action {
      case .logSession(let session):
        forms[session.form, default: 0] += 1
        if step.day <= session.date.adding(days: 1) { prompt += 1 }
        for mark in session.marks where mark.person < learners {
          attended[mark.person, default: 0] += 1
          guard let course = session.course, core.contains(course) else { continue }
          if mark.mark.result >= .completed {
            trained.insert(mark.person)
            bases[mark.mark.basis, default: 0] += 1
          }
          if mark.mark.result == .passed { passed[mark.person, default: []].insert(course) }
        }
      case .recordCompletion(let completion):
        completions += 1
        trained.insert(completion.person)
      case .voidSession: voids += 1
      case .restoreSession: restored += 1
      case .changeSession: changes += 1
      case .setMark: absences += 1
      case .setTarget, .formTeam, .register: break
      }
    }
    let needed = core.count
    skilled = passed.values.filter { $0.count == needed }.count
  }

  private(set) var skilled = 0
  var sessions: Int { forms.values.reduce(0, +) }
  var attendances: Int { attended.values.reduce(0, +) }

  func share(of count: Int) -> Double { Double(count) / Double(learners) }
}

import Domain
import Synthetic
import Testing

struct PeopleTests {
  @Test func `surnames have their shares, in A Lưới and outside`() {
    let people = samplePeople(20_000)
    let highlandIDs = Set(samplePlaces.filter(\.isHighland).map(\.id))
    let highland = people.filter { person in
      if case .unit(let id) = person.residence { highlandIDs.contains(id) } else { false }
    }
    let lowland = people.filter { person in
      if case .unit(let id) = person.residence { !highlandIDs.contains(id) } else { false }
    }

    #expect(abs(share(of: "Hồ", in: highland) - 0.70) < 0.06)
    #expect(abs(share(of: "Nguyễn", in: lowland) - 0.345) < 0.02)
    #expect(abs(share(of: "Trần", in: lowland) - 0.113) < 0.012)
    #expect(abs(share(of: "Lê", in: lowland) - 0.097) < 0.012)
    #expect(share(of: "Hồ", in: lowland) < 0.02)
    #expect(share(of: "Hoàng", in: lowland) > 3 * share(of: "Huỳnh", in: lowland))
    #expect(share(of: "Tôn", in: lowland) > 0)
  }

  @Test func `names are composed, without empty parts, and some have no marks`() {
    let city = sampleCity(learners: 20_000)
    let names = (0..<city.personCount).compactMap { city.person(at: $0).details.name }

    #expect(names.count == city.personCount)
    #expect(names.allSatisfy(SearchText.isComposed))
    #expect(names.allSatisfy { !$0.hasPrefix(" ") && !$0.hasSuffix(" ") && !$0.contains("  ") })
    #expect(names[20_000...].contains { $0.allSatisfy(\.isASCII) })
  }

  @Test func `ages, sexes and what is not known have their shares`() {
    let people = samplePeople(20_000)
    let years = people.compactMap(\.details.birthYear).sorted()
    func share(_ condition: (PlannedPerson) -> Bool) -> Double {
      Double(people.filter(condition).count) / Double(people.count)
    }

    #expect(years.first == 1938 && years.last == 2010)
    #expect((1966...1970).contains(years[years.count / 2]))
    #expect(abs(share { $0.sex == .female } - 0.575) < 0.015)
    #expect(abs(share { $0.sex == nil } - 0.01) < 0.004)
    #expect(abs(share { $0.details.birthYear == nil } - 0.02) < 0.005)
    #expect(abs(share { $0.details.phone != nil } - 0.25) < 0.015)
    #expect(abs(share { $0.residence == .unallocated } - 0.015) < 0.005)
    #expect(abs(share { $0.residence == .outside } - 0.007) < 0.004)
    #expect((0.4...0.7).contains(share { $0.details.hamlet != nil }))
    let phones = people.compactMap(\.details.phone)
    #expect(phones.allSatisfy { $0.count == 10 && $0.allSatisfy(\.isNumber) })
  }

  @Test func `Thị fades with the years`() {
    let women = samplePeople(20_000).filter { $0.sex == .female }
    func share(bornIn years: ClosedRange<Int>) -> Double {
      let born = women.filter { $0.details.birthYear.map(years.contains) ?? false }
      return Double(born.filter { $0.details.name?.contains(" Thị ") ?? false }.count)
        / Double(born.count)
    }

    #expect(share(bornIn: 1938...1955) > 0.8)
    #expect(share(bornIn: 1995...2010) < 0.55)
  }

  @Test func `namesakes of one year appear by themselves, oftener in A Lưới`() {
    let people = samplePeople(20_000)
    let highlandIDs = Set(samplePlaces.filter(\.isHighland).map(\.id))
    var highland: [PlannedPerson] = []
    var lowland: [PlannedPerson] = []
    for person in people {
      guard case .unit(let id) = person.residence else { continue }
      if highlandIDs.contains(id) { highland.append(person) } else { lowland.append(person) }
    }
    /// How many pairs in a million share name and birth year.
    func namesakes(_ people: [PlannedPerson]) -> Double {
      let counts = Dictionary(grouping: people) {
        "\($0.details.name ?? "") \($0.details.birthYear ?? 0)"
      }.values.map { Double($0.count) }
      let pairs = counts.reduce(0) { $0 + $1 * ($1 - 1) }
      return pairs / (Double(people.count) * Double(people.count - 1)) * 1_000_000
    }

    #expect(namesakes(lowland) > 1)
    #expect(namesakes(highland) > 2 * namesakes(lowland))
  }

  private func samplePeople(_ learners: Int) -> [PlannedPerson] {
    let city = sampleCity(learners: learners)
    return (0..<learners).map(city.person(at:))
  }

  private func share(of surname: String, in people: [PlannedPerson]) -> Double {
    let bearers = people.filter { $0.details.name?.hasPrefix(surname + " ") ?? false }
    return Double(bearers.count) / Double(people.count)
  }
}

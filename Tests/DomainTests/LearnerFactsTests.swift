import Domain
import TestSupport
import Testing

@Suite struct LearnerFactsTests {
  private func registered(
    _ residence: Residence = .outside, birthYear: Int? = nil
  ) -> LearnerRegistered {
    LearnerRegistered(
      residence: residence, registeredOn: Sample.day("2026-01-05"), sex: nil, consent: .spoken,
      consentOn: nil, person: PersonalDetails(name: "Lê Lợi", birthYear: birthYear))
  }

  @Test func `a home outside the city is a word, an unknown one is left out`() throws {
    #expect(registered(.outside).body["unit"] == .string("outside"))
    #expect(registered(.unallocated).body["unit"] == nil)
    for residence in [Residence.outside, .unallocated, .unit(.init(FactSample.first))] {
      let fact = registered(residence)
      #expect(try LearnerRegistered(body: fact.body, personal: fact.personal) == fact)
    }
  }

  @Test(
    arguments: [
      (1958, 1955), (1955, 1955), (1959, 1955), (1960, 1960), (2000, 2000), (2012, 2010),
    ])
  func `a birth year stays in the body as its five years only`(year: Int, cohort: Int) throws {
    let fact = registered(birthYear: year)

    #expect(fact.body["cohort"] == .integer(Int64(cohort)))
    let erased = try LearnerRegistered(body: fact.body, personal: [:])
    #expect(erased.cohort == cohort)
    #expect(erased.person == PersonalDetails())
  }

  @Test func `nothing that names a person stands in a body`() throws {
    let secrets = ["Hồ Thị Lệ", "1958", "0905123456", "thôn Đoài", "nhà ông Đoài", "bà Lệ", "Kiểm"]
    for sample in FactSample.all {
      let body = text(sample.fact.body)
      #expect(secrets.filter(body.contains) == [], "\(sample.testDescription)")
    }
    // Each of them does stand in some personal part, or the check above proves nothing.
    let personal = FactSample.all.map { text($0.fact.personal) }.joined()
    #expect(secrets.allSatisfy(personal.contains))
  }
}

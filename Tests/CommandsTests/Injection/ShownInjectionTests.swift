import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// Whatever is in a register, what gives it out gives out words.
@Suite struct ShownInjectionTests {
  @Test func `every list and report shows words as words, in all its forms`() async throws {
    let received = try ReceivedRegister()
    for output in Output.all {
      let arguments = output.arguments(received)
      for language in ["vi", "en"] {
        let table = await received.bench.run(arguments, language: language)
        #expect(table.code == 0 && table.stdout.count > 20, "\(output.testDescription)")
        expectHarmless(table, output.testDescription)
      }

      let json = await received.bench.run(arguments + ["--format", "json"])
      expectHarmless(json, output.testDescription)
      let value = try #require(ParsedJSON(json.stdout), "\(output.testDescription)")
      for member in output.members {
        expectAll(
          output.texts, in: value.texts(under: member[...]), "\(output.testDescription) \(member)")
      }

      let csv = await received.bench.run(arguments + ["--format", "csv"])
      #expect(csv.code == 0 && Shown.formulas(csv.stdout) == [], "\(output.testDescription)")
      for column in output.columns {
        expectAll(
          output.texts, in: try Shown.cells(of: column, in: csv.stdout),
          "\(output.testDescription) \(column)")
      }
    }
  }

  @Test func `a list of people opens in a spreadsheet without running, and imports back unchanged`()
    async throws
  {
    let bench = try ReceivedRegister().bench
    let export = await bench.run("learner", "export", "--output", "people.csv")
    expectHarmless(export)
    let people = try bench.scratch.read("people.csv")
    #expect(Shown.formulas(people) == [])
    for column in ["name", "hamlet", "phone"] {
      expectAll(
        ReceivedRegister.texts, in: try Shown.cells(of: column, in: people), column)
    }
  }

  @Test func `whoever is registered is found by the name, and by nothing that matches everything`()
    async throws
  {
    let bench = try Bench()
    let names = Payload.all.filter { $0.isTaken(asName: true) }.map(\.kept)
    try bench.found("lantoa.db") { recorder in
      for name in names {
        _ = try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: name), sex: nil, residence: .unallocated),
          on: Sample.day("2026-11-20"), consent: .paper, scope: .city)
      }
    }
    try Register.open(at: bench.scratch.path("lantoa.db")).read { reader in
      for name in names {
        let found = try reader.findLearners(name, limit: 500).compactMap(\.person.name)
        expectAll([name], in: found, "found")
      }
    }
    for payload in Payload.joined {
      let found = await bench.run("learner", "find", "--", payload.text)
      expectHarmless(found, payload.testDescription)
      #expect(found.code == 0)
    }
    for payload in Payload.all where payload.fate == .keptUnlessName {
      let found = await bench.run("learner", "find", "--format", "json", "--", payload.text)
      let people = ParsedJSON(found.stdout)?.elements ?? []
      #expect(people.count < 3, "\(payload.testDescription)")
    }
  }
}

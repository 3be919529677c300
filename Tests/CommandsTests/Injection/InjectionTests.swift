import Domain
import Storage
import TestSupport
import Testing

/// Words that come in by an option: either they are refused, with a reason, or they are kept as they
/// are.
@Suite struct InjectionTests {
  @Test func `there are two hundred payloads and more, no two alike`() {
    #expect(Payload.all.count >= 200)
    #expect(Set(Payload.all).count == Payload.all.count)
  }

  @Test(arguments: WayIn.all)
  func `an option takes every name as it is, and says why it takes no other`(way: WayIn)
    async throws
  {
    let bench = try Bench()
    let payloads = Payload.joined
    var references: [String] = []
    try bench.found("lantoa.db") { recorder in
      for _ in payloads { references.append(try way.prepare(&recorder)) }
    }
    let before = try way.fields.map { try $0.kept(bench).compactMap(\.self) }

    for (number, payload) in payloads.enumerated() {
      try bench.scratch.write("name,person\nLan \(number),new\n", to: "\(number).csv")
      let command = way.command(references[number], number)
      let takers = way.fields.filter { $0.takes(payload) }
      if !takers.isEmpty {
        let outcome = await bench.run(command + takers.flatMap { $0.arguments(payload.text) })
        expectHarmless(outcome, payload.testDescription)
        let code = outcome.code
        #expect(code == 0, "\(payload.testDescription): \(outcome.stderr.prefix(200))")
      }
      let refusers = way.fields.filter { !$0.takes(payload) }
      if !refusers.isEmpty {
        // Each in its turn: the first to refuse speaks for all.
        let refuser = refusers[number % refusers.count]
        let outcome = await bench.run(command + refuser.arguments(payload.text))
        expectHarmless(outcome, payload.testDescription)
        expectRefusal(outcome, "\(refuser.option) \(payload.testDescription)")
        #expect(outcome.stderr.contains(refuser.option))
      }
    }

    for (field, before) in zip(way.fields, before) {
      let taken = payloads.filter(field.takes).map(\.kept)
      let kept = try field.kept(bench).compactMap(\.self)
      expectAll(taken, in: kept, field.option)
      if !way.command("", 0).contains(field.option) {
        expectAll(kept, in: taken + before, "\(field.option): too many")
      }
    }
    let verified = await bench.run("journal", "verify")
    #expect(verified.code == 0, "\(verified.stdout)")
  }

  @Test func `LANTOA_AS takes every name as it is, and says why it takes no other`() async throws {
    var bench = try Bench.founded()
    for payload in Payload.joined {
      bench.environment["LANTOA_AS"] = payload.text
      let outcome = await bench.run("population", "use", "ward-series")
      expectHarmless(outcome, payload.testDescription)
      if payload.isTaken(asName: true) {
        #expect(outcome.code == 0)
      } else {
        expectRefusal(outcome, payload.testDescription)
      }
    }
    let taken = Payload.joined.filter { $0.isTaken(asName: true) }.map(\.kept)
    expectAll(taken, in: try bench.facts(ActorNamed.self).compactMap(\.name))
  }
}

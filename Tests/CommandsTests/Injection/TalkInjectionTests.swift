import Commands
import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

/// Whatever is typed or registered, what lantoa says about it is said in words.
@Suite struct TalkInjectionTests {
  /// Command lines that look something up; the last word is what was typed.
  private static let lookups: [[String]] = [
    ["learner", "show", "--"], ["learner", "change", "--sex=f", "--"], ["learner", "died", "--on"],
    ["learner", "move", "--from=today", "7K2M-9QXD", "--to"], ["learner", "link", "7K2M-9QXD", "--"],
    ["learner", "unlink", "--yes", "7K2M-9QXD", "--"], ["learner", "distinct", "7K2M-9QXD", "--"],
    ["learner", "erase", "--yes", "--"], ["learner", "duplicates", "--unit"],
    ["learner", "export", "--unit"], ["learner", "register", "--name=Lan", "--consent"],
    ["learner", "register", "--name=Lan", "--consent=paper", "--birth-year"],
    ["learner", "register", "--name=Lan", "--consent=paper", "--sex"],
    ["learner", "register", "--name=Lan", "--consent=paper", "--phone"],
    ["learner", "register", "--name=Lan", "--consent=paper", "--unit"],
    ["learner", "register", "--name=Lan", "--consent=paper", "--on"],
    ["session", "show", "--"], ["session", "void", "--reason=other", "--"],
    ["session", "void", "7K2M-9QXD", "--reason"], ["session", "unvoid", "--"],
    ["session", "change", "--minutes=60", "--"], ["session", "mark", "--absent", "7K2M-9QXD", "--"],
    ["session", "list", "--team"], ["session", "list", "--from"],
    ["session", "log", "--form=broadcast", "--unnamed=1", "--team"],
    ["session", "log", "--team=Tổ Máy", "--unnamed=1", "--course"],
    ["session", "log", "--team=Tổ Máy", "--unnamed=1", "--course=zalo", "--lessons"],
    ["session", "log", "--team=Tổ Máy", "--unnamed=1", "--course=zalo", "--minutes"],
    ["session", "log", "--team=Tổ Máy", "--unnamed=1", "--form"],
    ["session", "log", "--team=Tổ Máy", "--course=zalo", "--attendee"],
    ["completion", "record", "--course=zalo", "--learner"],
    ["completion", "void", "--reason=other", "--"], ["completion", "list", "--learner"],
    ["team", "form", "--name=Tổ Máy", "--since=today", "--unit"],
    ["team", "form", "--name=Tổ Mây", "--unit=101", "--since"], ["team", "list", "--unit"],
    ["target", "set", "--unit=101", "--by=today", "--percent"],
    ["target", "set", "--unit=101", "--percent=80", "--by"],
    ["target", "set", "--unit=101", "--percent=80", "--by=2027-01-01", "--measure"],
    ["target", "set", "--percent=80", "--by=2027-01-01", "--unit"],
    ["coverage", "report", "--measure"], ["coverage", "report", "--population"],
    ["coverage", "report", "--as-of"], ["coverage", "report", "--units-of"],
    ["population", "use", "--"], ["unit", "resolve", "--"], ["unit", "show", "--"],
    ["unit", "list", "--on"], ["unit", "list", "--format"], ["unit", "list", "--limit"],
    ["unit", "list", "--lang"], ["import", "show", "--"], ["import", "undo", "--"],
    ["learner", "import", "list.csv", "--units-as-of"],
  ]

  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.found("lantoa.db") { recorder in
      let day = Sample.day("2026-11-20")
      let unit = try recorder.reader.gazetteer().place("101", on: day)
      _ = try recorder.formTeam(named: "Tổ Máy", in: unit, since: day)
    }
    try bench.scratch.write("name\nLan\n", to: "list.csv")
    return bench
  }

  @Test(arguments: lookups)
  func `what is looked up in vain is quoted back as words`(words: [String]) async throws {
    let bench = try bench()
    let everything = ReceivedRegister.everything
    let last = words.last ?? ""
    let outcome = await bench.run(
      last == "--" ? words + [everything] : words.dropLast() + ["\(last)=\(everything)"])
    expectHarmless(outcome)
    expectRefusal(outcome)
    #expect(try bench.facts(LearnerRegistered.self).isEmpty)
  }

  @Test func `what is no command, no option and no variable is quoted back as words`() async throws {
    var bench = try bench()
    let everything = ReceivedRegister.everything
    for arguments in [
      [everything], ["unit", everything], ["unit", "list", everything],
      ["unit", "list", "--\(everything)"], ["unit", "list", "-\(everything)"],
      ["unit", "list", "--quiet=\(everything)"], ["--\(everything)", "unit", "list"],
      ["--lang=\(everything)", "unit", "list"], ["--db=\(everything)", "unit", "list"],
      ["help", everything],
    ] {
      let outcome = await bench.run(arguments)
      expectHarmless(outcome, "\(arguments.map { $0.prefix(12) })")
    }
    for variable in ["LANTOA_NOW", "LANTOA_DB", "LANTOA_SHARE", "LANTOA_LANG"] {
      bench.environment[variable] = everything
      expectHarmless(await bench.run("unit", "list"), variable)
      expectHarmless(await bench.run("init", "--test", "--db", "new-\(variable).db"), variable)
      bench.environment[variable] = nil
    }
  }

  @Test func `wildcards and quotes of SQL name nobody and nothing`() async throws {
    let bench = try bench()
    for payload in Payload.statements {
      for words in [
        ["learner", "show", "--", payload.text], ["unit", "resolve", "--", payload.text],
        ["session", "list", "--team=\(payload.text)"], ["population", "use", "--", payload.text],
      ] {
        let outcome = await bench.run(words)
        expectHarmless(outcome, payload.testDescription)
        expectRefusal(outcome, "\(words[0]): \(payload.testDescription)")
      }
    }
    let verified = await bench.run("journal", "verify")
    #expect(verified.code == 0, "\(verified.stdout)")
  }

  @Test func `what was done, taken back and asked about is told as words`() async throws {
    let received = try ReceivedRegister()
    let asked = Mutex("")
    var bench = received.bench
    bench.ask = { question in
      asked.withLock { $0 += question }
      return "n"
    }
    let (person, session, voided) = (received.person, received.session, received.voided)
    let export = await bench.run("learner", "find", "song", "--limit", "9999", "--format", "json")
    let people = try #require(ParsedJSON(export.stdout)).elements.compactMap { $0["id"].string }
    let other = try #require(
      people.compactMap { Learner.ID($0) }.map { Reference($0, length: 26).description }
        .first { $0 != person })
    func say(_ arguments: String..., code: Int32 = 0) async {
      for language in ["vi", "en"] {
        var told = bench
        if arguments.first != "undo", language == "vi" { told.ask = nil }
        if language == "vi", code == 0 { continue }
        let outcome = await told.run(arguments, language: language)
        expectHarmless(outcome, "\(arguments)")
        #expect(outcome.code == code, "\(arguments): \(outcome.stderr.prefix(300))")
      }
    }
    await say("learner", "change", person, "--sex", "m")
    await say("learner", "move", person, "--to", "102", "--from", "2026-11-21")
    await say("learner", "died", person, "--on", "2026-11-22")
    await say("learner", "died", person, "--retract")
    await say("learner", "link", person, other)
    await say("learner", "link", person, other, code: 1)
    await say("learner", "distinct", person, other, code: 1)
    await say("learner", "unlink", person, other, code: 1)
    await say("learner", "unlink", person, other, "--yes")
    await say("learner", "unlink", person, other, code: 1)
    await say("learner", "distinct", person, other)
    await say("learner", "link", person, other, code: 1)
    await say("learner", "show", person)
    await say("session", "mark", session, person, "--result", "completed")
    await say("session", "mark", session, person, "--absent")
    await say("session", "mark", session, person, "--absent", code: 1)
    await say("session", "change", session, "--date", "2025-12-01", code: 1)
    await say("session", "log", "--form", "home", "--attendee", person, "--team", "Lê", code: 1)
    await say("session", "unvoid", voided)
    await say("completion", "record", "--learner", person, "--course", "zalo")
    await say("import", "undo", "7")
    await say("import", "undo", "7", code: 1)
    await say("import", "redo", "7")
    await say(
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1961", "--sex", "f", "--unit",
      "101", "--consent", "paper", code: 1)
    for _ in 0..<16 { await say("undo") }
    for _ in 0..<16 { await say("undo", "--back") }
    await say("learner", "erase", person, code: 1)
    let questions = asked.withLock(\.self)
    #expect(questions.contains("\u{FFFD}"))
    #expect(Shown.steering(questions) == [] && Shown.forgedLines(questions) == [])
    await say("learner", "erase", person, "--yes")
    await say("learner", "erase", person, "--yes", code: 1)
    let verified = await bench.run("journal", "verify")
    #expect(verified.code == 0, "\(verified.stdout)")
  }
}

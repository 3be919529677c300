import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// Lists that somebody brings, with payloads in their cells, their headers and their names.
@Suite struct ListInjectionTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.found("lantoa.db") { recorder in
      let day = Sample.day("2026-11-20")
      let unit = try recorder.reader.gazetteer().place("101", on: day)
      _ = try recorder.formTeam(named: "Tổ Máy", in: unit, since: day)
    }
    return bench
  }

  @Test(arguments: ListColumnIn.all)
  func `a list is taken cell by cell as it is, and what is not taken comes back as it was`(
    list: ListColumnIn
  ) async throws {
    let bench = try bench()
    try bench.scratch.write(list.text(of: ListColumnIn.payloads), to: "list.csv")
    let (taken, refused) = (list.taken, list.refused)

    let outcome = await bench.run(
      list.kind.rawValue, "import", "list.csv", "--source", "sổ", "--format", "json")
    expectHarmless(outcome)
    #expect(outcome.code == (refused.isEmpty ? 0 : 1))
    #expect(ParsedJSON(outcome.stdout)?["rejected"].int == refused.count)
    if [.name, .text].contains(list.asks) {
      expectAll(taken.map(\.kept), in: try list.kept(in: bench))
    }
    guard !refused.isEmpty else { return }

    let errors = try bench.scratch.read("list.csv.errors.csv")
    #expect(Shown.formulas(errors) == [])
    let lost = try Shown.cells(of: list.column, in: errors)
    #expect(lost.count == refused.count)
    expectAll(refused.map(\.text), in: lost)
    let reasons = try Shown.cells(of: "reason", in: errors).joined(separator: "\n")
    #expect(Shown.steering(reasons) == [] && Shown.forgedLines(reasons) == [])

    let again = await bench.run(
      list.kind.rawValue, "import", "list.csv.errors.csv", "--source", "sổ", "--format", "json")
    #expect(ParsedJSON(again.stdout)?["rejected"].int == refused.count)
    #expect(await bench.run("journal", "verify").code == 0)
  }

  @Test(arguments: ["name", "hamlet"])
  func `a list of who came is refused line by line, or taken as it is`(column: String) async throws {
    let bench = try bench()
    let taken = Payload.all.filter { $0.isTaken(asName: column == "name") }
    func log(_ payloads: [Payload]) async throws -> Bench.Outcome {
      let rows = payloads.enumerated().map { number, payload in
        let name = column == "name" ? payload.text : "Lan \(number)"
        let hamlet = column == "name" ? "" : payload.text
        return [name, "1961", "f", "101", hamlet, "new"].map(\.cell).joined(separator: ",")
      }
      try bench.scratch.write(
        (["name,birth_year,sex,unit,hamlet,person"] + rows).joined(separator: "\n") + "\n",
        to: "came.csv")
      return await bench.run(
        "session", "log", "--team", "Tổ Máy", "--course", "zalo", "--attendees", "came.csv")
    }

    let all = try await log(Payload.all)
    expectHarmless(all)
    expectRefusal(all)
    let told = all.stderr.split(separator: "\n").count { $0.hasPrefix("came.csv: line ") }
    #expect(told == Payload.all.count - taken.count)
    #expect(try bench.facts(SessionLogged.self).isEmpty)

    let some = try await log(taken)
    expectHarmless(some)
    let code = some.code
    #expect(code == 0, "\(some.stderr.prefix(500))")
    let people = try bench.facts(LearnerRegistered.self).map(\.person)
    let kept = people.compactMap { column == "name" ? $0.name : $0.hamlet }
    expectAll(taken.map(\.kept), in: kept)
  }

  @Test(arguments: ["learner", "session"])
  func `headers are quoted back harmlessly, and come back as they were`(kind: String) async throws {
    let bench = try bench()
    // A number behind each keeps any two from being one.
    let headers = Payload.all.enumerated().map { "\($1.text) \($0)" }
    let columns = ["session", "date", "team", "course", "name"]
    let header = (columns + headers).map(\.cell).joined(separator: ",")
    let row = columns.map { _ in "1" } + headers.map { _ in "x" }
    try bench.scratch.write(
      "\(header)\n\(row.joined(separator: ","))\n", to: "list.csv")
    let outcome = await bench.run(kind, "import", "list.csv", "--source", "sổ")
    expectHarmless(outcome)
    #expect(outcome.code == 1 && outcome.stderr.contains("Columns left out: "))
    let errors = try bench.scratch.read("list.csv.errors.csv")
    #expect(Shown.formulas(errors) == [])
    expectAll(headers, in: try Shown.header(of: errors))

    try bench.scratch.write("\(headers.map(\.cell).joined(separator: ","))\n", to: "nameless.csv")
    let nameless = await bench.run(kind, "import", "nameless.csv", "--source", "sổ")
    expectHarmless(nameless)
    expectRefusal(nameless)
    for header in headers {
      try bench.scratch.write("name,\(header.cell),\(header.cell)\n", to: "twice.csv")
      let twice = await bench.run(kind, "import", "twice.csv", "--source", "sổ")
      expectHarmless(twice, header.spelledOut)
      expectRefusal(twice, header.spelledOut)
    }
  }

  @Test func `a row with a cell of half a megabyte comes back in a file that can be read`()
    async throws
  {
    let bench = try bench()
    let cell = String(repeating: "=Lê\u{1B}[2J;\n", count: 50_000)
    try bench.scratch.write("name,hamlet\n\(cell.cell),x\nLan,y\n", to: "list.csv")
    let outcome = await bench.run("learner", "import", "list.csv")
    expectHarmless(outcome)
    #expect(outcome.code == 1 && outcome.stderr.utf8.count < 5000)
    let errors = try bench.scratch.read("list.csv.errors.csv")
    let isKept = try Shown.cells(of: "name", in: errors).map(\.bytes) == [cell.bytes]
    #expect(isKept)
  }

  @Test func `a list with a zero byte is refused whole`() async throws {
    let bench = try bench()
    try bench.scratch.write("name\nLan\nLê\0Thị\n", to: "list.csv")
    let outcome = await bench.run("learner", "import", "list.csv")
    expectRefusal(outcome)
    #expect(outcome.stderr.contains("line 3"))
    #expect(try bench.facts(LearnerRegistered.self).isEmpty)
  }
}

import Foundation
import TestSupport
import Testing

/// Whoever asks what is kept of them is shown all of it.
@Suite struct LearnerShowTests {
  /// Somebody who came with a list, whose name, year and number were corrected, who moved, attended
  /// with a score, is named in a note, and has withdrawn her consent.
  private func known(language: String = "en") async throws -> (bench: Bench, person: String) {
    let bench = try Bench.founded(language: language)
    func run(_ arguments: String...) async throws -> String {
      let outcome = await bench.run(arguments)
      try #require(outcome.code == 0, "\(arguments): \(outcome)")
      return outcome.stdout.trimmingCharacters(in: .newlines)
    }
    _ = try await run("team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    try bench.scratch.write(
      "name,birth_year,sex,unit,hamlet,phone,external_id,consent\n"
        + "Trần Mộng Xuyến,1957,f,101,thôn Đình,0909777555,HK-77,paper\n", to: "p.csv")
    _ = try await run("learner", "import", "p.csv", "--source", "sổ hộ")
    let found = ParsedJSON(try await run("learner", "find", "xuyen", "--format", "json"))
    let person = try #require(found?.elements.first?["ref"].string)
    _ = try await run(
      "learner", "change", person, "--name", "Trần Mộng Xuyên", "--birth-year", "1958", "--phone",
      "0905123456")
    _ = try await run("learner", "change", person, "--consent", "withdrawn")
    _ = try await run("learner", "move", person, "--to", "102", "--from", "2026-11-01")
    try bench.scratch.write(
      "person,name,birth_year,sex,unit,result,score\n\(person),,,,,passed,88\n", to: "a.csv")
    _ = try await run(
      "session", "log", "--team", "Tổ 1", "--course", "zalo", "--date", "2026-11-20", "--note",
      "ở nhà cô Trần Mộng Xuyên", "--attendees", "a.csv")
    return (bench, person)
  }

  @Test func `JSON has every value, former ones with their day and where they are from`()
    async throws
  {
    let (bench, person) = try await known()
    let outcome = await bench.run("learner", "show", person, "--notes", "--format", "json")
    let shown = try #require(ParsedJSON(outcome.stdout), "\(outcome)")

    #expect(shown["phone"] == "0905123456" && shown["hamlet"] == "thôn Đình")
    #expect(shown["cohort"] == 1955 && shown["consent"] == "withdrawn")
    let keys = shown["keys"].elements
    #expect(keys.map { $0["key"] } == ["HK-77"] && keys.map { $0["source"] } == ["sổ hộ"])
    let said = shown["statements"].elements
    #expect(said.map { $0["name"] } == ["Trần Mộng Xuyến", "Trần Mộng Xuyên", .null])
    #expect(said.map { $0["birthYear"] } == [1957, 1958, .null])
    #expect(said.map { $0["phone"] } == ["0909777555", "0905123456", .null])
    #expect(said.map { $0["source"] } == ["sổ hộ", .null, .null])
    #expect(said.map { $0["consent"] } == ["paper", .null, "withdrawn"])
    #expect(said.allSatisfy { $0["on"] == "2026-11-23" && $0["void"] == false })
    #expect(Set(shown["homes"].elements.map { $0["unit"]["code"] }) == ["101", "102"])
    let session = try #require(shown["sessions"].elements.first)
    #expect(session["score"] == 88 && session["result"] == "passed" && session["basis"] != .null)
    #expect(shown["notes"].elements.map { $0["text"] } == ["ở nhà cô Trần Mộng Xuyên"])
  }

  @Test func `the table says the same in words, and that consent was withdrawn`() async throws {
    let (bench, person) = try await known()
    let shown = await bench.run("learner", "show", person, "--notes").stdout
    for words in [
      "Phone: 0905123456", "Consent: withdrawn", "Born 1955–1959", "HK-77 (sổ hộ)",
      "Trần Mộng Xuyến", "1957", "0909777555", "thôn Đình", "note: ở nhà cô Trần Mộng Xuyên",
    ] { #expect(shown.contains(words), "\(words) in \(shown)") }
    let (other, same) = try await known(language: "vi")
    let vi = await other.run("learner", "show", same).stdout
    #expect(vi.contains("Điện thoại: 0905123456") && vi.contains("đã rút lại"), "\(vi)")
    #expect(vi.contains("0909777555") && !vi.contains("ở nhà cô"), "\(vi)")
  }

  @Test func `of whoever is erased nothing personal is shown`() async throws {
    let (bench, person) = try await known()
    let erased = await bench.run("learner", "erase", person, "--yes")
    try #require(erased.code == 0, "\(erased)")
    for format in ["table", "json", "csv"] {
      let shown = await bench.run("learner", "show", person, "--notes", "--format", format)
      #expect(shown.code == 0, "\(shown)")
      for word in ["Xuyên", "Xuyến", "0905", "0909", "HK-77", "Đình", "1957", "1958"] {
        #expect(!shown.stdout.contains(word), "\(word), \(format)")
      }
    }
  }
}

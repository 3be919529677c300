import Foundation
import TestSupport
import Testing

/// What an erasure takes of others' records is said before and after it, and so is what it leaves.
@Suite struct ErasureReachTests {
  @Test func `texts and rows that go are listed before, counted after, and others stay`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    func register(_ name: String) async throws -> String {
      try await lantoa.must(
        "learner", "register", "--name", name, "--birth-year", "1958", "--sex", "f", "--consent",
        "paper", "--new"
      ).line
    }
    let (erased, other) = (try await register("Hồ Thị Ân"), try await register("Hồ Thị An"))
    func hold(_ day: String, note: String, venue: String, _ who: String) async throws -> String {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--date", day, "--note", note,
        "--venue", venue, "--attendee", who
      ).line
    }
    let named = try await hold(
      "2026-11-20", note: "bà Hồ Thị Ân mệt", venue: "nhà văn hóa", erased)
    let marked = try await hold("2026-11-19", note: "Hồ Thị An giúp", venue: "đình làng", other)
    let short = try await hold("2026-11-18", note: "bà Ân quên kính", venue: "chợ", erased)
    try lantoa.scratch.write(
      "name,birth_year,sex\nHồ Thị Ân,1958,y\nHồ Thị An,1958,y\nHồ Thị Ân,1931,y\n", to: "a.csv")
    _ = try await lantoa.run(["learner", "import", "a.csv", "--source", "Sổ của Hồ Thị Ân"])
    try await lantoa.must(
      "team", "form", "--unit", "19753", "--name", "Tổ Hồ Thị Ân", "--since", "2025-08-01")

    let asked = try await lantoa.run(["learner", "erase", erased])
    #expect(asked.code == 1)
    func line(with word: String, in text: String) -> String {
      text.split(separator: "\n").first { $0.contains(word) }.map(String.init) ?? ""
    }
    #expect(
      mentions(
        line(with: named, in: asked.stderr),
        ["2026-11-20", "Tổ CNSCĐ Phú Xuân 1", "note", "venue"]), "\(asked)")
    #expect(
      mentions(asked.stderr, ["a.csv.errors.csv: 1 row\n", "Tổ Hồ Thị Ân", "Sổ của Hồ Thị Ân"]))
    #expect(
      mentions(asked.stderr, ["May name this person", "Sessions: 1", "\(marked)  2026-11-19"]))
    #expect(!asked.stderr.contains(short), "\(asked)")
    #expect(try await lantoa.json("session", "show", named)["note"] == "bà Hồ Thị Ân mệt")

    let done = try await lantoa.must("learner", "erase", erased, "--yes")
    #expect(
      mentions(
        done.stderr,
        [
          "note or venue was cleared: 1.", "errors.csv files: 1.", "Stays in", "Tổ Hồ Thị Ân",
          "lantoa learner erase \(erased) --notes-of REF", "\(short)  2026-11-18",
        ]), "\(done)")
    #expect(mentions(done.stderr, ["Sessions: 1", "\(marked)  2026-11-19"]), "\(done)")
    #expect(try await lantoa.json("session", "show", named)["note"] == .null)
    #expect(try await lantoa.json("session", "show", marked)["note"] == "Hồ Thị An giúp")
    let rows = try lantoa.scratch.read("a.csv.errors.csv")
    #expect(rows.contains("Hồ Thị An,1958") && rows.contains("Hồ Thị Ân,1931"), "\(rows)")
    #expect(!rows.contains("Hồ Thị Ân,1958"), "\(rows)")
  }

  @Test(arguments: [true, false])
  func `texts that call somebody by less than the full name go on demand, from every byte`(
    isErasedBefore: Bool
  ) async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Hồ Thị Ân", "--birth-year", "1958", "--consent", "paper"
    ).line
    func hold(_ day: String, note: String) async throws -> String {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--date", day, "--note", note,
        "--venue", "sân bà Ân \(day)", "--attendee", person
      ).line
    }
    let short = try await hold("2026-11-18", note: "bà Ân quên kính")
    try await lantoa.must("session", "change", short, "--note", "bà Ân mượn kính")
    let other = try await hold("2026-11-19", note: "bà Ân nhớ kính")
    if isErasedBefore { try await lantoa.must("learner", "erase", person, "--yes") }
    let before = try await lantoa.json("coverage", "report")
    let texts = ["bà Ân quên kính", "bà Ân mượn kính", "sân bà Ân 2026-11-18"]
    func left(_ texts: [String]) throws -> [String] {
      let files = try lantoa.scratch.names.filter { $0.hasPrefix("lantoa.db") }
        .compactMap { FileManager.default.contents(atPath: lantoa.scratch.path($0)) }
      return texts.filter { text in files.contains { $0.range(of: Data(text.utf8)) != nil } }
    }
    #expect(try left(texts) == texts, "the test has teeth")

    let asked = try await lantoa.run("learner", "erase", person, "--notes-of", short)
    #expect(asked.code == 1)
    #expect(mentions(asked.stderr, [short, "note, venue", "whatever it says"]), "\(asked)")
    #expect(!asked.stderr.contains(other), "\(asked)")
    #expect(try left(texts) == texts)

    let done = try await lantoa.must("learner", "erase", person, "--notes-of", short, "--yes")
    #expect(mentions(done.stderr, ["cleared: 1", "--notes-of REF", other]), "\(done)")
    #expect(try left(texts) == [])
    let shown = try await lantoa.json("session", "show", short)
    #expect(shown["note"] == .null && shown["venue"] == .null)
    #expect(try await lantoa.json("session", "show", other)["note"] == "bà Ân nhớ kính")
    #expect(try await lantoa.json("learner", "show", person)["erased"] == true)
    #expect(try await lantoa.json("coverage", "report") == before)
    try await lantoa.must("journal", "verify")
    let again = try await lantoa.run("learner", "erase", person, "--notes-of", short, "--yes")
    #expect(again.code == 1 && mentions(again.stderr, ["has been erased"]), "\(again)")
  }

  @Test func `words that perhaps name somebody stay, and are listed before and after`() async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    func register(_ name: String) async throws -> String {
      try await lantoa.must("learner", "register", "--name", name, "--consent", "paper").line
    }
    func hold(_ day: String, _ note: String, venue: String = "đình") async throws -> String {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--date", day, "--note", note,
        "--venue", venue, "--unnamed", "3"
      ).line
    }
    let (single, full) = (
      try await register("Zorblatquux"), try await register("Đặng Thị Thúy Hòa")
    )
    let venue = try await hold("2026-11-12", "vui", venue: "nhà chị Zorblatquux")
    let corrected = try await hold("2026-11-13", "ZORBLATQUUX1960 ốm")
    try await lantoa.must("session", "change", corrected, "--note", "có người ốm")
    let voided = try await hold("2026-11-14", "mưa")
    try await lantoa.must(
      "session", "void", voided, "--reason", "other", "--words", "chị zorblatquux xin hoãn")
    let partly = try await hold("2026-11-15", "Đặng Thi Thuy Hòa đến muộn")
    let touched = try await hold("2026-11-18", "bàĐặng Thị Thúy Hòa về sớm")
    let glued = try await hold("2026-11-16", "ĐặngThịThúyHòa1955 đến sớm")
    let other = try await hold("2026-11-17", "Đẵng Thị Thúy Hoa")

    let asked = try await lantoa.run("learner", "erase", single)
    #expect(asked.code == 1)
    #expect(
      mentions(asked.stderr, ["Sessions: 3", venue, corrected, voided, "--notes-of REF"]),
      "\(asked)")
    let done = try await lantoa.must("learner", "erase", single, "--yes", "--notes-of", venue)
    #expect(
      mentions(
        done.stderr,
        ["Sessions: 2", corrected, voided, "lantoa learner erase \(single) --notes-of REF"]),
      "\(done)")
    #expect(!done.stderr.contains(venue) && !done.stderr.contains(partly), "\(done)")
    #expect(try await lantoa.json("session", "show", venue)["venue"] == .null)

    try await lantoa.must(
      "learner", "erase", single, "--yes", "--notes-of", corrected, "--notes-of", voided)
    let bytes = try #require(
      FileManager.default.contents(atPath: lantoa.scratch.path("lantoa.db")))
    for text in ["Zorblatquux", "ZORBLATQUUX", "zorblatquux"] {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
    }

    let last = try await lantoa.must("learner", "erase", full, "--yes")
    #expect(mentions(last.stderr, ["cleared: 1.", "Sessions: 2", partly, touched]), "\(last)")
    for reference in [glued, other] { #expect(!last.stderr.contains(reference), "\(last)") }
    #expect(try await lantoa.json("session", "show", glued)["note"] == .null)
    #expect(
      try await lantoa.json("session", "show", partly)["note"] == "Đặng Thi Thuy Hòa đến muộn")
    try await lantoa.must("journal", "verify")
  }

  @Test func `a long list of perhaps is cut, and says how many there are`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "An", "--consent", "paper"
    ).line
    for day in 1...22 {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--date",
        "2026-10-\(day < 10 ? "0" : "")\(day)", "--note", "học an toàn", "--unnamed", "3")
    }
    let done = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(mentions(done.stderr, ["Sessions: 22", "2026-10-20", "… and 2 more"]), "\(done)")
    #expect(!done.stderr.contains("2026-10-21"), "\(done)")
  }
}

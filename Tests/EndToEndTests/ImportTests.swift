import Foundation
import TestSupport
import Testing

/// Lists as people bring them: taken in, corrected, taken again, taken back.
@Suite struct ImportTests {
  private static let people = """
    họ tên;năm sinh;giới tính;xã phường;thôn;điện thoại;external_id
    Hồ Thị Lê;1961;nữ;Phú Xuân;tổ 3;905123456;HK-1
    Nguyễn Văn An;1970;nam;19753;;0905 111 222;HK-2
    Trần Văn Bình;abc;nam;Phú Xuân;;;HK-3
    Lê Thị Hoa;1980;nữ;Không Có;;;HK-4
    =Ngô Bá Tước;1950;nam;outside;;;HK-5

    """

  private func imported() async throws -> LantoaProcess {
    let (lantoa, _) = try await LantoaProcess.founded()
    try lantoa.scratch.write(Self.people, to: "people.csv")
    let outcome = try await lantoa.run([
      "learner", "import", "people.csv", "--source", "sổ 2026", "--format", "json",
    ])
    #expect(outcome.code == 1, "rows were rejected: \(outcome)")
    let made = try #require(ParsedJSON(outcome.stdout))
    #expect(made["number"].int == 1)
    #expect(made["created"].int == 3)
    #expect(made["rejected"].int == 2)
    #expect(made["undone"] == false)
    return lantoa
  }

  @Test func `good rows go in, the others come back to be corrected and imported as they are`()
    async throws
  {
    let lantoa = try await imported()
    let errors = try lantoa.scratch.read("people.csv.errors.csv")
    #expect(errors.contains("Trần Văn Bình,abc,nam,Phú Xuân"))
    #expect(errors.contains("line 4"))
    #expect(errors.contains("Không Có"))
    #expect(try lantoa.scratch.mode(of: "people.csv.errors.csv") == 0o600)

    try lantoa.scratch.write(
      errors.replacingOccurrences(of: ",abc,", with: ",1955,")
        .replacingOccurrences(of: ",Không Có,", with: ",Kim Long,"), to: "corrected.csv")
    let made = try await lantoa.json(
      "learner", "import", "corrected.csv", "--source", "sổ 2026")

    #expect(made["created"].int == 2)
    #expect(made["rejected"].int == 0)
    let hoa = try await lantoa.json("learner", "find", "le thi hoa").elements
    #expect(hoa.map { $0["unit"]["name"].string } == ["Phường Kim Long"])
  }

  @Test func `a rehearsal and a file imported twice change nothing`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try lantoa.scratch.write(Self.people, to: "people.csv")
    let before = try await lantoa.contentHash()
    let rehearsal = try await lantoa.run([
      "learner", "import", "people.csv", "--source", "sổ 2026", "--dry-run",
    ])
    #expect(rehearsal.code == 1)
    #expect(mentions(rehearsal.stderr, ["line 4", "line 5", "nothing was recorded"]))
    #expect(try await lantoa.contentHash() == before)
    #expect(!lantoa.scratch.has("people.csv.errors.csv"))

    _ = try await lantoa.run(["learner", "import", "people.csv", "--source", "sổ 2026"])
    let after = try await lantoa.contentHash()
    let again = try await lantoa.json("learner", "import", "people.csv", "--source", "sổ 2026")
    #expect(again["created"].int == 0)
    #expect(again["changed"].int == 0)
    #expect(try await lantoa.contentHash() == after)

    // The same rows in other bytes.
    try lantoa.scratch.write(
      Self.people.replacingOccurrences(of: "\n", with: "\r\n"), to: "people.csv")
    let other = try await lantoa.run([
      "learner", "import", "people.csv", "--source", "sổ 2026", "--format", "json",
    ])
    let made = try #require(ParsedJSON(other.stdout))
    #expect(made["created"].int == 0)
    #expect(made["changed"].int == 0)
    #expect(made["unchanged"].int == 3)
  }

  @Test func `with all or nothing a row that is refused keeps all out`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try lantoa.scratch.write(Self.people, to: "people.csv")
    // Where the refused rows lie is noted for erasure, in no table of what is recorded.
    let recorded = ["event", "learner", "import", "contribution", "tally"]
    func hashes() async throws -> [String] {
      var hashes: [String] = []
      for table in recorded { hashes.append(try await lantoa.sqlite(".sha3sum \(table)").line) }
      return hashes
    }
    let before = try await hashes()
    let outcome = try await lantoa.run([
      "learner", "import", "people.csv", "--source", "sổ 2026", "--all-or-nothing",
    ])
    #expect(outcome.code == 1)
    #expect(try await hashes() == before)
    #expect(lantoa.scratch.has("people.csv.errors.csv"))
  }

  @Test func `what was exported is safe in a spreadsheet and imports back unchanged`()
    async throws
  {
    let lantoa = try await imported()
    let found = try await lantoa.json("learner", "find", "ho thi le").elements
    let le = try #require(found.first?["ref"].string)
    try await lantoa.must(
      "learner", "move", le, "--to", "A Lưới 1", "--from", "2026-03-01")
    try await lantoa.must("learner", "export", "--output", "out.csv")
    let text = try lantoa.scratch.read("out.csv")
    #expect(text.contains(",'=Ngô Bá Tước,"))
    let rows = text.split(separator: "\n")
    #expect(rows[0].hasSuffix(",demo") && rows.dropFirst().allSatisfy { $0.hasSuffix(",true") })
    #expect(try lantoa.scratch.mode(of: "out.csv") == 0o600)
    let viewed = try await lantoa.json("journal", "list", "--kind", "personal.viewed").elements
    #expect(viewed.map { $0["body"]["people"].int } == [3])

    let before = try await lantoa.json("learner", "find", "ho thi le")
    let told = try await lantoa.must("learner", "import", "out.csv", "--dry-run")
    #expect(!told.stderr.contains("Columns left out"), "\(told)")
    let back = try await lantoa.json("learner", "import", "out.csv")

    #expect(back["unchanged"].int == 3)
    #expect(back["created"].int == 0)
    #expect(back["changed"].int == 0)
    #expect(back["rejected"].int == 0)
    #expect(try await lantoa.json("learner", "find", "ho thi le") == before)
  }

  @Test func `sessions come in by rows, and an import in use stops its undo`() async throws {
    let lantoa = try await imported()
    try lantoa.scratch.write(
      """
      session,date,course,team,minutes,lesson,name,birth_year,sex,unit,result,external_id
      B1,2026-11-01,safe-online,Tổ CNSCĐ Phú Xuân 1,90,1,Hồ Thị Lê,1961,f,Phú Xuân,completed,HK-1
      B1,2026-11-01,safe-online,Tổ CNSCĐ Phú Xuân 1,90,1,Võ Thị Mới,1990,f,,completed,
      B1,2026-11-01,safe-online,Tổ CNSCĐ Phú Xuân 1,90,1,Võ Thị Mới,1990,f,,completed,
      B2,2025-01-01,safe-online,Tổ CNSCĐ Phú Xuân 1,60,,Võ Thị Mới,1990,f,,attended,
      B3,2026-11-03,safe-online,Phú Xuân/Tổ CNSCĐ Phú Xuân 1,60,,Võ Thị Mới,1990,f,,passed,

      """, to: "sessions.csv")
    let outcome = try await lantoa.run([
      "session", "import", "sessions.csv", "--source", "sổ 2026", "--format", "json",
    ])
    #expect(outcome.code == 1)
    let made = try #require(ParsedJSON(outcome.stdout))
    #expect(made["number"].int == 2)
    #expect(made["created"].int == 2)
    #expect(made["rejected"].int == 2)
    #expect(mentions(outcome.stderr, ["line 4", "line 5", "did not exist yet"]))
    #expect(try await counted(lantoa) == 2)

    let stopped = try await lantoa.run(["import", "undo", "1"])
    #expect(stopped.code == 1)
    #expect(mentions(stopped.stderr, ["Hồ Thị Lê", "--keep-used", "--all"]))
    #expect(try await counted(lantoa) == 2)

    try await lantoa.must("import", "undo", "2")
    #expect(try await counted(lantoa) == 0)
    try await lantoa.must("import", "redo", "2")
    #expect(try await counted(lantoa) == 2)
    try await lantoa.must("import", "undo", "1", "--keep-used")
    #expect(try await counted(lantoa) == 2)
    let list = try await lantoa.json("import", "list").elements
    #expect(list.map { $0["undone"] } == [true, false])
    #expect(try await lantoa.must("journal", "verify").code == 0)
  }

  @Test func `a key of somebody else, citizen numbers and a wrong era are refused by name`()
    async throws
  {
    let lantoa = try await imported()
    try lantoa.scratch.write(
      """
      name,birth_year,sex,unit,external_id,registered_on
      Võ Văn Khác,1999,m,Phú Xuân,HK-1,
      Phan Văn Cũ,1950,m,phường Thuận Lộc,HK-8,
      Phan Văn Xưa,1950,m,Phú Xuân,HK-9,2025-05-01

      """, to: "odd.csv")
    let odd = try await lantoa.run(["learner", "import", "odd.csv", "--source", "sổ 2026"])
    #expect(odd.code == 1)
    #expect(
      mentions(odd.stderr, ["line 2", "HK-1", "Hồ Thị Lê", "line 3", "Thuận Lộc", "line 4"]))
    #expect(mentions(odd.stderr, ["--units-as-of"]))

    try lantoa.scratch.write(
      "name,số căn cước\nHồ Văn A,046061001234\n", to: "cards.csv")
    let cards = try await lantoa.run(["learner", "import", "cards.csv"])
    #expect(cards.code == 1)
    #expect(mentions(cards.stderr, ["số căn cước", "citizen"]))
    #expect(try await lantoa.json("import", "list").elements.count == 2)
  }

  @Test func `an unclosed quote at the end of a long file is found before anything is recorded`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    var text = "name,birth_year\n"
    for number in 0..<40_000 { text += "Người Thứ \(number),1960\n" }
    try lantoa.scratch.write(text + "\"Người Cuối,1960\n", to: "long.csv")
    let before = try await lantoa.contentHash()

    let outcome = try await lantoa.run(["learner", "import", "long.csv"])

    #expect(outcome.code == 1)
    #expect(mentions(outcome.stderr, ["line 40002", "quote"]))
    #expect(try await lantoa.contentHash() == before)
  }

  @Test func `a killed import leaves nothing, and the next one takes all`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    var text = "name,birth_year,sex,unit\n"
    for number in 0..<3_000 { text += "Người Thứ \(number),1960,f,Phú Xuân\n" }
    try lantoa.scratch.write(text, to: "long.csv")
    let before = try await lantoa.journalLength()
    for delay in [0.3, 0.6, 1.0] {
      let process = try lantoa.start(["learner", "import", "long.csv"])
      try await Task.sleep(for: .seconds(delay))
      process.kill()
      let outcome = try await process.outcome()
      if outcome.wasKilled { #expect(try await lantoa.journalLength() == before) }
    }
    _ = try await lantoa.run(["learner", "import", "long.csv"])
    let list = try await lantoa.json("import", "list").elements
    #expect(list.map { $0["created"].int } == [3_000])
  }

  @Test func `linked people count once, parted ones twice, the dead no more`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    var people: [String] = []
    for name in ["Hồ Thị Lê", "Ho Thi Le"] {
      let person = try await lantoa.must(
        "learner", "register", "--name", name, "--birth-year", "1961", "--sex", "f", "--unit",
        "Phú Xuân", "--consent", "paper", "--new"
      ).line
      people.append(person)
      try await lantoa.must(
        "completion", "record", "--learner", person, "--course", "safe-online", "--date",
        "2026-11-01")
    }
    _ = team
    let pairs = try await lantoa.json("learner", "duplicates").elements
    #expect(pairs.count == 1)
    #expect(try await counted(lantoa) == 2)

    try await lantoa.must("learner", "link", people[0], people[1])
    #expect(try await counted(lantoa) == 1)
    #expect(try await lantoa.json("learner", "duplicates").elements.isEmpty)
    let refused = try await lantoa.run(["learner", "unlink", people[0], people[1]])
    #expect(refused.code == 1)
    #expect(mentions(refused.stderr, ["--yes"]))
    try await lantoa.must("learner", "unlink", people[0], people[1], "--yes")
    #expect(try await counted(lantoa) == 2)
    try await lantoa.must("undo")
    #expect(try await counted(lantoa) == 1)
    try await lantoa.must("learner", "died", people[1], "--on", "2026-11-10")
    #expect(try await counted(lantoa) == 0)
    try await lantoa.must("learner", "died", people[1], "--retract")
    try await lantoa.must("learner", "unlink", people[0], people[1], "--yes")
    try await lantoa.must("learner", "distinct", people[0], people[1])
    #expect(try await lantoa.json("learner", "duplicates").elements.isEmpty)
    let known = try await lantoa.run(["learner", "link", people[0], people[1]])
    #expect(known.code == 1)
    #expect(mentions(known.stderr, ["--yes"]))
  }

  private func counted(_ lantoa: LantoaProcess) async throws -> Int? {
    try await lantoa.json("coverage", "report")["total"]["count"].int
  }
}

import Foundation
import TestSupport
import Testing

/// Lists that grow, are corrected, and come again: nobody is entered twice, nothing corrected is lost.
@Suite struct ListsAgainTests {
  private let lantoa: LantoaProcess
  private static let head = "session,date,course,team,name,birth_year,sex,result,person\n"
  private static let one = "S1,2026-10-05,safe-online,Tổ CNSCĐ Phú Xuân 1,"
  private static let two = "S2,2026-10-12,safe-online,Tổ CNSCĐ Phú Xuân 1,"

  init() async throws { (lantoa, _) = try await LantoaProcess.founded() }

  private func importing(_ rows: String..., from name: String = "s.csv") async throws
    -> LantoaProcess.Outcome
  {
    try lantoa.scratch.write(Self.head + rows.map { $0 + "\n" }.joined(), to: name)
    return try await lantoa.run(["session", "import", name, "--source", "X"])
  }

  private func reached() async throws -> Int? {
    try await lantoa.json("coverage", "report", "--measure", "reached")["total"]["count"].int
  }

  private func reference(of name: String) async throws -> String {
    try #require(try await lantoa.json("learner", "find", name).elements.first?["ref"].string)
  }

  @Test func `where nothing is kept, a row like another is told by that one's line`() async throws {
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\nVõ Thị An,1960,f,Phú Xuân\nVõ Thị An,1960,f,Phú Xuân\n",
      to: "p.csv")
    let events = try await lantoa.journalLength()
    for option in ["--dry-run", "--all-or-nothing"] {
      let outcome = try await lantoa.run(["learner", "import", "p.csv", option])
      #expect(mentions(outcome.stderr, ["line 3", "the person of line 2"]), "\(outcome)")
      #expect(!outcome.stderr.contains("that reference"), "\(outcome)")
    }
    try lantoa.scratch.write(
      Self.head + Self.one + "Võ Thị An,1960,f,,\n" + Self.two + "Vo Thi An,1960,f,,\n", to: "s.csv"
    )
    let sessions = try await lantoa.run([
      "session", "import", "s.csv", "--source", "X", "--dry-run",
    ])
    #expect(mentions(sessions.stderr, ["line 3", "the person of line 2"]), "\(sessions)")
    #expect(try await lantoa.journalLength() == events)
  }

  @Test func `a list that came under another name is not read anew, and says how it can be`()
    async throws
  {
    let mai = Self.one + "Lê Thị Mai,1950,f,completed,"
    _ = try await importing(mai)
    let other = try await lantoa.run(["session", "import", "s.csv", "--source", "Y"])
    #expect(
      other.code == 0 && mentions(other.stderr, ["X", "--source", "import undo 1"]), "\(other)")
    let same = try await importing(mai)
    #expect(!same.stderr.contains("import undo"), "\(same)")
  }

  @Test func `a broadcast in a list is refused with the way to record it`() async throws {
    try lantoa.scratch.write(
      "session,date,course,team,form,name\nS1,2026-10-05,safe-online,Tổ CNSCĐ Phú Xuân 1,broadcast,"
        + "Lê Thị Mai\n", to: "s.csv")
    let outcome = try await lantoa.run(["session", "import", "s.csv", "--source", "X"])
    #expect(
      outcome.code == 1 && mentions(outcome.stderr, ["line 2", "session log --form broadcast"]),
      "\(outcome)")
  }

  @Test func `the unit before a team's name is read as of the day given for the list`() async throws
  {
    try await lantoa.must(
      "team", "form", "--unit", "19750@2025-01-01", "--name", "Tổ Cũ", "--since", "2025-03-01")
    let row = "S1,2025-10-05,safe-online,Tây Lộc/Tổ Cũ,Lê Thị Mai,1950,f,,\n"
    try lantoa.scratch.write(Self.head + row, to: "s.csv")
    let list = ["session", "import", "s.csv", "--source", "X"]
    let asOfItsDay = try await lantoa.run(list)
    #expect(
      asOfItsDay.code == 1 && mentions(asOfItsDay.stderr, ["line 2", "team", "Tây Lộc"]),
      "\(asOfItsDay)")
    let asOfBefore = try await lantoa.run(list + ["--units-as-of", "2025-06-30"])
    #expect(asOfBefore.code == 0, "\(asOfBefore)")
  }

  @Test func `a citizen number does not get into a file of ours`() async throws {
    try lantoa.scratch.write(
      "name,birth_year,hamlet\nVõ Thị An 046160001234,1960,thôn 3\nVõ Thị Ba,1961,thôn 4\n",
      to: "p.csv")
    let outcome = try await lantoa.run(["learner", "import", "p.csv"])
    #expect(
      outcome.code == 1 && mentions(outcome.stderr, ["line 2", "name", "…234"]), "\(outcome)")
    try lantoa.scratch.write(
      "name,birth_year,phone,unit,note\nVõ Thị Ba,1961,046160001235,Phú Xuân,x\n"
        + "Võ Thị Tư,1962,,046160001236,046160001237\n", to: "q.csv")
    let others = try await lantoa.run(["learner", "import", "q.csv"])
    let kept = try lantoa.scratch.read("q.csv.errors.csv")
    for number in ["046160001235", "046160001236", "046160001237"] {
      #expect(!kept.contains(number), "\(kept)")
    }
    #expect(!others.stderr.contains("046160001235"), "\(others)")
    #expect(!outcome.stderr.contains("046160001234"))
    let errors = try lantoa.scratch.read("p.csv.errors.csv")
    #expect(
      !errors.contains("046160001234") && errors.contains("Võ Thị An,1960,thôn 3"), "\(errors)")

    let corrected = try await lantoa.json("learner", "import", "p.csv.errors.csv")
    #expect(corrected["created"] == 1)
  }

  @Test func `an attendee who was corrected by hand is the same when the list grows`() async throws
  {
    let mai = Self.one + "Lê Thị Mai,1950,f,completed,"
    _ = try await importing(mai)
    try await lantoa.must(
      "learner", "change", try await reference(of: "le thi mai"), "--birth-year", "1952")

    let grown = try await importing(mai, Self.two + "Lê Thị Bé,1951,f,completed,")

    #expect(grown.code == 0 && mentions(grown.stderr, ["differ", "1950"]), "\(grown)")
    #expect(try await reached() == 2)
  }

  @Test func `a row that says new is new once`() async throws {
    try await lantoa.must(
      "learner", "register", "--name", "Lê Thị Mai", "--birth-year", "1950", "--sex", "f", "--unit",
      "Phú Xuân", "--consent", "paper")
    let new = Self.one + "Lê Thị Mai,1950,f,completed,new"
    _ = try await importing(new, Self.one + "Lê Thị Bé,19500,f,completed,")
    _ = try await importing(new, Self.one + "Lê Thị Bé,1950,f,completed,")
    #expect(try await reached() == 2)

    let people = "name,birth_year,sex,person\nVõ Thị An,1960,f,new\n"
    try lantoa.scratch.write(people, to: "p.csv")
    try await lantoa.must("learner", "import", "p.csv", "--source", "Y")
    try lantoa.scratch.write(people + "Võ Thị Ba,1961,f,new\n", to: "p.csv")
    let again = try await lantoa.json("learner", "import", "p.csv", "--source", "Y")
    #expect(again["created"] == 1 && again["unchanged"] == 1)
  }

  @Test func `what has come in again is not had back beside it`() async throws {
    let mai = Self.one + "Lê Thị Mai,1950,f,completed,"
    _ = try await importing(mai)
    try await lantoa.must("import", "undo", "1")
    _ = try await importing(mai)

    let redo = try await lantoa.run(["import", "redo", "1"])

    #expect(redo.code == 1 && mentions(redo.stderr, ["twice", "import undo 2"]), "\(redo)")
    try await lantoa.must("import", "undo", "2")
    try await lantoa.must("import", "redo", "1")
    #expect(try await reached() == 1)
  }

  /// Two lists, the second of which knows somebody by the first: had back alone, it has nobody who counts.
  @Test func `sessions had back without their people say so`() async throws {
    let mai = "Lê Thị Mai,1950,f,completed,"
    _ = try await importing(Self.one + mai)
    _ = try await importing(Self.two + mai, from: "t.csv")
    try await lantoa.must("import", "undo", "2")
    try await lantoa.must("import", "undo", "1")

    let redo = try await lantoa.must("import", "redo", "2")

    #expect(mentions(redo.stderr, ["do not count: 1", "lantoa import redo 1"]), "\(redo)")
    #expect(try await reached() == 0)
    let first = try await lantoa.must("import", "redo", "1")
    #expect(!first.stderr.contains("do not count"), "\(first)")
    #expect(try await reached() == 1)
  }

  /// The corrected rows of a list stand in the session that the list itself has made.
  @Test func `people had back into a session that is void say so`() async throws {
    _ = try await importing(Self.one + "Lê Thị Mai,1950,f,completed,")
    _ = try await importing(
      Self.one + "Lê Thị Mai,1950,f,completed,", Self.one + "Hồ Văn Ba,1951,m,completed,",
      from: "t.csv")
    try await lantoa.must("import", "undo", "2")
    try await lantoa.must("import", "undo", "1")

    let redo = try await lantoa.must("import", "redo", "2")

    #expect(mentions(redo.stderr, ["still void", "lantoa import redo 1"]), "\(redo)")
    try await lantoa.must("import", "redo", "1")
    #expect(try await reached() == 2)
  }

  @Test func `a key is not taken from its owner by way of a reference`() async throws {
    try lantoa.scratch.write(
      "external_id,name,birth_year,sex\nK1,Võ Thị An,1960,f\nK2,Võ Thị Ba,1961,f\n", to: "a.csv")
    try await lantoa.must("learner", "import", "a.csv", "--source", "X")
    let an = try await reference(of: "vo thi an")
    try lantoa.scratch.write(
      "external_id,person,name,birth_year,sex\nK2,\(an),Võ Thị An,1960,f\n", to: "b.csv")

    let taken = try await lantoa.run(["learner", "import", "b.csv", "--source", "X"])

    #expect(taken.code == 1 && mentions(taken.stderr, ["K2", "Võ Thị Ba"]), "\(taken)")
  }

  @Test func `a session that was voided by hand stays so`() async throws {
    let rows = [
      Self.one + "Lê Thị Mai,1950,f,completed,", Self.two + "Lê Thị Bé,1951,f,completed,",
    ]
    _ = try await importing(rows[0], rows[1])
    let session = try #require(
      try await lantoa.json("session", "list").elements
        .first { $0["date"] == "2026-10-05" }?["ref"].string)
    try await lantoa.must("session", "void", session, "--reason", "wrong-date")

    let again = try await importing(rows[0], rows[1], Self.two + "Lê Thị Tư,1953,f,completed,")

    #expect(again.code == 0 && mentions(again.stderr, ["voided", session]), "\(again)")
    #expect(try await lantoa.json("session", "list").elements.count == 2)
    #expect(try await reached() == 2)
  }

  @Test func `a list of which nothing could be taken is no list that was imported`() async throws {
    let row = "S1,2026-10-05,safe-online,Tổ mới,Lê Thị Mai,1950,f,completed,"
    let early = try await importing(row)
    #expect(early.code == 1, "\(early)")
    try await lantoa.must(
      "team", "form", "--unit", "19753", "--name", "Tổ mới", "--since", "2025-08-01")

    let late = try await importing(row)

    #expect(late.code == 0, "\(late)")
    #expect(try await reached() == 1)
  }

  @Test func `the home somebody has moved to is not where they were registered`() async throws {
    let head = "external_id,name,birth_year,sex,unit,registered_on\n"
    try lantoa.scratch.write(head + "A,Võ Thị An,1960,f,Phú Xuân,2026-01-05\n", to: "a.csv")
    try await lantoa.must("learner", "import", "a.csv", "--source", "X")
    let an = try await reference(of: "vo thi an")
    try await lantoa.must("learner", "move", an, "--to", "Vỹ Dạ", "--from", "2026-03-01")
    try lantoa.scratch.write(head + "A,Võ Thị An,1960,f,Vỹ Dạ,2026-01-05\n", to: "a.csv")

    try await lantoa.must("learner", "import", "a.csv", "--source", "X")

    let homes = try await lantoa.json("learner", "show", an)["homes"].elements
    #expect(homes.map { $0["unit"]["name"].string } == ["Phường Phú Xuân", "Phường Vỹ Dạ"])
  }

  @Test func `two sheets of one session are both taken`() async throws {
    for name in ["Một", "Hai"] {
      try lantoa.scratch.write(
        "name,birth_year,sex,unit\nLê Thị \(name),1950,f,Kim Long\n", to: "\(name).csv")
    }
    let session = try await lantoa.must(
      "session", "log", "--team", "Tổ CNSCĐ Phú Xuân 1", "--course", "safe-online", "--attendees",
      "Một.csv", "--attendees", "Hai.csv"
    ).line
    #expect(try await lantoa.json("session", "show", session)["marks"].elements.count == 2)
  }
}

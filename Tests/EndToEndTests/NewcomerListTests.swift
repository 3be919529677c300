import Foundation
import TestSupport
import Testing

/// Rows that say `new`, namesakes, and empty cells: nobody becomes somebody else, and nothing is lost.
@Suite struct NewcomerListTests {
  private let lantoa: LantoaProcess
  private static let people = "name,birth_year,sex,unit,phone,person\n"
  private static let mai = "Nguyễn Thị Mới,1958,f,Phú Xuân,"

  init() async throws { (lantoa, _) = try await LantoaProcess.founded() }

  private func imported(
    _ rows: String..., as name: String = "p.csv", under header: String = people
  ) async throws -> LantoaProcess.Outcome {
    try lantoa.scratch.write(header + rows.map { $0 + "\n" }.joined(), to: name)
    let verb = header.hasPrefix("session") ? "session" : "learner"
    return try await lantoa.run([verb, "import", name, "--source", "S"])
  }

  private func found(_ name: String = "nguyen thi moi") async throws -> [ParsedJSON] {
    try await lantoa.json("learner", "find", name).elements
  }

  @Test func `a namesake called new in the errors file is entered, and once`() async throws {
    let first = try await imported(Self.mai + "0900000001,", Self.mai + "0900000002,")
    #expect(first.code == 1 && mentions(first.stderr, ["line 3", "“new”"]), "\(first)")
    let corrected = try lantoa.scratch.read("p.csv.errors.csv")
      .replacing("0900000002,,", with: "0900000002,new,")
    try lantoa.scratch.write(corrected, to: "p2.csv")
    try lantoa.scratch.write(corrected + "\n", to: "p3.csv")

    for name in ["p2.csv", "p3.csv"] {
      let again = try await lantoa.run(["learner", "import", name, "--source", "S"])
      #expect(again.code == 0, "\(again)")
      #expect(try await found().count == 2)
    }
    let numbers = try await lantoa.run(["learner", "export"]).stdout
    #expect(numbers.contains("0900000001") && numbers.contains("0900000002"))
  }

  @Test func `the same without anything that tells them apart`() async throws {
    _ = try await imported(Self.mai + ",", Self.mai + ",")
    let corrected = try lantoa.scratch.read("p.csv.errors.csv").replacing(
      "Phú Xuân,,,", with: "Phú Xuân,,new,")
    for (number, end) in ["", "\n", "\n\n"].enumerated() {
      try lantoa.scratch.write(corrected + end, to: "p\(number).csv")
      let again = try await lantoa.run(["learner", "import", "p\(number).csv", "--source", "S"])
      #expect(again.code == 0, "\(again)")
      #expect(try await found().count == 2)
    }
  }

  @Test func `a rejected row called new is nobody of the rows beside it`() async throws {
    try await lantoa.must(
      "learner", "register", "--name", "Nguyễn Thị Mới", "--birth-year", "1958", "--sex", "f",
      "--unit",
      "Phú Xuân", "--consent", "paper")
    let people = try await imported(Self.mai + ",", Self.mai + ",new")
    #expect(people.code == 1 && people.stderr.contains("line 2"), "\(people)")
    let corrected = try lantoa.scratch.read("p.csv.errors.csv").replacing(
      "Phú Xuân,,,", with: "Phú Xuân,,new,")
    for (number, end) in ["", "\n"].enumerated() {
      try lantoa.scratch.write(corrected + end, to: "q\(number).csv")
      let again = try await lantoa.run(["learner", "import", "q\(number).csv", "--source", "S"])
      #expect(again.code == 0, "\(again)")
      #expect(try await found().count == 3)
    }

    let header = Self.sessions.replacing("\n", with: ",person\n")
    let (plain, new) = (Self.seat("Phú Xuân,,attended,,"), Self.seat("Phú Xuân,,attended,,new"))
    _ = try await imported(plain, new, as: "s.csv", under: header)
    let seats = try lantoa.scratch.read("s.csv.errors.csv").replacing(
      "attended,,,", with: "attended,,new,")
    for (number, end) in ["", "\n"].enumerated() {
      try lantoa.scratch.write(seats + end, to: "t\(number).csv")
      let again = try await lantoa.run(["session", "import", "t\(number).csv", "--source", "S"])
      #expect(again.code == 0, "\(again)")
      #expect(try await results() == ["attended", "attended"])
      #expect(try await found().count == 5)
    }
  }

  @Test func `two of one name in the lists of two units are two`() async throws {
    _ = try await imported("Nguyễn Văn An,1955,m,Phú Xuân,,new", as: "a.csv")
    _ = try await imported("Nguyễn Văn An,1955,m,A Lưới 1,0911222333,new", as: "b.csv")
    let units = try await found("nguyen van an").compactMap { $0["unit"]["name"].string }
    #expect(Set(units) == ["Phường Phú Xuân", "Xã A Lưới 1"])
  }

  private static let sessions =
    "session,date,course,team,name,birth_year,sex,unit,phone,result,score\n"
  private static func seat(_ rest: String) -> String {
    "B1,2026-10-05,safe-online,Tổ CNSCĐ Phú Xuân 1,Nguyễn Thị Mới,1958,f,\(rest)"
  }

  @Test func `a namesake added to a session takes nobody's result`() async throws {
    let passed = Self.seat("Phú Xuân,0900000001,passed,80")
    _ = try await imported(passed, as: "v1.csv", under: Self.sessions)
    let other = Self.seat("A Lưới 1,0900000002,attended,")
    let grown = try await imported(other, passed, as: "v2.csv", under: Self.sessions)
    #expect(grown.code == 1 && mentions(grown.stderr, ["line 2", "“new”"]), "\(grown)")
    #expect(try await results() == ["passed"])

    let people = Self.sessions.replacing("\n", with: ",person\n")
    let called = try await imported(other + ",new", passed + ",", as: "v3.csv", under: people)
    #expect(called.code == 0, "\(called)")
    #expect(try await results() == ["attended", "passed"])
    #expect(try await found().count == 2)
  }

  private func results() async throws -> [String] {
    let session = try #require(try await lantoa.json("session", "list").elements.first)
    return session["marks"].elements.compactMap { $0["result"].string }.sorted()
  }

  /// Two women of one name: the one with the phone is the one whose row has it.
  @Test func `a new row goes to whom it shares the phone with`() async throws {
    let header = "name,birth_year,sex,unit,hamlet,phone,person\n"
    let row = "Lê Thị Hoa,1970,f,Phú Xuân"
    _ = try await imported("\(row),,,new", "\(row),,0905123123,new", under: header)
    let again = try await imported("\(row),tổ 3,0905123123,new", as: "2.csv", under: header)

    #expect(again.code == 0, "\(again)")
    let women = try await lantoa.run(["learner", "export"]).stdout.split(separator: "\n")
      .filter { $0.contains("Lê Thị Hoa") }
    #expect(women.count == 2, "\(women)")
    #expect(women.filter { $0.contains("tổ 3") }.count == 1)
    #expect(women.contains { $0.contains("tổ 3") && $0.contains("0905123123") }, "\(women)")
  }

  /// Whoever is added above them is somebody else, with fewer details or with more.
  @Test(arguments: [(old: ",0905333333", new: ","), (old: ",", new: "tổ 9,0905444444")])
  func `a namesake added in front takes nobody's place`(old: String, new: String) async throws {
    let header = "name,birth_year,sex,unit,hamlet,phone,person\n"
    let row = "Hồ Thị Tư,1960,f,Phú Xuân"
    _ = try await imported("\(row),\(old),new", under: header)
    let first = try #require(try await found("ho thi tu").first?["ref"].string)
    let again = try await imported(
      "\(row),\(new),new", "\(row),\(old),new", as: "2.csv", under: header)

    #expect(again.code == 0, "\(again)")
    #expect(try await found("ho thi tu").count == 2)
    let export = try await lantoa.run(["learner", "export"]).stdout
    let same = try #require(export.split(separator: "\n").first { $0.contains(first) })
    let added = try #require(
      export.split(separator: "\n").first { $0.contains("Hồ Thị Tư") && !$0.contains(first) })
    for detail in old.split(separator: ",") {
      #expect(same.contains(detail) && !added.contains(detail), "\(export)")
    }
    for detail in new.split(separator: ",") {
      #expect(added.contains(detail) && !same.contains(detail), "\(export)")
    }
  }

  @Test func `a namesake added to a session in front takes nobody's result`() async throws {
    let header =
      "session,date,course,team,name,birth_year,sex,hamlet,phone,result,person\n"
    let seat = "C1,2026-10-05,safe-online,Tổ CNSCĐ Phú Xuân 1,Phan Hai,1960,m,"
    _ = try await imported("\(seat),,completed,new", under: header)
    let old = try #require(try await found("phan hai").first?["ref"].string)
    let again = try await imported(
      "\(seat)tổ 5,0905777777,attended,new", "\(seat),,completed,new", as: "2.csv", under: header)

    #expect(again.code == 0, "\(again)")
    let known = try await lantoa.json("learner", "show", old)
    #expect(known["sessions"].elements.map { $0["result"].string } == ["completed"], "\(known)")
    let other = try await found("phan hai").first { $0["ref"].string != old }
    #expect(other?["hamlet"] == "tổ 5", "\(String(describing: other))")
  }

  /// A row was added above hers, and her day was mistyped: her line in the errors file is another one.
  @Test func `a new row that has moved down is still hers when it comes corrected`() async throws {
    let header = "name,birth_year,sex,unit,hamlet,phone,registered_on,person\n"
    let hoa = "Lê Hoa,1970,f,Phú Xuân,,0905000001,"
    _ = try await imported("\(hoa)2026-02-03,new", under: header)
    let again = try await imported(
      "Phan Mới,1950,f,Phú Xuân,,,,new", "\(hoa)2026-13-40,new", as: "2.csv", under: header)
    #expect(again.code == 1)
    let corrected = try lantoa.scratch.read("2.csv.errors.csv")
      .replacing("2026-13-40", with: "2026-02-04")
    try lantoa.scratch.write(corrected, to: "3.csv")
    let mended = try await lantoa.run(["learner", "import", "3.csv", "--source", "S"])

    #expect(mended.code == 0, "\(mended)")
    #expect(try await found("le hoa").count == 1)
  }

  /// In another month, on the same line, somebody of the same name: she was shown both, and is neither.
  @Test func `whoever is called new is none of those who were asked about`() async throws {
    for (month, count) in [(1, 2), (2, 3)] {
      let rows =
        month == 1
        ? [Self.mai + ",", Self.mai + ","] : ["Phan Hai,1950,m,Phú Xuân,,", Self.mai + ","]
      try lantoa.scratch.write(
        Self.people + rows.joined(separator: "\n") + "\n", to: "thang\(month).csv")
      _ = try await lantoa.run(["learner", "import", "thang\(month).csv", "--source", "S"])
      let corrected = try lantoa.scratch.read("thang\(month).csv.errors.csv")
        .replacing("Phú Xuân,,,", with: "Phú Xuân,,new,")
      for (number, end) in ["", "\n"].enumerated() {
        try lantoa.scratch.write(corrected + end, to: "sua\(month)\(number).csv")
        let mended = try await lantoa.run([
          "learner", "import", "sua\(month)\(number).csv", "--source", "S",
        ])
        #expect(mended.code == 0, "\(mended)")
        #expect(try await found().count == count)
      }
    }
  }

  @Test func `a key is nobody's for another name without the year`() async throws {
    let header = "external_id,name,birth_year,sex,unit\n"
    _ = try await imported("K1,Nguyễn Văn An,1960,m,Phú Xuân", under: header)
    let again = try await imported("K1,Lê Hoàng,,m,Phú Xuân", as: "2.csv", under: header)
    #expect(again.code == 1 && again.stderr.contains("K1"), "\(again)")
    #expect(try await found("le hoang").isEmpty)
  }

  @Test func `people whom a list without years calls otherwise are named`() async throws {
    let header = "external_id,name,unit\n"
    _ = try await imported("1,Nguyễn Văn An,Phú Xuân", under: header)
    let again = try await imported("1,Phạm Mới,Phú Xuân", as: "2.csv", under: header)
    #expect(again.code == 0, "\(again)")
    #expect(
      mentions(again.stderr, ["line 2", "Nguyễn Văn An → Phạm Mới", "--source"]), "\(again)")
  }

  @Test func `an empty result, score or form changes nothing`() async throws {
    let header = Self.sessions.replacing("\n", with: ",form\n")
    _ = try await imported(
      Self.seat("Phú Xuân,,passed,80,home"), as: "v1.csv", under: header)
    let before = try await lantoa.json("session", "list")
    let emptied = try await imported(Self.seat("Phú Xuân,,,,"), as: "v2.csv", under: header)

    #expect(emptied.code == 0, "\(emptied)")
    #expect(try await lantoa.json("session", "list") == before)
    let lower = try await imported(Self.seat("Phú Xuân,,completed,,"), as: "v3.csv", under: header)
    #expect(lower.code == 0, "\(lower)")
    let mark = try await lantoa.json("session", "list").elements[0]["marks"].elements[0]
    #expect(mark["result"] == "completed" && mark["score"] == 80)
  }

  @Test func `a session whose day the list changes is named with both days`() async throws {
    _ = try await imported(Self.seat("Phú Xuân,,attended,"), as: "1.csv", under: Self.sessions)
    let next = Self.seat("Phú Xuân,,attended,").replacing("2026-10-05", with: "2026-11-05")
    let other = try await imported(next, as: "2.csv", under: Self.sessions)
    #expect(
      other.code == 0 && mentions(other.stderr, ["line 2", "2026-10-05 → 2026-11-05", "--source"]),
      "\(other)")
  }

  @Test func `a move that a list puts off is told, not passed over`() async throws {
    let header = "external_id,registered_on,name,birth_year,sex,unit,moved_on\n"
    _ = try await imported("K1,2026-01-05,Lê Thị Sen,1960,f,Phú Xuân,", as: "1.csv", under: header)
    _ = try await imported(
      "K1,2026-01-05,Lê Thị Sen,1960,f,A Lưới 1,2026-04-01", as: "2.csv", under: header)
    let late = try await imported(
      "K1,2026-01-05,Lê Thị Sen,1960,f,A Lưới 1,2026-06-01", as: "3.csv", under: header)
    #expect(mentions(late.stderr, ["line 2", "2026-04-01", "2026-06-01"]), "\(late)")
    let early = try await imported(
      "K1,2026-01-05,Lê Thị Sen,1960,f,A Lưới 1,2026-02-01", as: "4.csv", under: header)
    #expect(early.code == 0)
    let homes = try await lantoa.json(
      "learner", "show", try await found("le thi sen")[0]["ref"].string ?? "")
    #expect(homes["homes"].elements.contains { $0["from"] == "2026-02-01" }, "\(homes)")
  }

  @Test func `one team, course and lesson, however rows write them`() async throws {
    let header = "session,date,course,team,name,birth_year,sex,lesson\n"
    let row = { (team: String, name: String, lesson: String) in
      "B1,2026-10-05,safe-online,\(team),\(name),1958,f,\(lesson)"
    }
    let outcome = try await imported(
      row("Phú Xuân/Tổ CNSCĐ Phú Xuân 1", "Lê Thị Một", "1"),
      row("tổ cnscđ phú xuân 1", "Lê Thị Hai", "1"),
      row("19753/Tổ CNSCĐ Phú Xuân 1", "Lê Thị Ba", "1"), as: "t.csv", under: header)
    #expect(outcome.code == 0, "\(outcome)")
    let other = try await imported(
      row("Tổ CNSCĐ Phú Xuân 1", "Lê Thị Một", "1"), row("Tổ CNSCĐ Phú Xuân 1", "Lê Thị Tư", "2"),
      as: "u.csv", under: header)
    #expect(other.code == 1 && mentions(other.stderr, ["line 3", "lesson", "line 2"]), "\(other)")
  }

  // MARK: Undo, redo, and files

  @Test func `after an undo the longer edition of the list comes in again`() async throws {
    _ = try await imported(Self.mai + ",new", as: "1.csv")
    _ = try await imported(Self.mai + ",new", "", as: "2.csv")
    try await lantoa.must("import", "undo", "1")
    #expect(try await found().isEmpty)
    let again = try await lantoa.json("learner", "import", "2.csv", "--source", "S")
    #expect(again["created"] == 1)
    #expect(try await found().count == 1)
  }

  @Test func `what has come in again without a key is not had back beside it`() async throws {
    _ = try await imported(Self.mai + ",", as: "1.csv")
    try await lantoa.must("import", "undo", "1")
    _ = try await imported(Self.mai + ",", "", as: "2.csv")
    let redo = try await lantoa.run(["import", "redo", "1"])
    #expect(redo.code == 1 && redo.stderr.contains("import undo 2"), "\(redo)")
    #expect(try await found().count == 1)
  }

  @Test func `two editions that were both taken back are not both had back`() async throws {
    let header = "external_id,name,birth_year,sex,unit\n"
    let rows = ["K1,Lê Thị Một,1960,f,Phú Xuân", ",Lê Thị Hai,1961,f,Phú Xuân"]
    _ = try await imported(rows[0], rows[1], as: "1.csv", under: header)
    try await lantoa.must("import", "undo", "1")
    _ = try await imported(
      rows[0], rows[1], "K3,Lê Thị Ba,1962,f,Phú Xuân", as: "2.csv", under: header)
    try await lantoa.must("import", "undo", "2")
    try await lantoa.must("import", "redo", "1")
    let redo = try await lantoa.run(["import", "redo", "2"])
    #expect(redo.code == 1 && redo.stderr.contains("import undo 1"), "\(redo)")
    #expect(try await found("le thi").count == 2)
  }

  @Test func `a list in another order gives nobody another's telephone or hamlet`() async throws {
    let header = "name,birth_year,sex,unit,phone,hamlet,person\n"
    for (place, rows) in [
      ["Lê Văn Một,1960,m,Phú Xuân,,,new", "Lê Văn Một,1960,m,Phú Xuân,0905000001,,new"],
      ["Lê Văn Hai,1960,m,Phú Xuân,,,new", "Lê Văn Hai,1960,m,Phú Xuân,,tổ 9,new"],
    ].enumerated() {
      _ = try await imported(rows[0], rows[1], as: "\(place)a.csv", under: header)
      let before = try await lantoa.run(["learner", "export"]).stdout
      let sorted = try await imported(rows[1], rows[0], as: "\(place)b.csv", under: header)
      #expect(sorted.code == 0, "\(sorted)")
      #expect(try await lantoa.run(["learner", "export"]).stdout == before)
    }
  }

  @Test func `a row without a word is not about whom a row called new`() async throws {
    try await lantoa.must(
      "learner", "register", "--name", "Nguyễn Thị Mới", "--birth-year", "1958", "--sex", "f",
      "--unit",
      "Phú Xuân", "--consent", "paper")
    let people = Self.sessions.replacing("\n", with: ",person\n")
    let (plain, new) = (Self.seat("Phú Xuân,,attended,,"), Self.seat("Phú Xuân,,attended,,new"))
    let first = try await imported(plain, new, as: "1.csv", under: people)
    #expect(first.code == 1 && first.stderr.contains("line 2"), "\(first)")
    let grown = try await imported(plain, new, "", as: "2.csv", under: people)
    #expect(grown.code == 1 && grown.stderr.contains("line 2"), "\(grown)")
    #expect(try await found().count == 2)
    #expect(try await results() == ["attended"])
  }

  @Test func `what all or nothing has refused is not told as an import`() async throws {
    try lantoa.scratch.write(
      Self.people + Self.mai + ",\nLê Thị Hỏng,abc,f,Phú Xuân,,\n", to: "p.csv")
    let outcome = try await lantoa.run([
      "learner", "import", "p.csv", "--all-or-nothing", "--format", "json", "-q",
    ])
    let made = try #require(ParsedJSON(outcome.stdout))
    #expect(made["number"] == .null && made["created"] == 0 && made["rejected"] == 1)
    #expect(outcome.stderr.contains("nothing was recorded"), "\(outcome)")
  }

  @Test func `a list of sessions that brought nothing new is known by its bytes`() async throws {
    let seat = Self.seat("Phú Xuân,,passed,80")
    _ = try await imported(seat, as: "1.csv", under: Self.sessions)
    _ = try await imported(seat, "", as: "2.csv", under: Self.sessions)
    let again = try await imported(seat, "", as: "2.csv", under: Self.sessions)
    #expect(again.code == 0 && again.stderr.contains("import 2"), "\(again)")
    #expect(try await lantoa.json("import", "list").elements.count == 2)
  }

  @Test func `the result is written over neither the list nor its rejected rows`() async throws {
    let bad = "Lê Thị Hỏng,abc,f,Phú Xuân,,"
    try lantoa.scratch.write(Self.people + Self.mai + ",\n\(bad)\n", to: "p.csv")
    let events = try await lantoa.journalLength()
    try FileManager.default.linkItem(
      atPath: lantoa.scratch.path("p.csv"), toPath: lantoa.scratch.path("same.csv"))
    for file in ["p.csv", "./p.csv", "same.csv", "p.csv.errors.csv", "p.csv.errors.2.csv"] {
      let outcome = try await lantoa.run(["learner", "import", "p.csv", "--output", file])
      #expect(outcome.code == 64 && mentions(outcome.stderr, ["--output", file]), "\(outcome)")
    }
    #expect(try await lantoa.journalLength() == events)
    _ = try await lantoa.run(["learner", "import", "p.csv"])
    let known = try await lantoa.run(["learner", "import", "p.csv", "--output", "p.csv"])
    #expect(known.code == 64)
    #expect(try lantoa.scratch.read("p.csv").contains(bad))
    #expect(try lantoa.scratch.read("p.csv.errors.csv").contains("Lê Thị Hỏng"))
  }

  @Test func `everybody of a large session is known again`() async throws {
    let rows = (1...1500).map {
      "B1,2026-10-05,safe-online,Tổ CNSCĐ Phú Xuân 1,Người Thứ \($0),1958,f,Phú Xuân,,passed,80\n"
    }.joined()
    try lantoa.scratch.write(Self.sessions + rows, to: "1.csv")
    try lantoa.scratch.write(Self.sessions + rows + "\n", to: "2.csv")
    let first = try await lantoa.json("session", "import", "1.csv", "--source", "S")
    #expect(first["created"] == 1)
    let again = try await lantoa.json("session", "import", "2.csv", "--source", "S")
    #expect(again["unchanged"] == 1 && again["rejected"] == 0)
  }
}

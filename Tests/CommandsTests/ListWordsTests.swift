import Foundation
import TestSupport
import Testing

/// What is said of a list that is taken in: in the words of whoever brought it.
@Suite struct ListWordsTests {
  private func bench() async throws -> Bench {
    let bench = try Bench.founded(language: "vi")
    for (unit, name) in [("101", "Tổ Sông"), ("102", "Tổ Núi")] {
      let team = await bench.run(
        "team", "form", "--unit", unit, "--name", name, "--since", "2026-01-01")
      try #require(team.code == 0, "\(team)")
    }
    return bench
  }

  private func take(_ noun: String, _ text: String, in bench: Bench) async throws -> Bench.Outcome {
    try bench.scratch.write(text, to: "list.csv")
    return await bench.run(noun, "import", "list.csv", "--source", "sổ 2026")
  }

  private func reference(_ noun: [String], in bench: Bench) async throws -> String {
    let found = await bench.run(noun + ["--format", "json"])
    return try #require(ParsedJSON(found.stdout)?.elements.first?["ref"].string)
  }

  /// What no remark may show: an id, or a code of the journal.
  private func codes(in text: String) -> [String] {
    let ids = text.matches(of: /[0-9a-f]{8}-[0-9a-f]{4}-/).map { String($0.output) }
    let words = text.split { !$0.isLetter && $0 != "_" }.map(String.init)
    return ids
      + words.filter {
        ["birthYear", "registeredOn", "paper", "spoken", "declared", "imported", "outside", "home"]
          .contains($0)
      }
  }

  @Test func `what is kept against a list of people is told in words, units by name`() async throws
  {
    let bench = try await bench()
    let header = "họ tên,năm sinh,giới tính,xã phường,đồng ý,ngày đăng ký,mã\n"
    _ = try await take(
      "learner", header + "Hồ Thị Lê,1961,nữ,101,giấy,2026-11-01,A1\n", in: bench)
    let person = try await reference(["learner", "find", "le"], in: bench)
    let corrected = await bench.run(
      "learner", "change", person, "--unit", "102", "--consent", "miệng", "--birth-year", "1962",
      "--registered-on", "2026-11-02")
    try #require(corrected.code == 0, "\(corrected)")

    let again = try await take(
      "learner", header + "Hồ Thị Lê,1963,nữ,outside,điện tử,2026-11-03,A1\n", in: bench)

    for line in [
      "năm sinh: sổ giữ “1962”, danh sách ghi “1963”",
      "nơi ở: sổ giữ “Phường Núi”, danh sách ghi “ngoài thành phố”",
      "đồng ý: sổ giữ “lời nói”, danh sách ghi “điện tử”",
      "ngày ghi sổ: sổ giữ “02/11/2026”, danh sách ghi “03/11/2026”",
    ] { #expect(again.stderr.contains(line), "\(again.stderr)") }
    #expect(codes(in: again.stderr) == [])
  }

  @Test func `what is kept against a list of sessions is told in words, teams by name`()
    async throws
  {
    let bench = try await bench()
    func list(_ team: String, _ form: String, _ result: String, _ minutes: String) -> String {
      "buổi,ngày,khóa,tổ,phút,hình thức,họ tên,năm sinh,giới tính,xã phường,kết quả\n"
        + "B1,2026-11-01,zalo,\(team),\(minutes),\(form),Hồ Thị Lê,1961,nữ,101,\(result)\n"
    }
    _ = try await take("session", list("Tổ Sông", "lớp", "có mặt", "60"), in: bench)
    let session = try await reference(["session", "list"], in: bench)
    let person = try await reference(["learner", "find", "le"], in: bench)
    for correction in [
      ["change", session, "--team", "Tổ Núi", "--form", "home"],
      ["mark", session, person, "--result", "passed", "--score", "85"],
    ] {
      let outcome = await bench.run(["session"] + correction)
      try #require(outcome.code == 0, "\(outcome)")
    }

    let again = try await take(
      "session", list("Tổ Sông", "tại bàn", "hoàn thành", "60"), in: bench)

    for line in [
      "tổ: sổ giữ “Tổ Núi”, danh sách ghi “Tổ Sông”",
      "hình thức: sổ giữ “tại nhà”, danh sách ghi “tại bàn”",
      "kết quả: sổ giữ “đạt (kiểm tra, 85 điểm)”, danh sách ghi “hoàn thành (nhập vào)”",
    ] { #expect(again.stderr.contains(line), "\(again.stderr)") }
    #expect(codes(in: again.stderr) == [])
  }

  @Test func `of thousands of rows that cannot be the first fifty are told`() async throws {
    let bench = try await bench()
    func log(_ rows: Int) async throws -> Bench.Outcome {
      try bench.scratch.write(
        "name,birth_year,sex,unit\n"
          + (1...rows).map { "Hồ Thị \($0),1961,z,101\n" }.joined(), to: "list.csv")
      return await bench.run(
        "session", "log", "--team", "Tổ Sông", "--course", "zalo", "--attendees", "list.csv",
        language: "en")
    }
    let many = try await log(3000)
    #expect(many.code == 1)
    #expect(many.stderr.components(separatedBy: "list.csv: line ").count == 51)
    #expect(many.stderr.contains("line 51: sex") && !many.stderr.contains("line 52:"))
    #expect(many.stderr.contains("… and 2,950 more problems."), "\(many.stderr.suffix(300))")
    #expect(many.stderr.contains("Correct the file"))
    #expect(try await log(51).stderr.contains("… and 1 more problem."))
    #expect(try await !log(50).stderr.contains("more problem"))
  }

  @Test func `a list without its columns shows those that such lists have`() async throws {
    let bench = try await bench()
    try bench.scratch.write("họ tên\nHồ Thị Lê\n", to: "list.csv")
    let sessions = ["session", "import", "list.csv", "--source", "sổ"]
    let vi = await bench.run(sessions)
    #expect(
      vi.stderr.contains("session, date, course, team, name, birth_year, sex, unit (hoặc mã buổi"),
      "\(vi)")
    let en = await bench.run(sessions, language: "en")
    #expect(en.stderr.contains("the columns session, date, team are missing."), "\(en)")
    #expect(en.stderr.contains("such as session, date, course, team, name"), "\(en)")
    try bench.scratch.write("năm sinh\n1961\n", to: "list.csv")
    let people = await bench.run("learner", "import", "list.csv", language: "en")
    #expect(people.stderr.contains("the column name is missing."), "\(people)")
    #expect(people.stderr.contains("such as name, birth_year, sex, unit;"), "\(people)")
  }

  @Test(arguments: [
    ["learner", "import", "list.xlsx"],
    ["session", "import", "list.xlsx", "--source", "sổ"],
    ["session", "log", "--team", "Tổ Sông", "--course", "zalo", "--attendees", "list.xlsx"],
  ])
  func `a workbook is called by its name`(arguments: [String]) async throws {
    let bench = try await bench()
    try bench.scratch.write("PK\u{3}\u{4}\u{14}\0\u{6}\0", to: "list.xlsx")
    let outcome = await bench.run(arguments)
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("list.xlsx: đây là sổ tính (.xlsx"), "\(outcome)")
    #expect(outcome.stderr.contains("CSV UTF-8"), "\(outcome)")
  }

  @Test func `a row's error names the column as the header spells it`() async throws {
    let bench = try await bench()
    let people = try await take(
      "learner", "Họ và Tên;Năm Sinh;Giới;Ngày chuyển\nHồ Thị Lê;abc;z;2026-01-01\n", in: bench)
    #expect(people.stderr.contains("dòng 2: Năm Sinh “abc”"), "\(people.stderr)")
    #expect(people.stderr.contains("Giới “z”"))
    #expect(people.stderr.contains("xã phường “”"), "a column that the list has not")
    #expect(try bench.scratch.read("list.csv.errors.csv").contains("dòng 2: Năm Sinh “abc”"))
    #expect(people.stderr.components(separatedBy: "dòng 2").count == 2, "the line is said once")
    #expect(people.stderr.contains("dòng này ghi ngày chuyển: hãy ghi xã, phường nơi chuyển đến"))
    #expect(!people.stderr.contains("import undo"), "no row was taken: \(people.stderr)")

    let sessions = try await take(
      "session",
      """
      Mã buổi,Ngày,Khóa,Tổ,Số phút,Họ tên,Năm sinh,Giới,Xã phường
      B1,2026-11-01,zalo,Tổ Sông,60,Hồ Thị Lê,1961,nữ,101
      B1,2026-11-02,zalo,Tổ Sông,60,Ngô Thị Ba,1962,nữ,101

      """, in: bench)
    #expect(sessions.stderr.contains("Ngày khác với dòng 2"), "\(sessions.stderr)")

    try bench.scratch.write(
      "Họ tên,Năm sinh,Giới tính,Xã phường,Điểm\nHồ Thị Lê,1961,nữ,101,200\n", to: "came.csv")
    let logged = await bench.run(
      "session", "log", "--team", "Tổ Sông", "--course", "zalo", "--attendees", "came.csv")
    #expect(logged.stderr.contains("dòng 2: Điểm “200”"), "\(logged.stderr)")
  }

  @Test func `a folder, a missing file and one without rows are refused in plain words`()
    async throws
  {
    let bench = try await bench()
    try bench.makeFolder("lists")
    try bench.scratch.write("họ tên,năm sinh\n\n", to: "header.csv")
    let cases = [
      ("lists", "đây là thư mục", "this is a folder"),
      ("none.csv", "không có tệp", "there is no such file"),
      ("header.csv", "chỉ có dòng tiêu đề", "only its header"),
    ]
    for (file, vi, en) in cases {
      for (language, words) in [("vi", vi), ("en", en)] {
        for noun in ["learner", "session"] where noun == "learner" || file != "header.csv" {
          let outcome = await bench.run([noun, "import", file], language: language)
          #expect(outcome.code == 1)
          #expect(outcome.stdout == "")
          #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
          #expect(!outcome.stderr.contains("NSCocoa") && !outcome.stderr.contains("No such"))
        }
      }
    }
    let imports = await bench.run("import", "list", "--format", "json")
    #expect(ParsedJSON(imports.stdout)?.elements.isEmpty == true)
  }

  @Test func `what the system refuses is told in Vietnamese too`() async throws {
    let bench = try await bench()
    for arguments in [
      ["unit", "list", "--output", "none/list.json"], ["backup", "none/copy.db"],
      ["init", "--db", "none/lantoa.db"],
    ] {
      let vi = await bench.run(arguments, language: "vi")
      #expect(vi.code == 1)
      #expect(vi.stderr.contains("không có tệp hoặc thư mục này"), "\(vi.stderr)")
      #expect(!vi.stderr.contains("No such file"))
    }
  }
}

import Courseware
import Testing

/// What was pasted is put right only where its neighbours leave no doubt what it was to be.
struct PastedLinesTests {
  @Test func `a row of dashes in the body of a table is content, and stays`() throws {
    for row in ["| — | — |", "|—|–|", "— | —", "– | –", "| – | 5 |", "– | 5", "• | •", "| - | – |"]
    {
      for dashes in ["|---|---|", "--- | ---"] {
        let table = "| a | b |\n\(dashes)\n| c | d |\n\(row)\n| e | f |\n"
        try expect(table, becomes: table)
      }
      try expect(
        "> | a | b |\n> |—|—|\n> \(row)\n", becomes: "> | a | b |\n> |---|---|\n> \(row)\n")
    }
    // Where the row of dashes was forgotten, one further down is not taken for it.
    let forgotten = "| a | b |\n| c | d |\n| — | — |\n"
    try expect(forgotten, becomes: forgotten)
  }

  @Test func `dashes below a step are its own, and no step is lost`() throws {
    try expect(
      "1. Chỉnh máy:\n– Nhìn góc trên\n – Bấm nút\n2. Pin cạn thì cắm sạc.\n",
      becomes: "1. Chỉnh máy:\n   - Nhìn góc trên\n   - Bấm nút\n2. Pin cạn thì cắm sạc.\n")
    try expect(
      "> 1. Một:\n> • Hai\n> 2. Ba\n", becomes: "> 1. Một:\n>    - Hai\n> 2. Ba\n")
    try expect("1. Một:\n   – Hai\n2. Ba\n", becomes: "1. Một:\n   - Hai\n2. Ba\n")
    try expect("- Một:\n– Hai\n– Ba\n- Bốn\n", becomes: "- Một:\n  - Hai\n  - Ba\n- Bốn\n")
  }

  @Test func `dashes below the feedback of a choice are no choices`() throws {
    let quiz = { (end: String) in
      "<!-- quiz id=strong-passwords-1 -->\nA?\n\n- [ ] Một\n  > Chưa đúng vì:\n\(end)"
        + "- [x] Hai\n  > Đúng. Vì thế.\n"
    }
    try expect(
      quiz("– Máy tắt.\n– Pin cạn.\n"), becomes: quiz("  > - Máy tắt.\n  > - Pin cạn.\n"))
    try expectLesson(body: quiz("  > - Máy tắt.\n"))
  }

  @Test(arguments: [
    "Mở cửa 7 giờ 30\n– 11 giờ 30.\n", "Từ 8\n– 10 giờ.\n",
    "Một câu dài\n– và thêm phần sau –\ncuối câu.\n", "· · ·\n", "– – –\n",
    "1. Mở cửa lúc 7 giờ 30\n– 11 giờ 30.\n2. Hai\n", "> Một câu dài\n– và thêm –\n> cuối câu.\n",
  ])
  func `a dash in the middle of a sentence is no item`(body: String) throws {
    try expect(body, becomes: body)
    let found = try LessonSample.library(Array((LessonSample.front + body).utf8)).diagnostics
    #expect(!found.contains { $0.rule == .pastedFromWord })
  }

  @Test func `dashes in a row, behind a colon, behind a heading and alone are items`() throws {
    try expect(
      "Chuẩn bị\n– Một\n– Hai\n\nMang theo:\n– Ba\n\n## Bốn\n– Năm\n\n– Sáu\ndài\n– Bảy\n",
      becomes:
        "Chuẩn bị\n- Một\n- Hai\n\nMang theo:\n- Ba\n\n## Bốn\n- Năm\n\n- Sáu\ndài\n- Bảy\n")
  }

  @Test func `a line that is blank to the eye inside a quotation stays inside it`() throws {
    try expect(
      "> [!INSTRUCTOR]\n> Một\n\u{A0}\n\u{A0} \n> Hai\n\u{A0}\n\nBa\n",
      becomes: "> [!INSTRUCTOR]\n> Một\n>\n>\n> Hai\n\n\nBa\n")
    try expect("> > Một\n\u{A0}\n> Hai\n", becomes: "> > Một\n>\n> Hai\n")
    try expect(
      "> [!INSTRUCTOR]\n> Một\n\u{A0}\n> [!NOTE]\n> Hai\n",
      becomes: "> [!INSTRUCTOR]\n> Một\n\n> [!NOTE]\n> Hai\n")
  }

  @Test(arguments: [
    "> [!INSTRUCTOR]\n> Một\n\u{A0}\n> Hai\n", "> [!INSTRUCTOR]\n> Một\n>\u{A0}\n> Hai\n",
    "> [!INSTRUCTOR]\n\u{A0}\n> Hai\n", "> [!INSTRUCTOR]\n> Một\n\u{A0}\n\nBa\n",
    "> [!INSTRUCTOR]\n> Một\n\u{A0}\n- Hai\n", "> [!INSTRUCTOR]\n> - Một\n\u{A0}\n> - Hai\n",
  ])
  func `a no-break space in a note for the team is an error neither before nor after`(body: String)
    throws
  {
    func errors(_ text: String) throws -> [String] {
      try LessonSample.library(Array(text.utf8)).diagnostics.filter { $0.severity == .error }
        .map(\.summary.en)
    }
    let after = try mended(LessonSample.front + body)
    #expect(!after.contains("\u{A0}"))
    #expect(try errors(LessonSample.front + body) == [])
    #expect(try errors(after) == [])
  }

  @Test(arguments: [
    ("\"Mật khẩu mạnh”", "\"Mật khẩu mạnh\""),
    ("\"Mật khẩu mạnh” # tên", "\"Mật khẩu mạnh\" # tên"),
    ("\"Mật khẩu mạnh“", "\"Mật khẩu mạnh\""),
  ])
  func `a value that a straight mark opens and a curly one closes is told, and mended`(
    value: String, meant: String
  ) throws {
    func front(_ value: String) -> String {
      LessonSample.front.replacing("\"Mật khẩu mạnh\"", with: value)
    }
    #expect(try mended(front(value) + "Dạ.\n") == front(meant) + "Dạ.\n")
    let found = try LessonSample.library(Array((front(value) + "Dạ.\n").utf8)).diagnostics
      .filter { $0.path.hasSuffix(LessonSample.path) && $0.line == 2 }
    #expect(found.map(\.rule) == [.yamlSyntax, .pastedFromWord])
    #expect(found.last?.fix.en.contains("lantoa site check --fix") == true)
    if value == "\"Mật khẩu mạnh”" {
      #expect(
        found.first?.summary.en
          == "the quotation mark opened here is straight, and the one that closes it is curly")
      #expect(found.map(\.column) == [8, 22])
    }
  }

  @Test func `such values in a list are mended each, and what goes on in the next line is not`()
    throws
  {
    func front(_ list: String) -> String {
      LessonSample.front.replacing("\"Đặt được một mật khẩu mạnh.\"", with: list)
    }
    #expect(
      try mended(front("\"Đặt được”, \"Giữ được”") + "Dạ.\n")
        == front("\"Đặt được”, \"Giữ được”") + "Dạ.\n",
      "nobody can tell which marks belong together")
    #expect(
      try mended(front("\"Đặt được”, “Giữ được”") + "Dạ.\n")
        == front("\"Đặt được\", \"Giữ được\"") + "Dạ.\n")
    let long = LessonSample.front.replacing(
      "\"Mật khẩu mạnh\"", with: "\"Mật khẩu ”\n  rồi mạnh\"")
    #expect(try mended(long + "Dạ.\n") == long + "Dạ.\n")
  }
}

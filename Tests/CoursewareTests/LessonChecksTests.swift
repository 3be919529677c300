import Courseware
import Domain
import Testing

struct LessonChecksTests {
  @Test func `a sound lesson has no findings`() throws {
    try expectLesson(
      body: """
        ## Các bước

        1. Mở máy.
        2. Xem [bài sau](02-otp-never-share.vi.md#ma-otp) và [mã OTP](glossary.vi.md#ma-otp).

        ![Một chiếc chìa khóa](images/key.svg)
        """)
  }

  @Test func `the five classic faults of one Vietnamese file are all found in one run`() throws {
    try expectLesson(
      Expected("1️⃣", .yamlSyntax), Expected("2️⃣", .linkMissing), Expected("3️⃣", .anchorMissing),
      Expected("4️⃣", .imageMissing), Expected("5️⃣", .imageAltMissing),
      whole: """
        ---
        title: "Mật khẩu" 1️⃣"mạnh"
        ---

        ## Vì sao

        Bà con xem [bài về cuộc gọi giả](2️⃣03-goi-gia.vi.md) trước đã.
        Từ khó ở đây: [mã OTP](3️⃣glossary.vi.md#ma-opt).

        - Ổ khóa: ![Một ổ khóa đã đóng](4️⃣images/o-khoa.svg)
        - Chìa khóa: 5️⃣![](images/key.svg)
        """)
  }

  @Test func `a missing file is told with the one that was meant`() throws {
    let library = try LessonSample.library(
      Array((LessonSample.front + "[a](02-goi-gia.vi.md)\n[b](glossary.vi.md#ma-opt)").utf8))
    #expect(
      library.diagnostics.filter { $0.severity == .error }.map(\.fix.en) == [
        "Did you mean '02-otp-never-share.vi.md'?", "Did you mean '#ma-otp'?",
      ])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x", "/etc/passwd", "../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/x",
  ])
  func `a link that may not be followed is an error and has no target`(destination: String) throws {
    try expectLesson(Expected("1️⃣", .linkUnsafe), body: "Xem [ở đây](1️⃣\(destination)) nhé.")
    let library = try LessonSample.library(Array(LessonSample.front.utf8))
    let lesson = try #require(library.lessons.first)
    #expect(library.target(of: destination, from: lesson) == nil)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<svg:script href='#x'/>", "<path onload=\"alert(1)\"/>",
    "<foreignObject/>", "<image href='https://evil.example/x.png'/>",
    "<use xlink:href=\"//evil.example/x#y\"/>", "<a href='javascript:alert(1)'>x</a>",
    "<style>@import url(x.css)</style>", "<rect fill='url(https://evil.example/x)'/>",
    "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
  ])
  func `a drawing that does more than draw is an error`(content: String) throws {
    try expectLesson(
      Expected("1️⃣", .imageActive), Expected("2️⃣", .imageActive),
      body: "![Một ngôi nhà](1️⃣images/nha.svg)\n\nXem [hình lớn](2️⃣images/nha.svg).",
      with: ["courses/safe-online/images/nha.svg": Array("<svg>\(content)</svg>".utf8)])
  }

  @Test func `a drawing with what drawings have is none`() throws {
    let drawing = """
      <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\
      <defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" fill="url(#b)"/>\
      <image href="data:image/png;base64,AA=="/><text>on = 1, scripted</text></svg>
      """
    try expectLesson(
      body: "![Một ngôi nhà](images/nha.svg)",
      with: ["courses/safe-online/images/nha.svg": Array(drawing.utf8)])
  }

  @Test func `a picture from elsewhere, a heavy one and a false one are told`() throws {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0A] + Array("Exif\0\0xx".utf8)
    try expectLesson(
      Expected("1️⃣", .linkUnsafe), Expected("2️⃣", .imageLocation), Expected("3️⃣", .imageTooHeavy),
      Expected("4️⃣", .imageNotImage),
      body: """
        ![Một ngôi nhà](1️⃣https://example.org/nha.png)
        ![Một ngôi nhà](2️⃣images/nha.jpg)
        ![Một ngôi nhà](3️⃣images/lon.svg)
        ![Một ngôi nhà](4️⃣images/gia.png)
        """,
      with: [
        "courses/safe-online/images/nha.jpg": jpeg,
        "courses/safe-online/images/lon.svg": Array(
          ("<svg>" + String(repeating: " ", count: 200_001)).utf8),
        "courses/safe-online/images/gia.png": Array("<html>".utf8),
      ])
  }

  @Test(
    arguments: [
      ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46], [0xFF, 0xD9]),
      (
        "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] as [UInt8],
        [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
      ),
    ] as [(String, [UInt8], [UInt8])])
  func `a picture that was not copied whole is told`(
    name: String, beginning: [UInt8], end: [UInt8]
  ) throws {
    let path = "courses/safe-online/images/\(name)"
    try expectLesson(
      Expected("1️⃣", .imageNotImage), body: "![Một ngôi nhà](1️⃣images/\(name))",
      with: [path: beginning])
    try expectLesson(body: "![Một ngôi nhà](images/\(name))", with: [path: beginning + end])
  }

  @Test func `a link to a photo with its camera's notes is told as the photo is`() throws {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0A] + Array("Exif\0\0xx".utf8)
    try expectLesson(
      Expected("1️⃣", .imageLocation), body: "Xem [ảnh lớn](1️⃣images/nha.jpg).",
      with: ["courses/safe-online/images/nha.jpg": jpeg])
  }

  @Test func `a choice without the space behind its hyphen is told where it stands`() throws {
    let library = try LessonSample.library(
      Array(
        (LessonSample.front
          + "<!-- quiz id=a-1 -->\nA?\n\n- [ ] Một\n  > Chưa đúng. Vì thế.\n-[x] Hai\n  > Đúng. Vì thế.\n")
          .utf8))
    let line = LessonSample.front.count { $0 == "\n" } + 6
    #expect(
      library.diagnostics.contains {
        $0.rule == .quizBox && $0.line == line && $0.column == 1
          && $0.path.hasSuffix(LessonSample.path)
      }, "\(library.diagnostics.map { "\($0.line):\($0.column) \($0.rule)" })")
  }

  @Test func `a picture that only decorates says so`() throws {
    try expectLesson(
      body: "![](images/key.svg \"trang trí\")\n![](images/key.svg \"decorative\")")
  }

  @Test func `the title is the only heading of level 1, and levels go down one at a time`() throws {
    try expectLesson(
      Expected("1️⃣", .headingH1), Expected("2️⃣", .headingSkips),
      body: "1️⃣# Mật khẩu\n\n### Vì sao\n\n## Các bước\n\n2️⃣#### Thêm")
  }

  @Test func `an unknown alert is told with the nearest, and Vietnamese words are known`() throws {
    try expectLesson(
      Expected("1️⃣", .unknownAlert),
      body: "> 1️⃣[!TPI]\n> Mẹo.\n\n> [!MẸO]\n> Mẹo.")
  }

  @Test(arguments: [
    "[!INSTRUCTOR Cho tổ", "[!INSTRUCTER] Cho tổ", "[!INSTRUCTOR: Cho tổ", "[! INSTRUCTOR Cho tổ",
    "[!GIẢNG VIÊN Cho tổ", "[!INSTRUCTOR Cho tổ]", "![INSTRUCTOR] Cho tổ", "[INSTRUCTOR] Cho tổ",
    "[!INSTRUCTOR](x) Cho tổ", "[!**INSTRUCTOR**] Cho tổ", "[!",
  ])
  func `an alert whose tag cannot be read is an error, and learners do not get it`(tag: String)
    throws
  {
    let body = "Mở máy.\n\n> \(tag)\n> Bác Ba hay quên mã.\n"
    let library = try LessonSample.library(Array((LessonSample.front + body).utf8))
    let found = library.diagnostics.filter { $0.rule == .unknownAlert }
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.line) == [10])
    if tag.contains("INSTRUCT") {
      #expect(found.allSatisfy { $0.fix.en.contains("[!INSTRUCTOR]") }, "\(found.map(\.fix.en))")
    }
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    #expect(lesson.learnerBlocks == [.paragraph([.text("Mở máy.")])])
    #expect("\(lesson.instructorAlerts)".contains("Bác Ba hay quên mã."))
  }

  @Test func `a quotation may begin with a bracket`() throws {
    try expectLesson(body: "> [mã OTP](glossary.vi.md#ma-otp) là dãy số.\n\n> [1] Báo Huế.")
  }

  @Test func `a note for the team below a choice is no feedback for learners`() throws {
    let lesson = try LessonSample.lesson(
      """
      <!-- quiz id=a-1 -->
      **Ai hỏi mã?**

      - [ ] Ngân hàng
        > Chưa đúng. Ngân hàng không hỏi.

        > [!INSTRUCTOR]
        > Bác Ba hay nhầm.
      - [x] Không ai
        > Đúng. Mã là của mình.
      """)
    #expect("\(lesson.blocks)".contains("Bác Ba hay nhầm."))
    #expect(!"\(lesson.learnerBlocks)".contains("Bác Ba hay nhầm."))
  }

  @Test func `HTML is dropped and told, comments are not`() throws {
    try expectLesson(
      Expected("1️⃣", .rawHTML), Expected("2️⃣", .rawHTML),
      body: "1️⃣<script>alert(1)</script>\n\n<!-- ghi chú -->\n\nChữ 2️⃣<b>đậm.")
  }

  @Test func `what a word processor, git or a broken disk leaves behind is told`() throws {
    try expectLesson(
      Expected("1️⃣", .pastedFromWord), Expected("2️⃣", .mergeMarker), Expected("3️⃣", .nulByte),
      Expected("4️⃣", .notNFC),
      body: "1️⃣• Mở máy\n\n2️⃣<<<<<<< HEAD\nx\n=======\n\nChữ 3️⃣\u{0}x\n\nChữ 4️⃣e\u{302}m")
  }

  @Test(arguments: [
    "1️⃣| Hình | Việc |\n| a | b |",
    "1️⃣| Hình | Việc |\n|___|___|\n| a | b |", "1️⃣| Hình | Việc |\n| a | b |\n|---|---|",
    "| Hình | Việc |\n\n1️⃣|---|---|\n| a | b |", "> [!NOTE]\n> 1️⃣| Hình | Việc |\n> | a | b |",
  ])
  func `rows with bars that make no table`(rows: String) throws {
    try expectLesson(Expected("1️⃣", .tableDashesMissing), body: rows)
  }

  @Test func `a row of long dashes makes no table`() throws {
    try expectLesson(
      Expected("1️⃣", .tableDashesMissing), Expected("2️⃣", .pastedFromWord),
      body: "1️⃣| Hình | Việc |\n|2️⃣—|—|\n| a | b |")
  }

  @Test(arguments: ["| một dòng |", "a | b\nc | d", "```\n| a |\n| b |\n```", "|a|\n|---|\n|b|"])
  func `what is no table, or one, has no finding`(text: String) throws {
    try expectLesson(body: text)
  }

  @Test func `rows and headers of a table agree`() throws {
    try expectLesson(
      Expected("1️⃣", .tableRagged), Expected("2️⃣", .tableHeaderMismatch),
      body: "| A | B |\n|---|---|\n1️⃣| một |\n\n2️⃣| A | B |\n|---|\n| một | hai |")
  }

  @Test(arguments: [
    ("3. Giữ", [Inline.text("3. Giữ")]), ("- x", [.text("- x")]), ("# x", [.text("# x")]),
    ("> y", [.text("> y")]), ("1) z", [.text("1) z")]), ("+ a", [.text("+ a")]),
    ("---", [.text("---")]), ("``` x", [.text("``` x")]), ("[a]: x", [.text("[a]: x")]),
    (". x", [.text(". x")]), ("**- x**", [.strong([.text("- x")])]),
    ("_x_ y", [.emphasis([.text("x")]), .text(" y")]), ("`# x`", [.code("# x")]),
    ("**“x”**", [.strong([.text("“x”")])]), ("&amp; x", [.text("& x")]),
    ("3. **x** `- y`", [.text("3. "), .strong([.text("x")]), .text(" "), .code("- y")]),
  ])
  func `a cell is running text, whatever it begins with`(cell: String, content: [Inline]) throws {
    let lesson = try LessonSample.lesson("| A | B |\n|---|---|\n| một | \(cell) |\n")
    guard case .table(let table) = lesson.blocks.first else {
      Issue.record("no table: \(lesson.blocks)")
      return
    }
    #expect(table.rows == [[[.text("một")], content]])
  }

  @Test func `a link in a cell is found where it stands`() throws {
    try expectLesson(
      Expected("1️⃣", .linkMissing), Expected("2️⃣", .imageAltMissing),
      body: """
        | Bước | Việc |
        |---|---|
        | 3. Giữ [mã](1️⃣khong-co.md) | - 2️⃣![](images/key.svg) |
        """)
  }

  @Test func `a sentence of 21 syllables is long, one of 20 is not, and the team may read longer`()
    throws
  {
    let twenty = Array(repeating: "ba", count: 19).joined(separator: " ") + " con"
    try expectLesson(
      Expected("1️⃣", .sentenceLong),
      body: "Dạ. \(twenty). 1️⃣Thưa \(twenty).\n\n> [!INSTRUCTOR]\n> Thưa \(twenty).")
  }

  @Test func `more than 7 steps and more than 130 syllables of steps are told`() throws {
    let steps = (1...8).map {
      "\($0). " + Array(repeating: "bước.", count: 17).joined(separator: " ")
    }
    try expectLesson(
      Expected("1️⃣", .handoutLong), Expected("1️⃣", .stepCount),
      body: "1️⃣" + steps.joined(separator: "\n"))
  }

  @Test func `front matter is a closed set of keys, and agrees with the course`() throws {
    try expectLesson(
      Expected("1️⃣", .courseDisagrees), Expected("2️⃣", .unknownKey),
      Expected("3️⃣", .unknownCompetence),
      whole: """
        ---
        title: "Mật khẩu mạnh"
        1️⃣minutes: 30
        objectives: ["Đặt được."]
        2️⃣keyword: [x]
        competences: ["digcomp:4.2", 3️⃣"digcomp:9.9"]
        verify: V0
        status: published
        ---

        """,
      with: [
        "content/data/frameworks/digcomp_tt02.csv": Array("code,x\n4.1,Thiết bị\n4.2,Bảo vệ\n".utf8)
      ])
    try expectLesson(Expected("1️⃣", .frontMatterMissing), whole: "1️⃣## Vì sao\n")
    try expectLesson(
      Expected("1️⃣", .frontMatterMissing),
      whole:
        "---\ntitle: \"Sạc pin\"\nobjectives:\n1️⃣  - \"Sạc được.\"\n\n## Vì sao\n\nMáy hết pin.\n")
  }

  @Test(arguments: ["title: 1️⃣\"Sạc pin", "title: 1️⃣'Sạc pin", "title: 1️⃣\"Sạc \\\" pin"])
  func `a quotation mark that is not closed is told where it was opened`(line: String) throws {
    let rest =
      "minutes: 25\nobjectives: [\"Sạc được.\", 'Rút được.']\nverify: V0\nstatus: draft\n---\n"
    try expectLesson(Expected("1️⃣", .yamlSyntax), whole: "---\n\(line)\n\(rest)")
    try expectLesson(
      Expected("1️⃣", .yamlSyntax), whole: "---\nminutes: 25\n\(line)\nverify: V0\n---\n")
  }

  @Test func `a text on two lines in quotation marks is no fault of a later line`() throws {
    try expectLesson(
      Expected("1️⃣", .yamlSyntax),
      whole: "---\ntitle: \"Sạc\n  pin\"\nminutes: 25 # \"x\nverify: V01️⃣: b\n---\n")
  }

  @Test(arguments: [
    "a: b: c", "a: [b", "a: {b", "a: \tb\n\tc: d", "a: @b", "a: %b", "a: \"\\y\"", "- a\nb: c",
    "a: - b", "a: \"b\" c", "a\nb: c", "!a!b: c", "a: |x", "a: \u{1}", "a: b\n c: d\n- e", "&: x",
  ])
  func `what is wrong with YAML is told in Vietnamese too`(yaml: String) throws {
    let library = try LessonSample.library(Array("---\n\(yaml)\n---\n".utf8))
    for finding in library.diagnostics where finding.rule == .yamlSyntax {
      for word in ["expected", "found", "not", "the", "allowed", "while", "character", "error"] {
        #expect(!finding.summary.vi.split { !$0.isLetter }.contains { $0 == word }, "\(finding)")
      }
    }
  }

  @Test func `a link says something to whoever hears it, and is read by nobody on its way`() throws
  {
    let library = try LessonSample.library(
      Array(
        (LessonSample.front + """
          [](https://example.org/a) [ ](02-otp-never-share.vi.md)
          [Xem](http://example.org/b) [Xem](HTTP://example.org/c)
          [Xem](https://example.org/d) [![Một chiếc chìa khóa](images/key.svg)](https://example.org)
          """).utf8))
    let found = library.diagnostics.map {
      "\($0.line):\($0.column) \($0.severity.rawValue) \($0.rule.rawValue)"
    }
    #expect(
      found == [
        "8:1 error link-text-missing", "8:27 error link-text-missing",
        "9:7 warning link-not-https", "9:35 warning link-not-https",
      ])
  }

  @Test func `a check on the spot is due where there was none for 6 months`() throws {
    let changing = LessonSample.other
    let path = "courses/safe-online/02-otp-never-share.vi.md"
    for (line, isDue) in [
      ("", true), ("last_verified: 2026-05-25\n", true), ("last_verified: 2026-05-26\n", false),
    ] {
      let text = changing.replacing("verify: V2\n", with: "verify: V2\n\(line)")
      let library = try LessonSample.library(
        Array(LessonSample.front.utf8), with: [path: Array(text.utf8)],
        today: CalendarDay("2026-11-26"))
      #expect(library.diagnostics.contains { $0.rule == .verifyDue } == isDue, "\(line)")
    }
  }

  @Test
  func `lessons without a place in their course, a number of their own or Vietnamese are told`()
    throws
  {
    let text = Array(LessonSample.other.utf8)
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8),
      with: [
        "courses/safe-online/01-extra.vi.md": text, "courses/safe-online/03-alone.en.md": text,
        "courses/safe-online/notes.md": text,
      ])
    let found = library.diagnostics.map {
      "\($0.path.split(separator: "/").last ?? "") \($0.rule.rawValue)"
    }
    #expect(
      found == [
        "01-extra.vi.md lesson-number-twice", "01-extra.vi.md lesson-unlisted",
        "01-strong-passwords.vi.md lesson-number-twice",
        "03-alone.en.md lesson-unlisted", "03-alone.en.md without-vietnamese",
        "notes.md lesson-unlisted",
      ])
  }

  @Test func `a translation that is missing or was made from another text waits for a person`()
    throws
  {
    let course = Array(Sample.course.text.utf8)
    let english = LessonSample.front.replacing("Mật khẩu mạnh", with: "Strong passwords")
      .replacing("status:", with: "source_rev: \"0\"\nstatus:")
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8),
      with: [
        "courses/safe-online/course.yaml": course,
        "courses/safe-online/01-strong-passwords.en.md": Array(english.utf8),
      ])
    #expect(library.diagnostics.map(\.rule) == [.translationStale, .translationMissing])
    #expect(!library.hasErrors)

    let now = try #require(library.lessons.first { $0.language == "vi" }).revision
    let fresh = english.replacing("\"0\"", with: "\"\(now)\"")
    let again = try LessonSample.library(
      Array(LessonSample.front.utf8),
      with: ["courses/safe-online/01-strong-passwords.en.md": Array(fresh.utf8)])
    #expect(again.diagnostics.isEmpty)
  }

  @Test func `a translation that names no original waits for a person, a page too`() throws {
    let english = "courses/safe-online/01-strong-passwords.en.md"
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8),
      with: [
        english: Array(
          LessonSample.front.replacing("Mật khẩu mạnh", with: "Strong passwords").utf8),
        "content/glossary.en.md": Array(LessonSample.page.utf8),
      ])
    #expect(library.diagnostics.map(\.rule) == [.translationUnmarked, .translationUnmarked])
    #expect(
      library.diagnostics.map(\.fix.en) == [
        "Compare it with the Vietnamese, then: lantoa site translated glossary --language en.",
        "Compare it with the Vietnamese, then: lantoa site translated safe-online/01 --language en.",
      ])
    #expect(library.repairs.isEmpty)
  }
}

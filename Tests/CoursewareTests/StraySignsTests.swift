import Courseware
import Testing

/// What a reader would see as brackets, stars and code that nobody meant.
struct StraySignsTests {
  private static let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)

  private func findings(_ body: String, with more: [String: [UInt8]] = [:]) throws -> [Diagnostic] {
    try LessonSample.library(Array((LessonSample.front + body).utf8), with: more).diagnostics
      .filter { $0.path.hasSuffix(LessonSample.path) }
  }

  @Test func `a link or picture that is none is an error where it begins`() throws {
    try expectLesson(
      Expected("1️⃣", .linkBroken), Expected("2️⃣", .linkBroken), Expected("3️⃣", .linkBroken),
      Expected("4️⃣", .linkBroken), Expected("5️⃣", .linkBroken),
      body: """
        Xem 1️⃣![pin](images/pin day.svg) và 2️⃣[bài sau](bai sau.vi.md).

        > - Rồi xem
        >   thêm 3️⃣[bài kia][sau] nhé.

        ## Còn 4️⃣[thiếu](02-x.vi.md

        | Việc | Nơi |
        |---|---|
        | mở | 5️⃣[**bài** kia](bai kia.vi.md) |
        """)
  }

  @Test func `curly marks around a title are straightened where the file is there`() throws {
    let body =
      "![Chìa khóa](images/key.svg “Chìa\u{A0}khóa”), ![“K”](images/key.svg \"K”) và\n"
      + "[bài sau](02-otp-never-share.vi.md „Mã”), ![a](images/khong-co.svg “A”).\n"
    try expect(
      body,
      becomes:
        "![Chìa khóa](images/key.svg \"Chìa khóa\"), ![“K”](images/key.svg \"K\") và\n"
        + "[bài sau](02-otp-never-share.vi.md \"Mã\"), ![a](images/khong-co.svg “A”).\n")
    let found = try findings(body).filter { $0.rule == .linkBroken }
    #expect(found.count == 4 && found.allSatisfy { $0.summary.en.hasPrefix("curly quotation") })
    #expect(
      found.map { $0.fix.en.contains("(images/key.svg \"words\")") } == [true, true, false, false])
    try expectLesson(body: "![Chìa khóa](images/key.svg \"Chìa khóa\")\n")
  }

  @Test func `its fix is what to write`() throws {
    let found = try findings(
      "![pin](images/pin day.svg)\n[a](b c.md \"d e\")\n[g](h.md rồi\n[i][k]\n[l [m](#mo) n](o.md)\n\n## Mở"
    )
    #expect(found.map(\.rule) == Array(repeating: .linkBroken, count: 5))
    let wanted = [
      "(<images/pin day.svg>)", "(<b c.md> \"d e\")", "Write )", "[words](file.en.md)",
      "no link inside another",
    ]
    for (finding, words) in zip(found, wanted) {
      #expect(finding.fix.en.contains(words), "\(finding.fix.en)")
    }
    #expect(found.first?.fix.vi.contains("(<images/pin day.svg>)") == true)
    #expect(found.first?.endColumn == 27)
  }

  @Test func `signs in code, with a backslash, in notes and in what is hidden are meant`() throws {
    try expectLesson(
      body: #"""
        Gõ `[a](b c)` hay `**`, hay \[a](b c), \*\*, &#91;a](b c).

        Hay [a\](b c).

        Mã là \*\*\*\*, hay ****, hay [[Hue-S]]. Nguồn [1][2], mục [3], (xem [4]).

            [a](b c) **

        ```
        [a](b c) **
        ```
        """#)
  }

  @Test func `behind what is escaped, signs are found where they stand`() throws {
    try expectLesson(
      Expected("1️⃣", .linkBroken), Expected("2️⃣", .boldUnclosed),
      body: #"\[x\] &amp; \[y\](z t) `[a](b c)` 1️⃣[a](b c) rồi \** &lt; 2️⃣**đậm"#)
  }

  @Test func `stars that make nothing bold are a warning`() throws {
    try expectLesson(
      Expected("1️⃣", .boldUnclosed), Expected("2️⃣", .boldUnclosed),
      body: "Nhớ **mật khẩu** và 1️⃣**mã.\n\nChữ 2️⃣** sai.")
    #expect(try findings("Chữ **đậm").map(\.severity) == [.warning])
  }

  @Test(arguments: ["```", "~~~~", "```` text"])
  func `code that never ends is an error at its fence`(fence: String) throws {
    try expectLesson(
      Expected("1️⃣", .codeUnclosed), body: "## Mở\n\n1️⃣\(fence)\nx\n\n``\n~~~\n\nChữ [a](b c)\n")
    try expectLesson(Expected("1️⃣", .codeUnclosed), body: "- a\n\n  1️⃣\(fence)\n  x\n\nChữ sau.\n")
  }

  @Test(arguments: [
    "```\nx\n```\n\nChữ.", "~~~~\n```\n~~~~~\n", "> ```\n> x\n> ```\n\nChữ.", "- ```\n  x\n  ```",
    "    ```\n\nChữ.", "1. a\n\n   ``` text\n   x\n   ```\n",
  ])
  func `code that ends is none`(body: String) throws {
    try expectLesson(body: body)
  }

  // MARK: Names of files

  @Test(arguments: [
    ("pin day.svg", "<images/pin day.svg>"), ("pin day.svg", "images/pin%20day.svg"),
    ("a (1).svg", "<images/a (1).svg>"), ("mật khẩu.svg", "<images/mật khẩu.svg>"),
    ("A\u{309}nh 1.svg", "<images/Ảnh 1.svg>"), ("Ảnh 1.svg", "<images/A\u{309}nh 1.svg>"),
  ])
  func `a picture has the name that its file has on the disk`(name: String, written: String) throws
  {
    let body = "![pin](\(written))\n\nXem [hình](\(written))."
    let files = [
      "courses/safe-online/images/\(name)": Self.drawing,
      "courses/safe-online/images/\(name.filter { $0 != " " })": Self.drawing,
    ]
    let library = try LessonSample.library(Array((LessonSample.front + body).utf8), with: files)
    let found = library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) }
    #expect(found.filter { $0.rule != .notNFC }.isEmpty, "\(found)")
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    let source = String(written.filter { !"<>".contains($0) })
    guard case .file(let file)? = library.target(of: source, from: lesson) else {
      Issue.record("no file")
      return
    }
    // Canonically equal is not enough for a disk.
    #expect(Array(file.utf8) == Array("courses/safe-online/images/\(name)".utf8))
  }

  @Test func `a picture is never another whose name lacks the blank`() throws {
    try expectLesson(
      Expected("1️⃣", .imageMissing), body: "![pin](<1️⃣images/pin day.svg>)",
      with: ["courses/safe-online/images/pinday.svg": Self.drawing])
  }

  @Test func `a blank hides no scheme, and is written out in an address of the web`() throws {
    for destination in ["java script:alert(1)", "javascript :alert(1)", "java\tscript:alert(1)"] {
      try expectLesson(Expected("1️⃣", .linkUnsafe), body: "Xem [ở đây](<1️⃣\(destination)>) nhé.")
    }
    let library = try LessonSample.library(Array(LessonSample.front.utf8))
    let lesson = try #require(library.lessons.first)
    #expect(
      library.target(of: "https://hue.example/a b", from: lesson)
        == .outside("https://hue.example/a%20b"))
  }
}

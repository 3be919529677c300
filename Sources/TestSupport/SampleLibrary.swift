package import Courseware
import Domain

/// A small library written by hand: every kind of block and question, a lesson that is not translated,
/// one that is not written, and a translation that is stale.
package enum SampleLibrary {
  package static let secret = "Chỉ tổ mới đọc dòng này"

  package static let library = Library(
    curriculum: Curriculum(files: [course("safe-online", order: 1), course("zalo", order: 2)]),
    lessons: [otp, otpInEnglish, passwords], pages: [glossary, glossaryInEnglish, privacy],
    diagnostics: [])

  /// The same after one lesson was corrected.
  package static let edited = Library(
    curriculum: library.curriculum,
    lessons: library.lessons.map { lesson in
      guard lesson.slug == otp.slug, lesson.language == "vi" else { return lesson }
      return Lesson(
        path: lesson.path, course: lesson.course, number: lesson.number, slug: lesson.slug,
        language: lesson.language, frontMatter: lesson.frontMatter,
        blocks: [paragraph(correction)] + lesson.blocks, revision: lesson.revision)
    }, pages: library.pages, diagnostics: [])
  package static let correction = "Đã sửa sau khi bà con cất khóa này."

  package static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" width="320" height="200">\
    <g fill="none" stroke="#1F1A24" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">\
    <rect x="112" y="20" width="96" height="160" rx="14" fill="#EFE6F7"/>\
    <path d="M146 34h28M150 166h20"/><rect x="126" y="60" width="68" height="40" rx="6"/>\
    <path d="M138 80h6M152 80h6M166 80h6M178 80h4M60 130q20-30 52-22M208 108q34-6 52 24"/></g></svg>
    """

  /// What a PNG of 1200 by 630 begins with.
  package static let card: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 4, 0xB0, 0, 0, 2, 0x76, 8, 2, 0, 0, 0] + [0, 0, 0, 0]
    + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

  package static func bytes(of file: String) -> [UInt8]? {
    if file.hasPrefix("content/images/card.") { return card }
    let isThere =
      file == "courses/safe-online/images/phone.svg"
      || file.hasPrefix("content/images/skill-s")
    return isThere ? Array(drawing.utf8) : nil
  }

  private static func course(_ slug: String, order: Int) -> SourceFile {
    let isSafe = slug == "safe-online"
    let title =
      isSafe ? #"{vi: "An toàn trên mạng", en: "Safe online"}"# : #"{vi: "Zalo", en: "Zalo"}"#
    return SourceFile(
      path: "courses/\(slug)/course.yaml",
      bytes: Array(
        """
        schema: 1
        id: \(slug)
        version: 1
        title: \(title)
        summary: {vi: "Giữ kín mật khẩu và mã OTP.", en: "Keep passwords and codes to yourself."}
        languages: [vi, en]
        license: CC-BY-4.0
        audience: {vi: "mọi người", en: "everyone"}
        level: basic
        order: \(order)
        lessons:
          - slug: strong-passwords
            title: {vi: "Mật khẩu mạnh, dễ nhớ", en: "Strong passwords"}
            minutes: 25
            competences: ["4.1"]
            household: [S4]
            verify: V0
          - slug: otp-never-share
            title: {vi: "Mã OTP: không đọc cho ai", en: "OTP codes: never read them out"}
            minutes: 20
            competences: ["4.2"]
            household: [S4]
            verify: V2
          - slug: spot-fake-calls
            title: {vi: "Nhận ra cuộc gọi giả mạo", en: "Spot fake calls"}
            minutes: 30
            competences: ["4.2"]
            household: [S4]
            verify: V2

        """.utf8))
  }
}

// MARK: - Lessons

extension SampleLibrary {
  private static let nowhere = SourcePlace(line: 1)

  private static func heading(_ text: String, _ id: String) -> Block {
    .heading(Heading(level: 2, id: id, content: [.text(text)], place: nowhere))
  }

  private static func paragraph(_ text: String) -> Block { .paragraph([.text(text)]) }

  private static func list(
    _ marker: ListBlock.Marker, _ items: [String], line: Int
  ) -> Block {
    .list(
      ListBlock(
        marker: marker, isTight: true, items: items.map { [paragraph($0)] },
        place: SourcePlace(line: line)))
  }

  private static func alert(
    _ kind: Alert.Kind, _ text: String, title: String? = nil, isFolded: Bool = false
  ) -> Block {
    .alert(
      Alert(
        kind: kind, title: title.map { [.text($0)] }, isFolded: isFolded,
        content: [paragraph(text)], place: nowhere))
  }

  private static func choice(_ text: String, _ feedback: String, isRight: Bool = false)
    -> Quiz.Choice
  {
    Quiz.Choice(
      isRight: isRight, content: [.text(text)], feedback: [paragraph(feedback)], place: nowhere)
  }

  private static func quiz(
    _ id: String, _ question: String, _ answer: Quiz.Answer, hints: [[Block]] = []
  ) -> Block {
    .quiz(
      Quiz(
        id: id, question: [.paragraph([.strong([.text(question)])])], answer: answer,
        hints: hints, keepsOrder: false, place: nowhere))
  }

  private static let otp = Lesson(
    path: "courses/safe-online/02-otp-never-share.vi.md", course: "safe-online", number: 2,
    slug: "otp-never-share", language: "vi",
    frontMatter: Lesson.FrontMatter(
      title: "Mã OTP: không đọc cho ai", minutes: 20, exercises: 10,
      objectives: ["Nói được vì sao không đọc mã OTP cho ai."],
      prerequisites: [Prerequisite("safe-online/01-strong-passwords"), Prerequisite("zalo")],
      competences: ["digcomp:4.2", "s5:S4"],
      keywords: ["OTP"], verification: .dated, lastVerified: CalendarDay("2026-11-12"),
      verifiedBy: "Trần Văn Minh", status: .published, aliases: ["safe-online/otp"]),
    blocks: [
      heading("Hôm nay bà con làm được gì", "hom-nay"),
      .paragraph([
        .text("Bà con biết "),
        .link(
          Link(
            destination: "glossary.vi.md#ma-otp", content: [.text("mã OTP")], place: nowhere)),
        .text(" là chìa khóa, và cách từ chối khi có người hỏi. Xem "),
        .link(
          Link(
            destination: "https://hue.gov.vn/?a=1&b=2", content: [.text("trang của thành phố")],
            place: nowhere)),
        .text("."),
      ]),
      heading("Vì sao", "vi-sao"),
      paragraph("Ai có mã OTP thì lấy được tiền trong tài khoản của bà con."),
      alert(.warning, "Ngân hàng, công an không bao giờ hỏi mã OTP qua điện thoại."),
      heading("Các bước", "cac-buoc"),
      list(
        .number(start: 1),
        [
          "Nghe ai hỏi mã OTP: dừng lại, không đọc số nào.",
          "Nói to: “Tôi không đọc mã cho ai.”",
          "Tắt máy. Bà con không cần xin lỗi.",
          "Gọi lại ngân hàng bằng số in sau thẻ.",
          "Kể cho người nhà và tổ công nghệ số nghe.",
        ], line: 20),
      .paragraph([
        .image(
          Image(
            source: "images/phone.svg", alternative: "Một chiếc điện thoại hiện ô sáu số",
            isDecorative: false, place: nowhere))
      ]),
      heading("Làm thử", "lam-thu"),
      .table(
        Table(
          caption: [.text("Ai hỏi, mình trả lời")], alignments: [.natural, .natural],
          header: [[.text("Người gọi nói")], [.text("Bà con trả lời")]],
          rows: [
            [[.text("“Tôi là nhân viên ngân hàng.”")], [.text("“Tôi sẽ gọi số in sau thẻ.”")]],
            [[.text("“Đọc mã nhanh kẻo mất tiền!”")], [.text("“Tôi không đọc mã cho ai.”")]],
          ], place: nowhere)),
      list(.checkbox, ["Đã nói thử một lần", "Đã biết số in sau thẻ"], line: 40),
      alert(.solution, "Tắt máy là đúng nhất.", title: "Lời giải của tổ", isFolded: true),
      heading("3 câu hỏi", "cau-hoi"),
      quiz(
        "otp-never-share-1", "Ai được quyền hỏi mã OTP của bà con?",
        .single([
          choice("Nhân viên ngân hàng", "Chưa đúng. Ngân hàng không bao giờ hỏi mã."),
          choice("Không ai cả", "Đúng. Mã chỉ để mình bấm vào máy.", isRight: true),
          choice("Công an phường", "Chưa đúng. Công an không hỏi mã qua điện thoại."),
        ]), hints: [[paragraph("Mã OTP giống chìa khóa nhà."), alert(.instructor, secret)]]),
      quiz(
        "otp-never-share-2", "Những việc nào nên làm?",
        .multiple([
          choice("Tắt máy", "Đúng. Không cần xin lỗi.", isRight: true),
          choice("Đọc nửa mã", "Chưa đúng. Nửa mã cũng là mất."),
          choice("Gọi số in sau thẻ", "Đúng. Đó là số thật.", isRight: true),
        ])),
      quiz(
        "otp-never-share-3", "Ứng dụng của thành phố tên là [[…]].",
        .text(accepted: ["Hue-S", "hues"])),
      heading("Nhớ một điều", "nho"),
      alert(.keypoints, "Mã OTP như chìa khóa nhà: không đưa cho ai."),
      alert(.instructor, "\(secret). Chia giờ: 5, 10, 5 phút."),
    ], revision: "b2")

  private static let otpInEnglish = Lesson(
    path: "courses/safe-online/02-otp-never-share.en.md", course: "safe-online", number: 2,
    slug: "otp-never-share", language: "en",
    frontMatter: Lesson.FrontMatter(
      title: "OTP codes: never read them out", minutes: 20,
      objectives: ["Say why an OTP code is read out to nobody."], competences: ["digcomp:4.2"],
      verification: .dated, status: .published, sourceRevision: "a1"),
    blocks: [
      heading("Why", "why"),
      .paragraph([
        .text("Whoever has the "),
        .link(
          Link(
            destination: "glossary.en.md#otp-code", content: [.text("OTP code")], place: nowhere)),
        .text(" can take your money."),
      ]),
      heading("Steps", "steps"),
      list(
        .number(start: 1),
        ["Stop. Read no number.", "Say: “I read codes to nobody.”", "Hang up.", "Call your bank."],
        line: 12),
      .paragraph([
        .image(
          Image(
            source: "images/phone.svg", alternative: "A phone that shows six digits",
            isDecorative: false, place: nowhere))
      ]),
      heading("3 questions", "questions"),
      quiz(
        "otp-never-share-1", "Who may ask for your OTP code?",
        .single([
          choice("Somebody from the bank", "Not quite. A bank never asks."),
          choice("Nobody", "Yes. You type it yourself.", isRight: true),
          choice("The ward police", "Not quite. The police never ask by phone."),
        ])),
      alert(.keypoints, "An OTP code is a house key: give it to nobody."),
    ], revision: "c3")

  private static let passwords = Lesson(
    path: "courses/safe-online/01-strong-passwords.vi.md", course: "safe-online", number: 1,
    slug: "strong-passwords", language: "vi",
    frontMatter: Lesson.FrontMatter(
      title: "Mật khẩu mạnh, dễ nhớ", minutes: 25, objectives: ["Đặt được một mật khẩu dài."],
      verification: .stable, status: .published),
    blocks: [
      heading("Các bước", "cac-buoc"),
      list(
        .number(start: 1), ["Chọn ba từ không liên quan.", "Viết liền thành một câu."], line: 8),
      .list(
        ListBlock(
          marker: .bullet, isTight: true,
          items: [
            [paragraph("Không dùng ngày sinh")],
            [paragraph("Không dùng lại"), alert(.instructor, secret)],
          ], place: nowhere)),
      quiz(
        "strong-passwords-1", "Xếp thứ tự các việc.",
        .order([[.text("Dừng lại")], [.text("Tắt máy")], [.text("Gọi ngân hàng")]])),
      quiz(
        "strong-passwords-2", "Nối mỗi thứ với việc của nó.",
        .match([
          Quiz.Pair(left: [.text("Mã OTP")], right: [.text("không đọc cho ai")]),
          Quiz.Pair(left: [.text("Số in sau thẻ")], right: [.text("gọi ngân hàng")]),
        ])),
      .quote([paragraph("Dài thì khó đoán.")]), .rule, .code("ba-tu-khac-nhau", language: ""),
    ], revision: "d4")
}

// MARK: - Pages

extension SampleLibrary {
  private static func page(
    _ name: String, _ language: String, _ title: String, _ summary: String, _ blocks: [Block]
  ) -> Page {
    Page(
      path: "content/\(name).\(language).md", name: name, language: language, title: title,
      summary: summary, blocks: blocks, revision: "e5")
  }

  private static let glossary = page(
    "glossary", "vi", "Từ ngữ", "Các từ hay gặp, bằng lời dễ hiểu.",
    [heading("Mã OTP", "ma-otp"), paragraph("Dãy số dùng một lần để xác nhận việc mình làm.")])
  private static let glossaryInEnglish = page(
    "glossary", "en", "Words", "Words you will meet, in plain language.",
    [heading("OTP code", "otp-code"), paragraph("Digits that are used once to confirm something.")])
  private static let privacy = page(
    "privacy", "vi", "Riêng tư", "Trang này giữ gì của bà con.",
    [
      paragraph("Mất điện thoại: trang này không giữ tên hay giấy tờ gì của bà con."),
      .quote([alert(.instructor, secret)]),
    ])
}

import Courseware
import Testing

struct QuizChecksTests {
  private static let sound = """
    <!-- quiz id=q-1 -->
    **Ai được hỏi mã?**

    - [ ] Nhân viên ngân hàng
      > Chưa đúng. Ngân hàng không hỏi mã.
    - [x] Không ai
      > Đúng. Mã là chìa khóa.

    """

  @Test func `a sound quiz is read with its feedback, hint and right answer`() throws {
    let lesson = try LessonSample.lesson(
      Self.sound + "\n> [!HINT]\n> Nghĩ về chìa khóa.\n\nSau câu hỏi.")
    let quiz = try #require(lesson.quizzes.first)
    #expect(quiz.id == "q-1")
    guard case .single(let choices) = quiz.answer else {
      Issue.record("\(quiz.answer)")
      return
    }
    #expect(choices.map(\.isRight) == [false, true])
    #expect(choices.map(\.content.plainText) == ["Nhân viên ngân hàng", "Không ai"])
    #expect(choices[1].feedback == [.paragraph([.text("Đúng. Mã là chìa khóa.")])])
    #expect(quiz.hints.count == 1)
    #expect(lesson.blocks.last == .paragraph([.text("Sau câu hỏi.")]))
  }

  @Test func `text, order, match and multiple are read`() throws {
    let lesson = try LessonSample.lesson(
      """
      <!-- quiz id=a type=text accept="hues, hue s" -->
      Ứng dụng của Huế là [[Hue-S]].

      <!-- quiz id=b type=order keep-order -->
      Sắp xếp.

      1. Mở
      2. Chọn
      <!-- /quiz -->

      <!-- quiz id=c type=match -->
      Nối.

      | Từ | Nghĩa |
      |---|---|
      | OTP | Mã |
      | QR | Hình |

      <!-- quiz id=d -->
      Chọn hết.

      - [x] một
      - [x] hai
      - [ ] ba
        > Chưa đúng. Ba là số lẻ.
      """)
    #expect(lesson.quizzes.map(\.id) == ["a", "b", "c", "d"])
    #expect(lesson.quizzes[0].answer == .text(accepted: ["Hue-S", "hues", "hue s"]))
    #expect(lesson.quizzes[1].answer == .order([[.text("Mở")], [.text("Chọn")]]))
    #expect(lesson.quizzes[1].keepsOrder)
    guard case .match(let pairs) = lesson.quizzes[2].answer else {
      Issue.record("\(lesson.quizzes[2].answer)")
      return
    }
    #expect(pairs.map(\.left.plainText) == ["OTP", "QR"])
    guard case .multiple(let choices) = lesson.quizzes[3].answer else {
      Issue.record("\(lesson.quizzes[3].answer)")
      return
    }
    #expect(choices.map(\.isRight) == [true, true, false])
  }

  @Test func `a list to tick without a right answer is a checklist`() throws {
    let lesson = try LessonSample.lesson("- [ ] Sạc pin\n- [ ] Khóa máy\n")
    guard case .list(let list) = lesson.blocks.first else {
      Issue.record("\(lesson.blocks)")
      return
    }
    #expect(list.marker == .checkbox)
    #expect(list.items[0] == [.paragraph([.text("Sạc pin")])])
  }

  @Test func `a question needs an id, a right answer and two choices`() throws {
    try expectLesson(
      Expected("1️⃣", .quizIDMissing), Expected("2️⃣", .quizNoAnswer), Expected("3️⃣", .quizOneOption),
      Expected("4️⃣", .quizIDMissing),
      body: """
        1️⃣<!-- quiz -->
        Hỏi?

        - [x] một
        - [ ] hai
          > Chưa đúng. Vì hai lớn hơn.

        2️⃣<!-- quiz id=b -->
        Hỏi?

        - [ ] một
          > Chưa đúng. Vì một nhỏ.
        - [ ] hai
          > Chưa đúng. Vì hai lớn.

        <!-- quiz id=c -->
        Hỏi?

        3️⃣- [x] một

        Một danh sách khác.

        4️⃣- [x] một
        - [ ] hai
        """)
  }

  @Test(arguments: [
    ("Mã có [[6]] số.", "6", [Inline.text("Mã có [[…]] số.")]),
    (
      "Tên là **[[Hue-S]]**, của Huế.", "Hue-S",
      [
        .text("Tên là "), .strong([.text("[[…]]")]), .text(", của Huế."),
      ]
    ),
  ])
  func `the answer of a text question is no part of what is asked`(
    text: String, answer: String, asked: [Inline]
  ) throws {
    let lesson = try LessonSample.lesson("<!-- quiz id=a-1 type=text -->\n\(text)")
    guard case .quiz(let quiz) = lesson.learnerBlocks.first else {
      Issue.record("no quiz: \(lesson.learnerBlocks)")
      return
    }
    #expect(quiz.question == [.paragraph(asked)])
    #expect(quiz.answer == .text(accepted: [answer]))
  }

  @Test func `a question is asked below its quiz line`() throws {
    try expectLesson(
      Expected("1️⃣", .quizQuestionMissing),
      body: "**Ai được hỏi mã?**\n\n1️⃣"
        + Self.sound.replacing("**Ai được hỏi mã?**\n", with: ""))
    try expectLesson(
      Expected("1️⃣", .quizQuestionMissing), body: "1️⃣<!-- quiz id=a type=text -->\n[[6]]\n")
    try expectLesson(body: "<!-- quiz id=a type=text -->\nMã có [[6]] số.\n")
  }

  @Test func `what only resembles a box, or is none, is told where it stands`() throws {
    try expectLesson(
      Expected("1️⃣", .quizBox), Expected("2️⃣", .quizBox), Expected("3️⃣", .quizBox),
      body: """
        <!-- quiz id=a -->
        Hỏi?

        - [ ] một
          > Chưa đúng. Vì một nhỏ.
        - 1️⃣[x ] hai
        - 2️⃣[] ba
          > Chưa đúng. Vì ba lớn.
        - 3️⃣tư
        """)
  }

  @Test func `a type holds the choices to their number`() throws {
    try expectLesson(
      Expected("1️⃣", .quizType), Expected("2️⃣", .quizType),
      body: """
        <!-- quiz id=a type=single -->
        Hỏi?

        - [x] một
        - 1️⃣[x] hai

        <!-- quiz id=b type=truefalse -->
        Hỏi?

        - [x] đúng
        - [ ] sai
          > Chưa đúng. Vì thế.
        - 2️⃣[ ] ba
          > Chưa đúng. Vì thế.
        """)
  }

  @Test func `an attribute that does not exist, or accepts nothing, is told`() throws {
    try expectLesson(
      Expected("1️⃣", .unknownKey), Expected("2️⃣", .emptyList),
      body: "<!-- quiz id=a 1️⃣foo=bar type=text 2️⃣accept=\"\" -->\nỨng dụng là [[Hue-S]].\n")
  }

  @Test func `two right sides of a match differ`() throws {
    try expectLesson(
      Expected("1️⃣", .quizPairTwice),
      body: """
        <!-- quiz id=a type=match -->
        Nối.

        | Từ | Nghĩa |
        |---|---|
        | OTP | Mã |
        | QR | Hình |
        | PIN | 1️⃣mã |
        """)
  }

  @Test(arguments: ["id = q-1", "id= q-1", "id =q-1", "id = \"q-1\""])
  func `spaces around the sign of an attribute mean nothing`(words: String) throws {
    let lesson = try LessonSample.lesson(Self.sound.replacing("id=q-1", with: words))
    #expect(lesson.quizzes.map(\.id) == ["q-1"])
    try expectLesson(body: Self.sound.replacing("id=q-1", with: words))
  }

  @Test func `feedback is there, says why, and is indented`() throws {
    try expectLesson(
      Expected("1️⃣", .quizFeedbackMissing), Expected("2️⃣", .quizBareNo),
      Expected("3️⃣", .quizFeedbackUnindented),
      body: """
        <!-- quiz id=a -->
        Hỏi?

        1️⃣- [ ] một
        2️⃣- [ ] hai
          > Sai.
        - [x] ba
        3️⃣> Đúng. Ba là đủ.
        """)
  }

  @Test func `a directive stands alone on its line`() throws {
    try expectLesson(
      Expected("1️⃣", .quizDirectiveNotAlone),
      body: "Câu hỏi: 1️⃣<!-- quiz id=a --> **Ai?**")
  }

  @Test func `an id stands once in a course`() throws {
    try expectLesson(
      Expected("1️⃣", .quizIDDuplicate),
      body: Self.sound + "\n" + Self.sound.replacing("id=q-1", with: "id=1️⃣q-1"))
    let library = try LessonSample.library(
      Array((LessonSample.front + Self.sound + "\n" + Self.sound).utf8))
    #expect(
      library.diagnostics.first { $0.rule == .quizIDDuplicate }?.summary.en
        == "the id 'q-1' is taken in 01-strong-passwords.vi.md")
  }

  @Test func `the right answer is not always the longest`() throws {
    let long = Self.sound.replacing("Không ai", with: "Không có một ai được phép hỏi")
    try expectLesson(
      Expected("1️⃣", .quizGiveaway), body: "1️⃣" + long + "\n" + long.replacing("q-1", with: "q-2"))
    try expectLesson(body: long + "\n" + Self.sound.replacing("q-1", with: "q-2"))
  }

  @Test func `a translation asks the same questions with the same right answers`() throws {
    let english =
      LessonSample.front
      + Self.sound.replacing("[ ]", with: "[o]")
      .replacing("[x]", with: "[ ]").replacing("[o]", with: "[x]")
      .replacing("> Đúng.", with: "> Đúng, vì")
    let library = try LessonSample.library(
      Array((LessonSample.front + Self.sound).utf8),
      with: ["courses/safe-online/01-strong-passwords.en.md": Array(english.utf8)])
    let errors = library.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.rule) == [.quizTranslation])
    #expect(errors.first?.line == 8)
  }
}

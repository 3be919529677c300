import Courseware
import Domain
import Testing

struct FrontMatterTests {
  private func front(_ lines: String) -> String {
    LessonSample.front.replacing("status:", with: "\(lines)\nstatus:")
  }

  @Test func `what is to be learnt first exists`() throws {
    try expectLesson(
      Expected("1️⃣", .unknownPrerequisite), Expected("2️⃣", .unknownPrerequisite),
      Expected("3️⃣", .unknownPrerequisite),
      whole: front(
        """
        prerequisites:
          - safe-online/otp-never-share
          - "safe-online/02-otp-never-share"
          - 1️⃣safe-online/02-otp-never-shar
          - 2️⃣zalo/01-x
          - 3️⃣safe-online/otp-never-share/1
        """))
    let library = try LessonSample.library(
      Array(front("prerequisites: [safe-online/otp-never-shar, safe-onlin]").utf8))
    #expect(
      library.diagnostics.map(\.fix.en) == [
        "Did you mean 'safe-online/otp-never-share'?", "Did you mean 'safe-online'?",
      ])
  }

  @Test func `everything that is wrong is told in one run`() throws {
    let lines = """
      prerequisites: [3️⃣safe-online/khong-co]
      last_verified: 4️⃣"hôm qua"
      publish_at: 5️⃣"mai"
      """
    try expectLesson(
      Expected("1️⃣", .minutesOutOfRange), Expected("2️⃣", .unknownValue),
      Expected("3️⃣", .unknownPrerequisite), Expected("4️⃣", .invalidDay),
      Expected("5️⃣", .invalidTime),
      whole: front(lines).replacing("minutes: 25", with: "minutes: 1️⃣0")
        .replacing("verify: V0", with: "verify: 2️⃣V9"))
  }

  @Test func `minutes of practice, what comes first and the moment are kept`() throws {
    let library = try LessonSample.library(
      Array(
        front(
          "exercises: 15\nprerequisites: [safe-online]\npublish_at: 2026-12-01T08:00:00+07:00"
        ).utf8))
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    #expect(lesson.frontMatter.exercises == 15)
    #expect(lesson.frontMatter.prerequisites.map(\.name) == ["safe-online"])
    #expect(
      library.target(of: Prerequisite("safe-online/02-otp-never-share"))?.slug == "otp-never-share")
    // date -d '2026-12-01 01:00 UTC' +%s
    #expect(lesson.frontMatter.publishAt?.milliseconds == 1_796_086_800_000)
  }

  @Test(arguments: [
    ("2026-12-01T08:00+07:00", 1_796_086_800_000), ("2026-12-01T01:00Z", 1_796_086_800_000),
    ("2026-12-01T01:00:30Z", 1_796_086_830_000), ("2026-11-30T20:30-0430", 1_796_086_800_000),
    ("2026-12-01T08:00+07", 1_796_086_800_000),
  ])
  func `a moment has a zone`(text: String, milliseconds: Int64) {
    #expect(PublicationTime(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "2026-12-01", "2026-12-01T08:00", "2026-12-01 08:00+07:00", "2026-13-01T08:00Z",
    "2026-12-01T24:00Z", "2026-12-01T08:60Z", "2026-12-01T8:00Z", "2026-12-01T08:00Zx",
    "2026-12-01T08:00+", "2026-12-01T08:00+7", "2026-12-01T08:00+15:00", "T", "",
    "2026-12-01T08Z", "2026-12-01T٠٨:00Z",
  ])
  func `anything else is no moment`(text: String) throws {
    #expect(PublicationTime(text) == nil)
    guard !text.isEmpty else { return }
    try expectLesson(
      Expected("1️⃣", .invalidTime), whole: front("publish_at: 1️⃣\"\(text)\""))
  }

  @Test func `a lesson of a later day waits in every language, and is a to-do`() throws {
    let english = "courses/safe-online/01-strong-passwords.en.md"
    let text = front("publish_at: 2026-12-01T08:00+07:00")
    let title = "Mật khẩu mạnh"
    func read(now: Int64?) throws -> Library {
      try LessonSample.library(
        Array(text.utf8),
        with: [english: Array(LessonSample.front.replacing(title, with: "Strong passwords").utf8)],
        now: now)
    }
    let before = try read(now: 1_796_086_799_999)
    let others = { (library: Library) in
      library.diagnostics.map(\.rule).filter { $0 != .translationUnmarked }
    }
    #expect(others(before) == [.publishLater])
    #expect(
      before.lessons.filter(before.isWaiting).map(\.slug) == [
        "strong-passwords", "strong-passwords",
      ])
    let after = try read(now: 1_796_086_800_000)
    #expect(others(after).isEmpty && !after.lessons.contains(where: after.isWaiting))
  }

  @Test func `what only Circular 02 has is no competence of DigComp`() throws {
    let codes = try #require(
      Competences.codes(in: [
        "digcomp_tt02.csv":
          "code,digcomp22_en,digcomp30_en,tt02_vi\n4.2,\"Protecting, data\",x,y\n6.1,,,z\n"
      ]))
    #expect(codes.contains("digcomp:4.2") && codes.contains("tt02:4.2"))
    #expect(!codes.contains("digcomp:6.1") && codes.contains("tt02:6.1"))
    let library = try LessonSample.library(
      Array(front("competences: [\"4.2\", \"digcomp:4.3\", \"tt2:4.2\", \"eds:SAF\"]").utf8),
      with: [
        "content/data/frameworks/digcomp_tt02.csv": Array("code,x\n4.1,Thiết bị\n4.2,Bảo vệ\n".utf8)
      ])
    #expect(
      library.diagnostics.filter { $0.rule == .unknownCompetence }.map(\.fix.en) == [
        "Did you mean 'digcomp:4.2'?", "Did you mean 'digcomp:4.1'?", "Did you mean 'tt02:4.2'?",
      ])
  }
}

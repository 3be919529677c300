import Courseware
import Testing

struct WithdrawnLessonTests {
  private static let english = "courses/safe-online/01-strong-passwords.en.md"
  private static let draft = front("status: draft")
  private static let later = front("publish_at: 2126-12-01T08:00+07:00\nstatus: published")

  private static func front(_ status: String) -> String {
    LessonSample.front.replacing("status: published", with: status)
  }

  /// `01-strong-passwords.vi.md:6 safe-online/strong-passwords`, of each lesson that was published in
  /// both languages and is withdrawn.
  private func withdrawn(
    _ first: String, english: String? = nil, other: String = LessonSample.other,
    former: String = "01-strong-passwords"
  ) throws -> [String] {
    var lessons = FormerLessons(folder: "courses", now: 1_795_000_000_000)
    for language in ["vi", "en"] {
      lessons.add("safe-online/\(former).\(language).md", status: .published)
    }
    var files = [
      LessonSample.path: Array(first.utf8),
      "courses/safe-online/02-otp-never-share.vi.md": Array(other.utf8),
    ]
    if let english { files[Self.english] = Array(english.utf8) }
    let library = try LessonSample.library(
      Array(first.utf8), with: files, now: 1_795_000_000_000)
    let check = AddressCheck(library, since: lessons) { path in
      files.first { path.hasSuffix($0.key) }?.value
    }
    return check.diagnostics.filter { $0.rule == .lessonWithdrawn }.map { finding in
      #expect(finding.severity == .warning)
      let name = finding.path.split(separator: "/").last ?? ""
      return "\(name):\(finding.line) \(finding.summary.en.split(separator: "'")[1])"
    }
  }

  @Test func `a lesson that is hidden in every language is told where it hides itself`() throws {
    let address = "safe-online/strong-passwords"
    #expect(try withdrawn(Self.draft) == ["01-strong-passwords.vi.md:6 \(address)"])
    #expect(
      try withdrawn(Self.draft, english: "\u{FEFF}" + Self.draft) == [
        "01-strong-passwords.en.md:6 \(address)", "01-strong-passwords.vi.md:6 \(address)",
      ])
    #expect(
      try withdrawn(Self.later, english: LessonSample.front) == [
        "01-strong-passwords.vi.md:6 \(address)"
      ], "it waits in English too")
  }

  @Test func `a lesson that takes the place of another and is hidden is told`() throws {
    let named = Self.front("aliases: [safe-online/old]\nstatus: draft")
    #expect(
      try withdrawn(named, former: "01-old") == ["01-strong-passwords.vi.md:7 safe-online/old"])
  }

  @Test func `what is still shown, or not known, is not withdrawn`() throws {
    #expect(try withdrawn(LessonSample.front).isEmpty)
    #expect(try withdrawn(Self.draft, english: LessonSample.front).isEmpty, "in English it is")
    #expect(
      try withdrawn(Self.front("publish_at: 2020-12-01T08:00+07:00\nstatus: review")).isEmpty)
    let heir = LessonSample.other.replacing(
      "status:", with: "aliases: [safe-online/strong-passwords]\nstatus:")
    #expect(try withdrawn(Self.draft, other: heir).isEmpty)
    let broken = LessonSample.other.replacing("minutes: 20", with: "minutes: [")
    #expect(try withdrawn(Self.draft, other: broken).isEmpty)
  }
}

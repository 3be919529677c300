import Courseware
import Foundation
import TestSupport
import Testing

@testable import Site

struct LaterLessonsTests {
  private static let moment = "2026-12-01T08:00+07:00"

  /// The sample with one lesson to be shown, in Vietnamese, from the moment on.
  private func site(now: Int64) throws -> BuiltSite {
    let sample = SampleLibrary.library
    let lessons = sample.lessons.map { lesson in
      let matter = lesson.frontMatter
      let isMeant = lesson.slug == "otp-never-share" && lesson.language == "vi"
      return Lesson(
        path: lesson.path, course: lesson.course, number: lesson.number, slug: lesson.slug,
        language: lesson.language,
        frontMatter: Lesson.FrontMatter(
          title: matter.title, minutes: matter.minutes, objectives: matter.objectives,
          verification: matter.verification, status: matter.status,
          publishAt: isMeant ? PublicationTime(Self.moment) : nil), blocks: lesson.blocks,
        revision: lesson.revision)
    }
    return try BuiltSite(
      Library(
        curriculum: sample.curriculum, lessons: lessons, pages: sample.pages, diagnostics: [],
        now: now))
  }

  @Test func `a lesson of a later moment is on no page in any language, and then it is`() throws {
    let before = try site(now: 1_796_086_799_999)
    #expect(before.files.keys.filter { $0.contains("otp-never-share") } == [])
    let after = try site(now: 1_796_086_800_000)
    for language in ["vi", "en"] {
      #expect(after.files["\(language)/safe-online/otp-never-share/index.html"] != nil)
    }
  }

  @Test func `what is better learnt first is linked, and practice is told beside the minutes`()
    throws
  {
    let page = try BuiltSite()["vi/safe-online/otp-never-share/index.html"]
    #expect(page.contains("20 phút, thêm 10 phút làm thử"))
    let part = try #require(page.components(separatedBy: "Nên học trước").last)
    #expect(part.contains("<a href=\"../strong-passwords/index.html\" lang=\"vi\">"))
    #expect(part.contains("<a href=\"../../zalo/index.html\" lang=\"vi\">Zalo</a>"))
  }
}

import Courseware
import Domain
import Foundation
import Testing

/// The courses of this repository.
struct CurriculumTests {
  private let curriculum: Curriculum
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    let frameworks = Self.repository.appending(path: "content/data/frameworks")
    let texts = try Competences.files.map { file in
      (file.name, try String(contentsOf: frameworks.appending(path: file.name), encoding: .utf8))
    }
    let codes = Competences.codes(in: Dictionary(uniqueKeysWithValues: texts))
    curriculum = try Curriculum.read(
      folder: Self.repository.appending(path: "courses").path, competences: codes)
  }

  @Test func `the curriculum has no findings`() {
    #expect(curriculum.diagnostics.map { $0.description("en") } == [])
  }

  @Test func `it is 8 courses of 42 lessons and 1,095 minutes, 5 of them core`() {
    #expect(curriculum.courses.map(\.order) == Array(1...8))
    #expect(curriculum.courses.reduce(0) { $0 + $1.lessons.count } == 42)
    #expect(curriculum.courses.flatMap(\.lessons).reduce(0) { $0 + $1.minutes } == 1095)
    #expect(curriculum.programme?.core.count == 5)
  }

  @Test func `lessons need a local check as often as the curriculum says`() {
    let lessons = curriculum.courses.flatMap(\.lessons)
    #expect(lessons.count { $0.verification == .stable } == 12)
    #expect(lessons.count { $0.verification == .eachTerm } == 22)
    #expect(lessons.count { $0.verification == .dated } == 8)
  }

  @Test func `it covers 20 DigComp competences, 23 of Circular 02 and 16 ITU activities`() {
    let lessons = curriculum.courses.flatMap(\.lessons)
    #expect(Set(lessons.flatMap(\.competences)).count == 20)
    #expect(Set(lessons.flatMap { $0.circular02 ?? $0.competences }).count == 23)
    #expect(Set(lessons.flatMap(\.activities)).count == 16)
  }

  @Test func `everything is told in Vietnamese and English`() {
    for course in curriculum.courses {
      let titles = [course.titles, course.summary, course.audience] + course.lessons.map(\.titles)
      #expect(titles.allSatisfy { Set($0.byLanguage.keys) == ["vi", "en"] })
    }
  }

  @Test func `reached, trained and skilled say who counts`() throws {
    let programme = try #require(curriculum.programme)
    #expect(programme.measures.map(\.slug) == ["reached", "trained", "skilled"])
    #expect(programme.measures.map(\.counts) == [.attended, .completed, .passed])
    #expect(
      programme.measures.map(\.rule) == [
        .atLeast(1, of: nil), .atLeast(1, of: programme.core), .all(of: programme.core),
      ])
    #expect(programme.measures.allSatisfy { $0.basis == "all" && $0.validityMonths == nil })
  }

  @Test func `what is published survives the journal`() throws {
    for course in curriculum.courses {
      let published = course.published
      #expect(published.slug == course.slug)
      #expect(published.lessons.count == course.lessons.count)
      let read = try CoursePublished(body: published.body, personal: published.personal)
      #expect(read == published)
    }
    let programme = ProgrammePublished(try #require(curriculum.programme))
    let read = try ProgrammePublished(body: programme.body, personal: programme.personal)
    #expect(read == programme)
  }
}

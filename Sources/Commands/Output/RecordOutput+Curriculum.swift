import Domain

extension RecordOutput {
  static let languages = ["en", "vi"]

  var courses: Shape<Course> {
    Shape([
      .init("slug") { .text($0.slug) }, .init("version") { .integer($0.version) },
      .init("core") { .boolean($0.isCore) },
      .init("titles", of: Self.languages) { Self.titles($0.titles) }, demo(),
    ])
  }

  static var lessons: Shape<Course>.Member {
    .init("lessons") { course in
      .records(
        course.lessons.map {
          ["slug": .text($0.slug), "titles": titles($0.titles), "minutes": .integer($0.minutes)]
        })
    }
  }

  func measures(ofProgramme version: Int) -> Shape<Measure> {
    Shape([
      .init("slug") { .text($0.slug) },
      .init("titles", of: Self.languages) { Self.titles($0.titles) },
      .init("counts") { .text($0.counts.rawValue) }, .init("rule") { .text($0.rule.spelled) },
      .init("courses") { .list($0.rule.courses.map { .text($0) }) },
      .init("basis") { .text($0.basis) },
      .init("validityMonths") { .integer($0.validityMonths) },
      .init("programmeVersion") { _ in .integer(version) }, demo(),
    ])
  }
}

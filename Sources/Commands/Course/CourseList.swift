import ArgumentParser
import Domain
import Storage

struct CourseList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list", say(vi: "Liệt kê khóa học và bài học.", en: "List courses and their lessons."),
      examples: ["lantoa course list", "lantoa course list --lessons"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  @Flag(help: ArgumentHelp(say(vi: "Kèm từng bài học.", en: "With every lesson.")))
  var lessons = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let all = try desk.read { try $0.courses() }
    let courses = limit.first(of: all)
    let language = Language.current.rawValue
    var table = Table([
      .init(say(vi: "Khóa", en: "Course")), .init(say(vi: "Tên", en: "Title")),
      .init(say(vi: "Cốt lõi", en: "Core")), .init(say(vi: "Bài", en: "Lessons"), .right),
      .init(say(vi: "Phút", en: "Minutes"), .right),
      .init(say(vi: "Bản", en: "Version"), .right),
    ])
    for course in courses {
      table.append([
        course.slug, course.titles[language], course.isCore ? "✓" : "",
        String(course.lessons.count), String(course.lessons.map(\.minutes).reduce(0, +)),
        String(course.version),
      ])
      guard lessons else { continue }
      for (index, lesson) in course.lessons.enumerated() {
        table.append([
          "  \(index + 1) \(lesson.slug)", lesson.titles[language], "", "", String(lesson.minutes),
          "",
        ])
      }
    }
    let shape = try desk.recordOutput().courses
    var listing = Listing(
      courses, as: lessons ? shape.adding([RecordOutput.lessons]) : shape, table: table)
    listing.cut = Listing.cut(shown: courses.count, of: all.count)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

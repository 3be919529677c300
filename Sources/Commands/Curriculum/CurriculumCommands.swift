import ArgumentParser
import Domain
import Storage

struct CourseGroup: Noun {
  static var configuration: CommandConfiguration {
    describe("course", say(vi: "Các khóa học.", en: "Courses."), verbs: [CourseList.self])
  }
}

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
    let courses = limit.first(of: try desk.read { try $0.courses() })
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
    let listing = Listing(courses, as: try desk.recordOutput().courses, table: table)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

struct MeasureGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "measure", say(vi: "Các chỉ số phổ cập.", en: "Measures of coverage."),
      verbs: [MeasureList.self])
  }
}

struct MeasureList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list",
      say(vi: "Chỉ số nào đếm ai.", en: "Which measure counts whom."),
      examples: ["lantoa measure list"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    guard let programme = try desk.read({ try $0.programme() }) else {
      throw RecordError.noProgramme
    }
    let measures = limit.first(of: programme.measures)
    var listing = Listing(
      measures, as: try desk.recordOutput().measures(ofProgramme: programme.version),
      table: Table(
        [
          .init(say(vi: "Chỉ số", en: "Measure")), .init(say(vi: "Tên", en: "Title")),
          .init(say(vi: "Đếm ai", en: "Counts whom")),
        ],
        rows: measures.map {
          [$0.slug, $0.titles[Language.current.rawValue], $0.meaning]
        }))
    listing.remarks = [
      say(
        vi: "Chương trình bản \(programme.version); khóa cốt lõi: "
          + programme.core.joined(separator: ", "),
        en: "Programme version \(programme.version); core courses: "
          + programme.core.joined(separator: ", "))
    ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension RecordOutput {
  static let languages = ["en", "vi"]

  var courses: Shape<Course> {
    Shape([
      .init("slug") { .text($0.slug) }, .init("version") { .integer($0.version) },
      .init("core") { .boolean($0.isCore) },
      .init("titles", of: Self.languages) { Self.titles($0.titles) }, demo(),
    ])
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

extension Measure.Rule {
  /// A short code of the rule.
  var spelled: String {
    switch self {
    case .atLeast(1, _): "any"
    case .atLeast(let least, _): "at-least-\(least)"
    case .all: "all"
    case .eachArea: "each-area"
    }
  }

  /// Empty where anything taught counts.
  var courses: [String] {
    switch self {
    case .atLeast(_, let courses): courses ?? []
    case .all(let courses): courses
    case .eachArea(let areas): Set(areas.values.joined()).sorted()
    }
  }
}

extension Measure {
  /// Who counts, in one sentence.
  var meaning: String {
    let verb =
      switch counts {
      case .attended: say(vi: "có mặt ở", en: "attended")
      case .completed: say(vi: "học xong", en: "completed")
      case .passed: say(vi: "đạt bài kiểm tra của", en: "passed")
      }
    let what =
      switch rule {
      case .atLeast(let least, of: nil):
        say(
          vi: "ít nhất \(least) buổi hoặc khóa",
          en: "at least " + (least == 1 ? "1 session or course" : "\(least) sessions or courses"))
      case .atLeast(let least, of: let courses?):
        say(
          vi: "ít nhất \(least) trong \(courses.count) khóa",
          en: "at least \(least) of \(Spoken.count(courses.count, "course", "courses"))")
      case .all(let courses):
        say(
          vi: "cả \(courses.count) khóa",
          en: "all of \(Spoken.count(courses.count, "course", "courses"))")
      case .eachArea(let areas):
        say(
          vi: "mỗi mảng trong \(areas.count) mảng",
          en: "each of \(Spoken.count(areas.count, "area", "areas"))")
      }
    let validity =
      validityMonths.map {
        say(vi: ", trong \($0) tháng", en: ", within \(Spoken.count($0, "month", "months"))")
      } ?? ""
    return "\(verb) \(what)\(validity)"
  }
}

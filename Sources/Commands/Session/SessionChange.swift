import ArgumentParser
import Domain
import Storage

struct SessionChange: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "change",
      say(vi: "Sửa một buổi đã ghi.", en: "Correct a recorded session."),
      examples: [
        "lantoa session change 3QTB-2M8K --date 2026-11-19",
        "lantoa session change 3QTB-2M8K --clear venue --clear note",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã buổi.", en: "The session's reference.")))
  var session: String

  @Option(help: ArgumentHelp(say(vi: "Ngày đúng.", en: "The right day."), valueName: "day"))
  var date: DayArgument?

  @Option(help: ArgumentHelp(say(vi: "Tổ đúng.", en: "The right team.")))
  var team: String?

  @Option(help: ArgumentHelp(say(vi: "Khóa đúng.", en: "The right course.")))
  var course: String?

  @Option(
    name: [.customLong("lesson"), .customLong("lessons")],
    help: ArgumentHelp(
      say(
        vi: "Bài đã dạy: số, tên bài hoặc mã bài; nhiều bài: 1,2.",
        en: "Lessons given: number, title or slug; several: 1,2.")))
  var lessons: [String] = []

  @Option(help: ArgumentHelp(say(vi: "Số phút.", en: "Minutes.")))
  var minutes: Int?

  @Option(help: ArgumentHelp(say(vi: "Hình thức.", en: "Form.")))
  var form: SessionForm?

  @Option(help: ArgumentHelp(say(vi: "Số người không ghi tên.", en: "People without a name.")))
  var unnamed: Int?

  @Option(help: ArgumentHelp(say(vi: "Khách ngoài thành phố.", en: "Guests from outside.")))
  var guests: Int?

  @Option(help: ArgumentHelp(say(vi: "Địa điểm.", en: "Where it was held.")))
  var venue: String?

  @Option(help: ArgumentHelp(say(vi: "Ghi chú.", en: "A note.")))
  var note: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Để trống lại: course, lessons, minutes, venue, note; ghi nhiều lần.",
        en: "Empty again: course, lessons, minutes, venue, note; repeat it."),
      valueName: "field"))
  var clear: [ClearedSessionField] = []

  func validate() throws {
    try SessionSize.check(minutes: minutes, unnamed: unnamed, guests: guests)
    try requireOneWord()
    let texts = [date?.typed, team, course, form?.rawValue, venue, note]
    guard
      texts.contains(where: { $0 != nil }) || !lessons.isEmpty || !clear.isEmpty
        || [minutes, unnamed, guests].contains(where: { $0 != nil })
    else {
      throw ValidationError(
        say(
          vi: "Ghi cần sửa gì: --date, --team, --course, --lessons, --minutes, --form, --unnamed, "
            + "--guests, --venue, --note hoặc --clear.",
          en:
            "Say what to change: --date, --team, --course, --lessons, --minutes, --form, --unnamed, "
            + "--guests, --venue, --note or --clear."))
    }
  }

  /// - Throws: `ValidationError` for a field that is to be emptied and filled at once.
  private func requireOneWord() throws {
    let filled: [ClearedSessionField: Bool] = [
      .course: course != nil, .lessons: !lessons.isEmpty, .minutes: minutes != nil,
      .venue: venue != nil, .note: note != nil,
    ]
    guard let field = clear.first(where: { filled[$0] ?? false })?.rawValue else { return }
    throw ValidationError(
      say(
        vi: "Chọn --\(field) hoặc --clear \(field), không cả hai.",
        en: "Choose --\(field) or --clear \(field), not both."))
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    var change = SessionChanged()
    change.date = try date?.day(today: desk.today)
    change.course = course
    change.minutes = minutes
    change.form = form
    change.unnamed = unnamed
    change.guests = guests
    change.venue = try venue.map { try Entry.remark($0, by: "--venue") }
    change.note = try note.map { try Entry.remark($0, by: "--note") }
    change.cleared = Set(clear.compactMap(\.cleared))
    // What has no course has none of its lessons.
    if clear.contains(.lessons) || clear.contains(.course) { change.lessons = [] }
    let (changed, dropped) = try desk.record { recorder -> (Session, [String]) in
      change.team = try team.map { try recorder.reader.team($0, today: recorder.today).id }
      let session = try recorder.reader.session(session)
      if !lessons.isEmpty {
        change.lessons = try recorder.reader.lessonSlugs(
          lessons, course: course ?? session.details.course)
      } else if let course, course != session.details.course {
        // The lessons were those of another course.
        change.lessons = []
      }
      guard !change.isEmpty else { throw RecordError.nothingToChange(session) }
      let isDropped = course != nil && change.lessons == []
      return (
        try recorder.change(session, change), isDropped ? session.details.lessons : []
      )
    }
    desk.done(
      Reference(changed.id),
      say(
        vi: "Đã sửa buổi \(Spoken.dayWithWeekday(changed.details.date)). Sổ vẫn giữ lần ghi trước.",
        en: "Corrected; the session is now on \(Spoken.dayWithWeekday(changed.details.date)). The "
          + "journal keeps what was there."))
    if !dropped.isEmpty {
      let list = dropped.joined(separator: ", ")
      desk.tell(
        say(
          vi: "Các bài của khóa cũ không còn: \(list). Ghi bài của khóa mới bằng --lessons.",
          en: "The lessons of the old course are gone: \(list). Give those of the new by --lessons."
        ))
    }
  }
}

/// What `--clear` can empty.
enum ClearedSessionField: String, ExpressibleByArgument, CaseIterable {
  case course, lessons, minutes, venue, note

  /// Nil for the lessons, which a correction empties by an empty list.
  var cleared: SessionChanged.Clearable? { SessionChanged.Clearable(rawValue: rawValue) }
}

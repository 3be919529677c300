import ArgumentParser
import Domain
import Storage

struct SessionChange: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "change",
      say(vi: "Sửa một buổi đã ghi.", en: "Correct a recorded session."),
      examples: ["lantoa session change 3QTB-2M8K --date 2026-11-19"])
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
        vi: "Bài đã dạy: số hoặc tên; nhiều bài: 1,2.",
        en: "Lessons given: number or slug; several: 1,2.")))
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

  func validate() throws {
    try SessionSize.check(minutes: minutes, unnamed: unnamed, guests: guests)
    let texts = [date?.typed, team, course, form?.rawValue, venue, note]
    guard
      texts.contains(where: { $0 != nil }) || !lessons.isEmpty
        || [minutes, unnamed, guests].contains(where: { $0 != nil })
    else {
      throw ValidationError(
        say(
          vi: "Ghi cần sửa gì: --date, --team, --course, --lessons, --minutes, --form, --unnamed, "
            + "--guests, --venue hoặc --note.",
          en:
            "Say what to change: --date, --team, --course, --lessons, --minutes, --form, --unnamed, "
            + "--guests, --venue or --note."))
    }
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
    change.venue = try venue.map(Entry.title)
    change.note = try note.map(Entry.title)
    let changed = try desk.record { recorder in
      change.team = try team.map { try recorder.reader.team($0, today: recorder.today).id }
      let session = try recorder.reader.session(session)
      if !lessons.isEmpty {
        change.lessons = try recorder.reader.lessonSlugs(
          lessons, course: course ?? session.details.course)
      } else if let course, course != session.details.course {
        // The lessons were those of another course.
        change.lessons = []
      }
      guard !change.isEmpty else { throw RecordError.nothingToChange }
      return try recorder.change(session, change)
    }
    desk.done(
      Reference(changed.id),
      say(
        vi: "Đã sửa buổi \(Spoken.dayWithWeekday(changed.details.date)). Sổ vẫn giữ lần ghi trước.",
        en: "Corrected; the session is now on \(Spoken.dayWithWeekday(changed.details.date)). The "
          + "journal keeps what was there."))
  }
}

struct SessionMark: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "mark",
      say(
        vi: "Sửa kết quả của một người trong một buổi.",
        en: "Set one person's result in a session."),
      examples: [
        "lantoa session mark 3QTB-2M8K 9D4E-77HV --result completed",
        "lantoa session mark 3QTB-2M8K 9D4E-77HV --absent",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã buổi.", en: "The session's reference.")))
  var session: String

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "attended (có mặt), completed (hoàn thành), passed (đạt) hoặc absent (vắng).",
        en: "attended, completed, passed or absent.")))
  var result: MarkResult?

  @Flag(help: ArgumentHelp(say(vi: "Người này vắng.", en: "The person was absent.")))
  var absent = false

  @Option(help: ArgumentHelp(say(vi: "Điểm, 0 đến 100.", en: "Score, 0 to 100.")))
  var score: Int?

  @Option(
    help: ArgumentHelp(
      say(vi: "lessons, declared, tested hay imported.", en: "lessons, declared, tested, imported.")
    ))
  var basis: ResultBasis?

  func validate() throws {
    guard (result != nil) != absent else {
      throw ValidationError(
        say(
          vi: "Ghi --result KẾT_QUẢ hoặc --absent.", en: "Give either --result RESULT or --absent.")
      )
    }
    guard !absent || score == nil && basis == nil, result != .absent || score == nil && basis == nil
    else {
      throw ValidationError(
        say(
          vi: "Người vắng không có điểm: bỏ --score và --basis, hoặc ghi --result.",
          en: "Who was absent has no score: leave out --score and --basis, or give a --result."))
    }
    guard score.map({ (0...100).contains($0) }) ?? true else {
      throw ValidationError(
        say(vi: "--score phải từ 0 đến 100.", en: "--score must be 0 to 100."))
    }
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let mark = result?.learningResult.map {
      Mark(result: $0, basis: basis ?? (score == nil ? .declared : .tested), score: score)
    }
    let (marked, person) = try desk.record { recorder in
      let marked = try recorder.reader.session(session)
      let person = try recorder.reader.learner(learner)
      guard mark != nil || marked.marks[person.id] != nil else {
        throw RecordError.notMarked(person.spoken)
      }
      try recorder.mark(person, in: marked, as: mark)
      return (marked, person)
    }
    let result = mark?.result.spoken ?? say(vi: "vắng", en: "absent")
    desk.done(
      Reference(marked.id),
      say(
        vi: "Đã ghi \(person.spoken): \(result), buổi \(Spoken.day(marked.details.date)).",
        en: "Recorded \(person.spoken): \(result), session of \(Spoken.day(marked.details.date))."))
  }
}

/// A result, or `absent`.
enum MarkResult: String, ExpressibleByArgument, CaseIterable {
  case attended, completed, passed, absent

  var learningResult: LearningResult? { LearningResult(rawValue: rawValue) }
}

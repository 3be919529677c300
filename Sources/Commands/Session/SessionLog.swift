import ArgumentParser
import Domain
import Foundation
import Intake
import Storage

struct SessionLog: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "log",
      say(
        vi: "Ghi một buổi với tất cả người dự, trong một lần.",
        en: "Record a session with everybody who came, at once."),
      examples: [
        "lantoa session log --team \"Tổ CNSCĐ Phú Xuân 1\" --course safe-online --date 2026-11-20 "
          + "--minutes 90 --attendees attendees.csv",
        "lantoa session log --team 7K2M-9QXD --course safe-online --attendee 3QTB-2M8K "
          + "--attendee 9D4E-77HV",
        "lantoa session log --team 7K2M-9QXD --form broadcast --unnamed 120",
      ],
      discussion: say(
        vi: """
          Tệp người dự là CSV có cột name, birth_year, sex, unit (hoặc họ tên, năm sinh, giới tính, \
          xã phường), có thể thêm phone, hamlet, result, score, person. Ai có thể đã có trong sổ thì \
          lệnh dừng và liệt kê: ghi mã người đó, hoặc “new”, vào cột person.
          """,
        en: """
          The file of attendees is CSV with name, birth_year, sex, unit, and optionally phone, hamlet, \
          result, score, person. Where somebody may be registered already, the command stops and lists \
          them: write their reference, or “new”, in the column person.
          """))
  }

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(say(vi: "Tổ: mã, tên, hoặc xã/tên.", en: "The team: ref, name, unit/name.")))
  var team: String

  @Option(help: ArgumentHelp(say(vi: "Khóa học.", en: "The course.")))
  var course: String?

  @Option(
    name: [.customLong("lesson"), .customLong("lessons")],
    help: ArgumentHelp(
      say(
        vi: "Bài đã dạy: số, tên bài hoặc mã bài; nhiều bài: 1,2.",
        en: "Lessons given: number, title or slug; several: 1,2.")))
  var lessons: [String] = []

  @Option(help: ArgumentHelp(say(vi: "Ngày (mặc định hôm nay).", en: "The day (default today).")))
  var date: DayArgument?

  @Option(help: ArgumentHelp(say(vi: "Số phút.", en: "How many minutes.")))
  var minutes: Int?

  @Option(
    help: ArgumentHelp(
      say(vi: "class, home, desk hay broadcast.", en: "class, home, desk or broadcast.")))
  var form: SessionForm = .class

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Tệp CSV người dự; ghi nhiều lần nếu có nhiều tờ.",
        en: "CSV of who came; repeat it for several sheets."), valueName: "file"))
  var attendees: [String] = []

  @Option(
    help: ArgumentHelp(
      say(vi: "Mã một người dự; ghi nhiều lần.", en: "One person's reference; repeat it."),
      valueName: "ref"))
  var attendee: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Kết quả của người không ghi riêng kết quả.",
        en: "The result of everybody for whom none is given.")))
  var result: LearningResult = .attended

  @Option(help: ArgumentHelp(say(vi: "Số người không ghi tên.", en: "People without a name.")))
  var unnamed: Int = 0

  @Option(
    help: ArgumentHelp(say(vi: "Khách ngoài thành phố.", en: "Guests from outside the city.")))
  var guests: Int = 0

  @Option(help: ArgumentHelp(say(vi: "Địa điểm.", en: "Where it was held.")))
  var venue: String?

  @Option(help: ArgumentHelp(say(vi: "Ghi chú.", en: "A note.")))
  var note: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Người mới đồng ý cho ghi tên bằng cách nào: paper (ký giấy), spoken (nói), digital, "
          + "guardian (người giám hộ), none.",
        en: "How newcomers agreed to be registered: paper, spoken, digital, guardian, none.")))
  var consent: GivenConsent = .none

  func validate() throws {
    try SessionSize.check(minutes: minutes, unnamed: unnamed, guests: guests)
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let day = try date?.day(today: desk.today) ?? desk.today
    let files = try attendees.map {
      (path: $0, file: try Self.read($0, today: desk.today, in: workspace))
    }

    let venue = try venue.map { try Entry.remark($0, by: "--venue") }
    let note = try note.map { try Entry.remark($0, by: "--note") }
    let (logged, twin, organiser, seating) = try desk.record {
      recorder -> (Session, Session?, Team, AttendeeSeating) in
      let organiser = try recorder.reader.team(team, today: recorder.today)
      var seating = AttendeeSeating(
        team: organiser, day: day, consent: consent.consent, result: result)
      for reference in attendee {
        try seating.seat(try recorder.reader.learner(reference), in: recorder.reader)
      }
      for (path, file) in files { try seating.seat(file, path: path, in: &recorder) }
      let logged = try recorder.logSession(
        SessionDetails(
          date: day, form: form, team: organiser.id, course: course,
          lessons: try recorder.reader.lessonSlugs(lessons, course: course), minutes: minutes,
          unnamed: unnamed,
          guests: guests, venue: venue, note: note),
        attendees: seating.attendees)
      return (logged, try recorder.reader.twin(of: logged), organiser, seating)
    }

    for (_, file) in files where !file.header.ignored.isEmpty {
      let columns = Spoken.names(file.header.ignored)
      desk.tell(say(vi: "Bỏ qua cột: \(columns).", en: "Columns left out: \(columns)."))
    }
    if seating.livesWithTeam > 0 {
      desk.tell(
        say(
          vi: "\(seating.livesWithTeam) người không ghi nơi ở: tính ở xã, phường của tổ.",
          en: "\(seating.livesWithTeam) without a unit: taken to live in the team's."))
    }
    if let remark = seating.differences.remark { desk.tell(remark) }
    if let remark = seating.dead.remarkOnDeath { desk.tell(remark) }
    if let remark = seating.known.remarkOnWithdrawal { desk.tell(remark) }
    if let twin {
      let content =
        logged.details.course == nil
        ? say(vi: "hình thức", en: "form") : say(vi: "nội dung", en: "course")
      desk.tell(
        say(
          vi:
            "Tổ này đã có một buổi cùng ngày, cùng \(content): \(Reference(twin.id)), "
            + "\(Spoken.count(twin.heads)) lượt. Nếu ghi hai lần: lantoa session void "
            + "\(Reference(logged.id)) --reason logged-twice",
          en:
            "This team has a session of the same day and \(content) already: \(Reference(twin.id)), with "
            + "\(Spoken.count(twin.heads)). If one was recorded twice: lantoa session void "
            + "\(Reference(logged.id)) --reason logged-twice"))
    }
    if seating.newcomers > 0, consent == .none {
      desk.tell(
        say(
          vi: "Người mới: chưa ghi đồng ý. Hỏi rồi ghi: lantoa learner change MÃ --consent paper",
          en: "Newcomers: no consent recorded. Ask, then: lantoa learner change REF --consent paper"
        ))
    }
    desk.done(
      Reference(logged.id),
      say(
        vi:
          "Đã ghi buổi \(Spoken.dayWithWeekday(day)), tổ “\(organiser.name)”: \(logged.marks.count) "
          + "người có tên (\(seating.newcomers) người mới) + \(Spoken.count(unnamed)) không tên + \(Spoken.count(guests)) khách = "
          + "\(Spoken.count(logged.heads)) lượt.",
        en:
          "Recorded \(Spoken.dayWithWeekday(day)), team “\(organiser.name)”: \(logged.marks.count) by "
          + "name (\(seating.newcomers) new) + \(Spoken.count(unnamed)) unnamed + \(Spoken.count(guests, "guest", "guests")) = "
          + "\(Spoken.count(logged.heads))."))
  }

  private static func read(
    _ typed: String, today: CalendarDay, in workspace: Workspace
  ) throws -> AttendeeFile {
    let bytes = try InputFile.bytes(typed, in: workspace)
    let file: AttendeeFile
    do throws(ListFileError) {
      file = try AttendeeFile(csv: bytes, thisYear: today.year)
    } catch {
      throw Failure(vi: "\(typed): \(error.message)", en: "\(typed): \(error.message)")
    }
    guard !file.drafts.isEmpty || !file.errors.isEmpty else {
      throw Failure(
        vi: "\(typed): tệp không có ai, chỉ có dòng tiêu đề. Ghi mỗi người một dòng, hoặc bỏ "
          + "--attendees.",
        en: "\(typed): the file has no people, only its header. Give each person a row, or leave "
          + "--attendees out.")
    }
    return file
  }
}

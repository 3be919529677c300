import ArgumentParser
import Domain
import Storage

struct LearnerChange: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "change",
      say(
        vi: "Sửa những gì đã ghi về một người.", en: "Correct what was recorded of a person."),
      examples: [
        "lantoa learner change 7K2M-9QXD --name \"Hồ Thị Lệ\" --birth-year 1958",
        "lantoa learner change 7K2M-9QXD --clear phone",
      ],
      discussion: say(
        vi: "--unit sửa nơi ở lúc ghi sổ; nếu người đó chuyển đi thì dùng lantoa learner move.",
        en: "--unit corrects where they lived when registered; for somebody who moves, use lantoa "
          + "learner move."))
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Option(help: ArgumentHelp(say(vi: "Họ và tên.", en: "Full name.")))
  var name: String?

  @Option(help: ArgumentHelp(say(vi: "Năm sinh.", en: "Birth year."), valueName: "year"))
  var birthYear: String?

  @Option(help: ArgumentHelp(say(vi: "f (nữ), m (nam), x (khác).", en: "f, m or x.")))
  var sex: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Nơi ở: tên hoặc mã xã, phường; “outside” nếu ngoài thành phố.",
        en: "Where they lived: name or code of a unit; “outside” for outside the city.")))
  var unit: String?

  @Option(help: ArgumentHelp(say(vi: "Thôn, tổ dân phố.", en: "Village or residential group.")))
  var hamlet: String?

  @Option(help: ArgumentHelp(say(vi: "Số điện thoại.", en: "Phone.")))
  var phone: String?

  @Option(
    help: ArgumentHelp(say(vi: "Ngày ghi sổ.", en: "The day of registering."), valueName: "day"))
  var registeredOn: DayArgument?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Đồng ý: giấy (paper), lời nói (spoken), điện tử (digital), người giám hộ (guardian), "
          + "không (none), rút lại (withdrawn).",
        en: "Consent: paper (giấy), spoken (lời nói), digital (điện tử), guardian (người giám hộ), "
          + "none (không), withdrawn (rút lại).")))
  var consent: Consent?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Để trống lại: unit, sex, birthYear, phone, hamlet; ghi nhiều lần.",
        en: "Empty again: unit, sex, birthYear, phone, hamlet; repeat it."),
      valueName: "field"))
  var clear: [ClearedField] = []

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let today = desk.today
    var change = LearnerChanged(
      person: PersonalDetails(
        name: try name.map(Entry.name),
        birthYear: try birthYear.map { try Entry.birthYear($0, today: today) },
        phone: try phone.map(Entry.phone), hamlet: try hamlet.map(Entry.hamlet)))
    change.sex = try sex.map(Entry.sex)
    change.registeredOn = try registeredOn?.day(today: today)
    change.consent = consent
    change.consentOn = consent == nil ? nil : today
    change.cleared = Set(clear.compactMap(\.cleared))
    if clear.contains(.unit) { change.residence = .unallocated }
    guard !change.isEmpty || unit != nil else {
      throw UsageError(
        vi: "Cho biết sửa gì: --name, --birth-year, --sex, --unit, --hamlet, --phone, --consent, "
          + "--registered-on hoặc --clear.",
        en:
          "Say what to correct: --name, --birth-year, --sex, --unit, --hamlet, --phone, --consent, "
          + "--registered-on or --clear.")
    }
    let both = clear.filter { field in
      switch field {
      case .unit: unit != nil
      case .sex: sex != nil
      case .birthYear: birthYear != nil
      case .phone: phone != nil
      case .hamlet: hamlet != nil
      }
    }
    if let field = both.first {
      throw UsageError(
        vi: "Chọn một: ghi giá trị mới, hoặc --clear \(field.rawValue).",
        en: "Choose one: a new value, or --clear \(field.rawValue).")
    }
    let asked = change
    let changed = try desk.record { recorder in
      var change = asked
      let learner = try recorder.reader.learner(learner)
      if let unit {
        change.residence = try Entry.residence(
          unit, in: recorder.reader.gazetteer(), today: today,
          tellingOf: change.registeredOn ?? learner.registeredOn)
      }
      return try recorder.change(learner, change)
    }
    let presenter = try desk.recordOutput()
    desk.done(
      Reference(changed.id),
      say(
        vi: "Đã sửa: \(changed.spoken), \(presenter.spoken(changed.residence)).",
        en: "Corrected: \(changed.spoken), \(presenter.spoken(changed.residence))."))
  }
}

/// What `--clear` can empty.
enum ClearedField: String, ExpressibleByArgument, CaseIterable {
  case unit, sex, birthYear, phone, hamlet

  /// Nil for the unit, which a correction empties by itself.
  var cleared: LearnerChanged.Clearable? { LearnerChanged.Clearable(rawValue: rawValue) }
}

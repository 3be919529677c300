import ArgumentParser
import Domain
import Intake
import Storage

struct LearnerRegister: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "register",
      say(vi: "Ghi một người mới vào sổ.", en: "Enter a person in the register."),
      examples: [
        "lantoa learner register --name \"Hồ Thị Lê\" --birth-year 1961 --sex f "
          + "--unit \"Phú Xuân\" --consent paper"
      ],
      discussion: say(
        vi: "Nếu trong sổ có người giống vậy, lệnh dừng và liệt kê; thêm --new nếu là người khác.",
        en: "If somebody like that is registered already, the command stops and lists them; add "
          + "--new if this is another person."))
  }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp(say(vi: "Họ và tên, có dấu.", en: "Full name, with its marks.")))
  var name: String

  @Option(help: ArgumentHelp(say(vi: "Năm sinh.", en: "Birth year."), valueName: "year"))
  var birthYear: String?

  @Option(help: ArgumentHelp(say(vi: "f (nữ), m (nam), x (khác).", en: "f, m or x.")))
  var sex: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Nơi ở: tên hoặc mã xã, phường; “outside” nếu ngoài thành phố.",
        en: "Where they live: name or code of a unit; “outside” for outside the city.")))
  var unit: String?

  @Option(help: ArgumentHelp(say(vi: "Thôn, tổ dân phố.", en: "Village or residential group.")))
  var hamlet: String?

  @Option(help: ArgumentHelp(say(vi: "Số điện thoại (không bắt buộc).", en: "Phone, optional.")))
  var phone: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Đồng ý cho ghi tên bằng cách nào: giấy (paper), lời nói (spoken), điện tử (digital), "
          + "người giám hộ (guardian) hoặc không (none).",
        en: "How they agreed to be registered: paper (giấy), spoken (lời nói), digital (điện tử), "
          + "guardian (người giám hộ) or none (không).")))
  var consent: GivenConsent

  @Option(
    help: ArgumentHelp(
      say(vi: "Ngày ghi (mặc định hôm nay).", en: "The day (default today)."), valueName: "day"))
  var on: DayArgument?

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Ghi là người mới dù có người giống trong sổ.",
        en: "Register as somebody new although the register has somebody alike.")))
  var new = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let today = desk.today
    let person = PersonalDetails(
      name: try Entry.name(name),
      birthYear: try birthYear.map { try Entry.birthYear($0, today: today) },
      phone: try phone.map(Entry.phone), hamlet: try hamlet.map(Entry.hamlet))
    let sex = try sex.map(Entry.sex)
    let day = try on?.day(today: today) ?? today

    let learner = try desk.record { recorder in
      let gazetteer = try recorder.reader.gazetteer()
      let wanted = PersonDescription(
        person: person, sex: sex,
        residence: try Entry.residence(
          unit, in: gazetteer, today: today, tellingOf: day))
      if !new {
        switch try recorder.reader.match(wanted, team: nil, today: today) {
        case .attach(let known): throw RecordError.candidates([known])
        case .candidates(let people): throw RecordError.candidates(people)
        case .nobody: break
        }
      }
      return try recorder.register(
        wanted, on: day, consent: consent.consent, scope: try recorder.scope(of: wanted.residence))
    }

    let presenter = try desk.recordOutput()
    desk.done(
      Reference(learner.id),
      say(
        vi: "Đã ghi \(learner.spoken), \(presenter.spoken(learner.residence)).",
        en: "Registered \(learner.spoken), \(presenter.spoken(learner.residence))."))
    if learner.residence == .unallocated {
      desk.tell(
        say(
          vi: "Chưa rõ nơi ở: người này chỉ được tính ở số toàn thành phố.",
          en: "Residence not known: this person counts in the city's figure only."))
    }
  }
}

import ArgumentParser
import Domain
import Storage

struct Doctor: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "doctor",
      say(
        vi: "Xem sổ và đồng hồ máy có ổn không.", en: "See whether the register and clock are well."
      ),
      examples: ["lantoa doctor", "lantoa doctor --clock-is-right"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Đồng hồ máy đúng, dù sổ có việc ghi ngày khác: cho ghi tiếp.",
        en: "The clock is right although the register has records of other days: go on recording."))
  )
  var clockIsRight = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    if clockIsRight {
      try desk.trustClock()
      desk.tell(
        say(
          vi: "Từ nay tin đồng hồ máy: hôm nay \(Spoken.dayWithWeekday(desk.today)).",
          en: "This machine's clock is trusted: today is \(Spoken.dayWithWeekday(desk.today))."))
    }
    let settings = try desk.register.settingsInForce()
    let newest = try desk.register.newestClock().map { CalendarDay(milliseconds: $0) }
    let counts = try desk.read { try $0.recordCounts() }
    let facts: [(key: String, label: String, value: String)] = [
      ("path", say(vi: "Sổ", en: "Register"), desk.register.path),
      ("today", say(vi: "Hôm nay theo máy", en: "Today by this machine"), desk.today.description),
      (
        "newest", say(vi: "Lần ghi gần nhất", en: "Newest record"),
        newest?.description ?? ""
      ),
      ("sqlite", "SQLite", settings["sqlite"] ?? ""),
      ("synchronous", "synchronous", settings["synchronous"] ?? ""),
      ("journalMode", "journal_mode", settings["journal_mode"] ?? ""),
      ("events", say(vi: "Việc đã ghi", en: "Events"), String(counts["event"] ?? 0)),
      ("learners", say(vi: "Người học", en: "Learners"), String(counts["learner"] ?? 0)),
      ("sessions", say(vi: "Buổi", en: "Sessions"), String(counts["session"] ?? 0)),
    ]
    let record = OutputValue.object(facts.map { (key: $0.key, value: .text($0.value)) })
    try output.give(
      Listing(
        json: record, records: [record], keys: facts.map(\.key),
        table: Table(
          [.init(say(vi: "Mục", en: "Item")), .init(say(vi: "Giá trị", en: "Value"))],
          rows: facts.map { [$0.label, $0.value] })),
      synthetic: desk.synthetic, in: workspace)
  }
}

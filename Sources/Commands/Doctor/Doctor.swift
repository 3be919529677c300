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
      examples: ["lantoa doctor", "lantoa doctor --clock-is-right"],
      discussion: say(
        vi: "Điều cần lưu ý không phải là lỗi: lệnh vẫn kết thúc bình thường (mã 0).",
        en: "A warning is no failure: the exit code is 0."))
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
    let condition = try RegisterCondition(at: desk)
    let presenter = try desk.recordOutput()
    var listing = Listing(
      condition, as: presenter.condition,
      table: Table(
        [
          .init(say(vi: "Xem gì", en: "Check")), .init(say(vi: "Kết quả", en: "Verdict")),
          .init(say(vi: "Chi tiết", en: "Detail")),
        ],
        rows: condition.checks.map { [$0.name.spoken, $0.verdict, $0.detail] }))
    listing.heading = [condition.summary]
    let warnings = condition.checks.count { !$0.isWell }
    listing.remarks = [
      warnings == 0
        ? say(
          vi: "Mọi thứ đều ổn. Kiểm từng việc đã ghi: lantoa journal verify",
          en: "All is well. To check every event: lantoa journal verify")
        : say(
          vi: "\(warnings) điều cần lưu ý: xem trên.",
          en: "\(Spoken.count(warnings, "warning", "warnings")): see above.")
    ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

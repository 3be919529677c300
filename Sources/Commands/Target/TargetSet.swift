import ArgumentParser
import Domain
import Storage

struct TargetSetCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "set",
      say(
        vi:
          "Đặt mục tiêu cho một xã, phường hoặc toàn thành phố; đặt lại thì số sau thay số trước.",
        en: "Set the target of a unit or of the whole city; setting it again replaces it."),
      examples: [
        "lantoa target set --measure trained --unit 46 --percent 80 --by 2026-12-31 "
          + "--document \"Kế hoạch 01\""
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp(say(vi: "Chỉ số.", en: "The measure.")))
  var measure: String = "trained"

  @Option(
    help: ArgumentHelp(
      say(vi: "Xã, phường, hoặc 46 cho thành phố.", en: "A unit, or 46: the city.")))
  var unit: String

  @Option(help: ArgumentHelp(say(vi: "Phần trăm dân số.", en: "Percent of the population.")))
  var percent: String

  @Option(help: ArgumentHelp(say(vi: "Hạn.", en: "The deadline."), valueName: "day"))
  var by: DayArgument

  @Option(help: ArgumentHelp(say(vi: "Văn bản đặt mục tiêu.", en: "The document that sets it.")))
  var document: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let basisPoints = try Self.basisPoints(percent)
    let deadline = try by.day(today: desk.today, year: .coming)
    let document = try document.map { try Entry.remark($0, by: "--document") }
    let place = try desk.record { recorder in
      let gazetteer = try recorder.reader.gazetteer()
      let place = try gazetteer.place(unit, on: recorder.today, includingCity: true)
      try gazetteer.requireStanding(place, typed: unit, on: recorder.today)
      try recorder.setTarget(
        measure: measure, unit: place, basisPoints: basisPoints, deadline: deadline,
        document: document)
      return place
    }
    let target = Spoken.target(basisPoints: basisPoints)
    desk.done(
      nil,
      say(
        vi: "\(place.spoken): \(measure) \(target) trước \(Spoken.day(deadline)).",
        en: "\(place.spoken): \(measure) \(target) by \(Spoken.day(deadline))."))
    if deadline < desk.today {
      desk.tell(
        say(
          vi: "Hạn \(Spoken.day(deadline)) đã qua. Nếu nhầm ngày, đặt lại với hạn đúng; bỏ lần này "
            + "bằng lantoa undo.",
          en: "The deadline \(Spoken.day(deadline)) has passed. If that is a slip, take this back "
            + "with lantoa undo and set it again."))
    }
  }

  /// Hundredths of a percent; two decimals, by point or comma.
  static func basisPoints(_ typed: String) throws -> Int {
    let number = typed.hasSuffix("%") ? String(typed.dropLast()) : typed
    let match = number.wholeMatch(of: /([0-9]{1,3})(?:[.,]([0-9])([0-9])?)?/)
    let basisPoints = match.flatMap { Int("\($0.1)\($0.2 ?? "0")\($0.3 ?? "0")") } ?? 0
    guard (1...10_000).contains(basisPoints) else {
      throw UsageError(
        vi: "--percent “\(typed)” phải lớn hơn 0 và không quá 100, nhiều nhất hai số lẻ (66,5).",
        en:
          "--percent “\(typed)” must be above 0 and at most 100, with two decimals at most (66.5).")
    }
    return basisPoints
  }
}

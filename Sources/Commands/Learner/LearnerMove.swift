import ArgumentParser
import Domain
import Storage

struct LearnerMove: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "move",
      say(
        vi: "Ghi một người chuyển nơi ở: từ ngày đó tính ở nơi mới.",
        en: "Record that somebody moves: from that day they count in the new place."),
      examples: [
        "lantoa learner move 7K2M-9QXD --to \"A Lưới 1\" --from 2026-03-01",
        "lantoa learner move 7K2M-9QXD --to outside --from 1/3/2026",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Nơi ở mới: tên hoặc mã xã, phường; “outside” nếu ngoài thành phố.",
        en: "The new home: name or code of a unit; “outside” for outside the city."),
      valueName: "unit"))
  var to: String

  @Option(help: ArgumentHelp(say(vi: "Từ ngày nào.", en: "From which day."), valueName: "day"))
  var from: DayArgument

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let day = try from.day(today: desk.today)
    let (moved, isOvertaken) = try desk.record { recorder in
      let residence = try Entry.residence(to, in: recorder.reader.gazetteer(), on: day)
      let learner = try recorder.reader.learner(learner)
      let isOvertaken = try recorder.reader.isOvertaken(day, by: learner)
      return (try recorder.move(learner, to: residence, from: day), isOvertaken)
    }
    let presenter = try desk.recordOutput()
    desk.done(
      Reference(moved.id),
      say(
        vi:
          "\(moved.spoken): từ \(Spoken.day(day)) ở nơi mới; nay ở \(presenter.spoken(moved.residence)). "
          + "Bỏ: lantoa undo",
        en:
          "\(moved.spoken): moved on \(Spoken.day(day)); lives in \(presenter.spoken(moved.residence)). "
          + "To take it back: lantoa undo"))
    if isOvertaken {
      let registered = Spoken.day(moved.registeredOn)
      let reference = Reference(moved.id)
      desk.tell(
        say(
          vi:
            "Chú ý: lúc ghi sổ ngày \(registered), người này được ghi ở nơi cũ, nên lần chuyển này chỉ tính "
            + "trước ngày đó. Nếu nơi ở lúc ghi sai: lantoa learner change \(reference) --unit …; nếu ngày "
            + "ghi sai: --registered-on …",
          en:
            "Note: on \(registered), after that day, this person was registered in the old place, so the "
            + "move counts only until then. If that place was wrong: lantoa learner change "
            + "\(reference) --unit …; if the day was: --registered-on …"))
    }
  }
}

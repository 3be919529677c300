import ArgumentParser
import Domain
import Storage

struct ImportRedo: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "redo",
      say(vi: "Lấy lại một lần nhập đã bỏ.", en: "Have back an import that was taken back."),
      examples: ["lantoa import redo 1"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      say(vi: "Số hoặc mã của lần nhập.", en: "The import's number, or reference.")))
  var number: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (taken, people, sessions) = try desk.record { recorder in
      let taken = try recorder.reader.import(number)
      try recorder.redo(taken)
      return (
        taken, try recorder.reader.voidAttendees(of: taken),
        try recorder.reader.voidSessions(of: taken)
      )
    }
    desk.done(nil, say(vi: "Đã lấy lại \(taken.spoken).", en: "It counts again: \(taken.spoken)."))
    if people.count > 0 {
      desk.tell(
        say(
          vi:
            "\(Spoken.count(people.count)) người dự các buổi này vẫn đang bị hủy trong sổ nên không được tính.",
          en: "People at these sessions who are still void themselves, and so do not count: "
            + "\(Spoken.count(people.count))."))
    }
    if sessions.count > 0 {
      desk.tell(
        say(
          vi:
            "\(Spoken.count(sessions.count)) buổi mà danh sách này thêm người vào vẫn đang bị hủy nên không "
            + "được tính.",
          en: "Sessions to which this list adds people that are still void, and so do not count: "
            + "\(Spoken.count(sessions.count))."))
    }
    for cause in people.broughtBy + sessions.broughtBy.filter({ !people.broughtBy.contains($0) }) {
      let name = cause.number.map(String.init) ?? Reference(cause.id).description
      desk.tell(
        say(
          vi: "Lấy lại \(cause.spoken): lantoa import redo \(name)",
          en: "To have back \(cause.spoken): lantoa import redo \(name)"))
    }
  }
}

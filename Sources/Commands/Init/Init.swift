import ArgumentParser
import Courseware
import Domain
import Storage

struct Init: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "init",
      say(
        vi: "Tạo sổ mới: xã phường nay và trước đây, dân số, khóa học, chương trình.",
        en: "Make a new register: units past and present, populations, courses, programme."),
      examples: [
        "lantoa init --places content/data/hue",
        "lantoa init --places content/data/hue --db ~/hue.db --as \"Trần Thị Kiểm\" --lang vi",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(
      say(vi: "Thư mục xã phường và dân số.", en: "The folder of units and populations."),
      valueName: "folder"))
  var places: String = "content/data/hue"

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Sổ thử, không dùng cho người thật: LANTOA_NOW thay cho đồng hồ.",
        en: "A test register, not for real people: LANTOA_NOW stands in for the clock.")))
  var test = false

  func run(in workspace: Workspace) throws {
    let path = try RegisterLocation.new(global.db, in: workspace)
    let share = try ShareLocation.find(global.share, in: workspace)
    let files = try FoundingFiles(places: places, share: share, in: workspace)
    let founding = Founding(
      files: files, actorName: try actorName(in: workspace), synthetic: test ? "test" : nil,
      language: global.lang.flatMap { Language(rawValue: $0) },
      now: try Desk.now(in: workspace, isSynthetic: test), random: workspace.random)
    try founding.make(at: path)

    guard !global.quiet else { return }
    let places = files.places
    workspace.tell(
      say(
        vi: """
          Đã tạo sổ \(path.printable)
            \(places.units.count) đơn vị, \(places.successions.count) lần sáp nhập, \
          \(places.series.count) nguồn dân số, \(places.values.count) số dân
            \(files.curriculum.courses.count) khóa học, chương trình bản \
          \(files.curriculum.programme?.version ?? 0); người ghi: \(founding.actorName.printable)
          Tiếp theo: lantoa team form --unit … --name … --since …
          """,
        en: """
          Made the register \(path.printable)
            \(places.units.count) units, \(places.successions.count) successions, \
          \(places.series.count) population series, \(places.values.count) figures
            \(files.curriculum.courses.count) courses, programme version \
          \(files.curriculum.programme?.version ?? 0); recorded by: \(founding.actorName.printable)
          Next: lantoa team form --unit … --name … --since …
          """))
  }

  /// `--as`, `LANTOA_AS`, or asked; the login name where nobody can answer.
  private func actorName(in workspace: Workspace) throws -> String {
    if let named = try Desk.actorName(global, in: workspace) { return named }
    let login = Desk.loginName(in: workspace)
    let answer = workspace.answer(
      to: say(vi: "Ai ghi sổ này? [\(login)]: ", en: "Who records in this register? [\(login)]: "))
    guard let answer, !answer.allSatisfy(\.isWhitespace) else { return login }
    return try Entry.actor(answer, by: "--as")
  }
}

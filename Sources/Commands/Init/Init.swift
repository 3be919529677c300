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
          Đã tạo sổ \(path)
            \(places.units.count) đơn vị, \(places.successions.count) lần sáp nhập, \
          \(places.series.count) nguồn dân số, \(places.values.count) số dân
            \(files.curriculum.courses.count) khóa học, chương trình bản \
          \(files.curriculum.programme?.version ?? 0); người ghi: \(founding.actorName)
          Tiếp theo: lantoa team form --unit … --name … --since …
          """,
        en: """
          Made the register \(path)
            \(places.units.count) units, \(places.successions.count) successions, \
          \(places.series.count) population series, \(places.values.count) figures
            \(files.curriculum.courses.count) courses, programme version \
          \(files.curriculum.programme?.version ?? 0); recorded by: \(founding.actorName)
          Next: lantoa team form --unit … --name … --since …
          """))
  }

  /// `--as`, `LANTOA_AS`, or asked; the login name where nobody can answer.
  private func actorName(in workspace: Workspace) throws -> String {
    if let named = try Desk.actorName(global, in: workspace) { return named }
    let login = Desk.loginName(in: workspace)
    let answer = workspace.ask?(
      say(vi: "Ai ghi sổ này? [\(login)]: ", en: "Who records in this register? [\(login)]: "))
    return answer.flatMap { $0.isEmpty ? nil : $0 } ?? login
  }
}

/// Everything that is written into a register before anybody records in it.
struct Founding {
  let files: FoundingFiles
  let actorName: String
  /// `demo` or `test`; nil for a real one.
  let synthetic: String?
  let language: Language?
  /// Milliseconds since 1970.
  let now: Int64
  let random: RandomSource

  /// Makes the register; what `then` records is in it before the file appears under its name.
  func make(at path: String, then: (Register) throws -> Void = { _ in }) throws {
    var random = random
    let device: Device.ID = .timeOrdered(milliseconds: now, using: &random)
    let author = Author(now: now, random: random, checksClock: false)
    // A demo makes room for the next; everything else that lies there stays.
    let replaceable = synthetic == "demo" ? synthetic : nil
    try Register.create(at: path, device: device, replacing: replaceable) { register in
      try register.record(as: author) { recorder in
        try recorder.introduce(actorName, isDefault: true)
        if let synthetic { try recorder.set(.synthetic, to: synthetic) }
        if let language { try recorder.set(.language, to: language.rawValue) }
        try recorder.define(files.places)
        for course in files.curriculum.courses { try recorder.publish(course.published) }
        if let programme = files.curriculum.programme { try recorder.publish(programme) }
      }
      try then(register)
    }
  }
}

import ArgumentParser
import Coverage
import Domain
import Foundation
import Storage
import Synthetic

struct DemoCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "demo",
      say(
        vi: "Tạo sổ giả lập: một thành phố do máy nghĩ ra, để xem thử.",
        en: "Make a synthetic register: an invented city to look at."),
      examples: [
        "lantoa demo --learners 5000 --seed 2026 --db demo.db",
        "lantoa coverage report --db demo.db",
      ],
      discussion: say(
        vi: "Mọi kết quả từ sổ này đều ghi rõ là giả lập. Không bao giờ ghi đè sổ thật.",
        en: "Every output of it says that it is synthetic. A real register is never overwritten."))
  }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp(say(vi: "Bao nhiêu người học.", en: "How many people learn.")))
  var learners: Int = 5000

  @Option(
    help: ArgumentHelp(
      say(vi: "Hạt giống: cùng số thì cùng thành phố.", en: "The same seed gives the same city.")))
  var seed: UInt64 = 2026

  @Option(
    help: ArgumentHelp(
      say(vi: "Thư mục xã phường và dân số.", en: "The folder of units and populations."),
      valueName: "folder"))
  var places: String = "content/data/hue"

  func validate() throws {
    guard (1...2_000_000).contains(learners) else {
      throw ValidationError(
        say(
          vi: "--learners phải từ 1 đến 2000000.", en: "--learners must be from 1 to 2000000."))
    }
  }

  func run(in workspace: Workspace) throws {
    let path = try RegisterLocation.new(global.db, in: workspace)
    let share = try ShareLocation.find(global.share, in: workspace)
    let files = try FoundingFiles(places: places, share: share, in: workspace)
    let today = CalendarDay(milliseconds: try Desk.now(in: workspace, isSynthetic: true))
    let random = RandomSource.seeded(SplitMix64(seed: seed))
    let firstDay = SyntheticCity.firstDay(until: today)
    let founding = Founding(
      files: files, actorName: say(vi: "Máy giả lập", en: "Synthetic city"), synthetic: "demo",
      language: global.lang.flatMap { Language(rawValue: $0) },
      now: SyntheticStep.startOfWork(on: firstDay), random: random)

    let progress = Progress(workspace, vi: "đã ghi", en: "recorded")
    var counts: [String: Int] = [:]
    try founding.make(at: path) { register in
      let city = try SyntheticCity(
        of: register, learners: learners, seed: seed, today: today)
      var recording = try SyntheticRecording(of: city, in: register, seed: seed)
      try recording.run(progress: progress.show)
      counts = try register.read { try $0.recordCounts() }
    }
    progress.end()

    guard !global.quiet else { return }
    func count(_ key: String) -> String { Spoken.count(counts[key] ?? 0) }
    // Some of them are entered twice, for somebody to find.
    let second = (counts["learner"] ?? 0) - learners
    let twice = say(
      vi: " (\(Spoken.count(second)) lần là ghi lại người đã có)",
      en:
        " (\(Spoken.count(second, "is a second record", "are second records")) of the same people)")
    workspace.tell(OutputOptions.notice(of: "demo"))
    workspace.tell(
      say(
        vi: "Đã tạo \(path): \(count("learner")) lần ghi của \(Spoken.count(learners)) người"
          + "\(second > 0 ? twice : ""), \(count("team")) tổ, \(count("session")) buổi, "
          + "\(count("mark")) lượt, \(count("event")) việc trong nhật ký.",
        en: "Made \(path): \(Spoken.count(counts["learner"] ?? 0, "record", "records")) of "
          + "\(Spoken.count(learners, "person", "people"))\(second > 0 ? twice : ""), "
          + [
            ("team", "team", "teams"),
            ("session", "session", "sessions"), ("mark", "attendance", "attendances"),
            ("event", "event", "events"),
          ].map { Spoken.count(counts[$0] ?? 0, $1, $2) }.joined(separator: ", ") + "."))
  }
}

extension SyntheticStep {
  /// Seven in the morning at +07:00, before anything is recorded.
  static func startOfWork(on day: CalendarDay) -> Int64 {
    Int64(day.ordinal) * 86_400_000
  }
}

extension SyntheticCity {
  /// A city of the register's own units, populations and courses.
  init(of register: Register, learners: Int, seed: UInt64, today: CalendarDay) throws {
    let (units, population, courses) = try register.read { reader in
      (
        try reader.gazetteer().localUnits(on: today), try reader.populationTable(nil),
        try reader.courses()
      )
    }
    self.init(
      seed: seed, learners: learners,
      places: units.map { unit in
        Place(unit, persons: population?.reading(of: unit.id, on: today).persons)
      },
      courses: courses, today: today)
  }
}

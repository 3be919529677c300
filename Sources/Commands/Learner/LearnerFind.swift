import ArgumentParser
import Domain
import Storage

struct LearnerFind: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "find",
      say(
        vi: "Tìm người theo tên, năm sinh, thôn, xã phường hoặc mã; không cần dấu.",
        en: "Find people by name, birth year, village, unit or reference; marks are not needed."),
      examples: ["lantoa learner find \"ho thi le 1961\"", "lantoa learner find \"lê phu xuan\""])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Argument(help: ArgumentHelp(say(vi: "Các chữ cần tìm.", en: "Words to look for.")))
  var words: [String]

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let found = try desk.read {
      // One more than is shown tells whether there are more.
      try $0.findLearners(words.joined(separator: " "), limit: limit.limit + 1)
    }
    let people = Array(found.prefix(limit.limit))
    var listing = presenter.listing(of: people)
    listing.remarks = [Self.extent(shown: people.count, of: found.count)]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }

  private static func extent(shown: Int, of found: Int) -> String {
    switch (shown, found) {
    case (0, _): say(vi: "Không thấy ai.", en: "Nobody found.")
    case (found, _): say(vi: "\(Spoken.count(found)) người.", en: "\(Spoken.count(found)) found.")
    default:
      say(
        vi: "\(Spoken.count(shown)) người đầu; còn nữa: gõ thêm chữ hoặc dùng --limit.",
        en: "The first \(Spoken.count(shown)); there are more: add words or --limit.")
    }
  }
}

extension RecordOutput {
  func listing(of people: [Learner]) -> Listing {
    let people = Self.referred(people)
    return Listing(
      people, as: learners,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Họ và tên", en: "Name")),
          .init(say(vi: "Giới", en: "Sex")), .init(say(vi: "Nơi ở", en: "Lives in")),
          .init(say(vi: "Ghi sổ", en: "Registered")),
        ],
        rows: people.map { person, reference in
          [
            reference.description, person.spoken, person.sex?.spoken ?? "",
            spoken(person.residence), Spoken.day(person.registeredOn),
          ]
        }))
  }
}

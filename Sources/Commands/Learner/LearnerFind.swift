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
      examples: [
        "lantoa learner find \"ho thi le 1961\"", "lantoa learner find \"lê phu xuan\"",
        "lantoa learner find \"ho thi le\" --void",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Argument(help: ArgumentHelp(say(vi: "Các chữ cần tìm.", en: "Words to look for.")))
  var words: [String]

  @Flag(
    help: ArgumentHelp(
      say(
        vi:
          "Chỉ những lần ghi đã hủy (undo, import undo): chữ vẫn còn trong sổ cho đến khi xóa hẳn.",
        en:
          "Only records that were taken back (undo, import undo): their words stay in the register "
          + "until they are erased.")))
  var void = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let found = try desk.read {
      // One more than is shown tells whether there are more.
      try $0.findLearners(
        words.joined(separator: " "), limit: limit.limit + 1, today: desk.today, void: void)
    }
    let people = Array(found.prefix(limit.limit))
    var listing = presenter.listing(of: people, today: desk.today)
    if people.count < found.count {
      listing.cut = say(
        vi:
          "Chỉ hiện \(Spoken.count(people.count)) người đầu, còn nữa. Gõ thêm chữ, hoặc thêm --limit "
          + "\(people.count * 10)",
        en: "Only \(Listing.firstShown(people.count)), there are more. Add words, or "
          + "--limit \(people.count * 10)")
    } else {
      listing.remarks = [
        people.isEmpty
          ? say(vi: "Không thấy ai.", en: "Nobody found.")
          : say(
            vi: "\(Spoken.count(found.count)) người.", en: "\(Spoken.count(found.count)) found.")
      ]
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension RecordOutput {
  /// The unit that holds the people of a residence on a day, with the one that was recorded beside it.
  func spoken(_ residence: Residence, on day: CalendarDay) -> String {
    let present = residence.present(in: gazetteer, on: day)
    guard present != residence, spoken(present) != spoken(residence) else { return spoken(present) }
    return say(
      vi: "\(spoken(present)) (ghi: \(spoken(residence)))",
      en: "\(spoken(present)) (recorded: \(spoken(residence)))")
  }

  func listing(of people: [Learner], today: CalendarDay) -> Listing {
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
            spoken(person.residence, on: today), Spoken.day(person.registeredOn),
          ]
        }))
  }
}

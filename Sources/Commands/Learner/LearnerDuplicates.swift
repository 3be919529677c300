import ArgumentParser
import Domain
import Storage

struct LearnerDuplicates: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "duplicates",
      say(
        vi: "Những cặp có thể là một người, để nối hoặc xác nhận là hai.",
        en: "Pairs who may be one person, to be linked or called distinct."),
      examples: ["lantoa learner duplicates", "lantoa learner duplicates --unit \"Phú Xuân\""],
      discussion: say(
        vi:
          "Không ai bị gộp tự động. Cùng một người: lantoa learner link; hai người: lantoa learner "
          + "distinct.",
        en:
          "Nobody is joined without being asked. One person: lantoa learner link; two people: lantoa "
          + "learner distinct."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Option(
    help: ArgumentHelp(
      say(vi: "Chỉ xã, phường này, hoặc outside.", en: "Only this unit, or outside.")))
  var unit: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let found = try desk.read { reader in
      let home = try unit.map { try Entry.residence($0, in: presenter.gazetteer, on: desk.today) }
      return try reader.duplicates(livingIn: home, today: desk.today, limit: limit.limit)
    }
    let references = found.pairs.flatMap { [$0.one.id, $0.other.id] }.references()
    func referred(_ learner: Learner) -> Referred<Learner> {
      (learner, references[learner.id] ?? Reference(learner.id))
    }
    let people = presenter.learners
    let shape = Shape<DuplicatePair>([
      .init("a", of: people.columns) { people.record(referred($0.one)) },
      .init("b", of: people.columns) { people.record(referred($0.other)) },
      .init("reason") { .text($0.reason.code) },
    ])
    var listing = Listing(
      found.pairs, as: shape,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Người thứ nhất", en: "The one")),
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Người thứ hai", en: "The other")),
          .init(say(vi: "Nơi ở", en: "Lives in")), .init(say(vi: "Vì sao", en: "Why")),
        ],
        rows: found.pairs.map { pair in
          let homes = [pair.one, pair.other].map { presenter.spoken($0.residence) }
          return [
            references[pair.one.id]?.description ?? "", pair.one.spoken,
            references[pair.other.id]?.description ?? "", pair.other.spoken,
            homes[0] == homes[1] ? homes[0] : homes.joined(separator: " · "), pair.reason.spoken,
          ]
        }))
    listing.remarks = [
      found.total == 0
        ? say(vi: "Không có cặp nào giống nhau.", en: "No two look alike.")
        : say(
          vi:
            "\(Spoken.count(found.pairs.count)) trong \(Spoken.count(found.total)) cặp. Một người: lantoa "
            + "learner link MÃ MÃ; hai người: lantoa learner distinct MÃ MÃ",
          en:
            "\(Spoken.count(found.pairs.count)) of \(Spoken.count(found.total)) pairs. One person: lantoa "
            + "learner link REF REF; two people: lantoa learner distinct REF REF")
    ]
    listing.cut = Listing.cut(shown: found.pairs.count, of: found.total)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension DuplicatePair.Reason {
  /// As in `docs/json.md`.
  fileprivate var code: String {
    switch self {
    case .sameHome: "same-unit"
    case .samePhone: "same-phone"
    }
  }

  fileprivate var spoken: String {
    switch self {
    case .sameHome: say(vi: "cùng tên, năm sinh, nơi ở", en: "name, year and unit")
    case .samePhone: say(vi: "cùng tên, năm sinh, điện thoại", en: "name, year and phone")
    }
  }
}

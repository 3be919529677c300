import ArgumentParser
import Domain
import Storage

struct ImportShow: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "show",
      say(
        vi: "Một lần nhập, và những người nó ghi vào sổ.", en: "One import, and whom it entered."),
      examples: ["lantoa import show 1"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Argument(
    help: ArgumentHelp(
      say(vi: "Số hoặc mã của lần nhập.", en: "The import's number, or reference.")))
  var number: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let (made, event, by, people, all) = try desk.read { reader in
      let made = try reader.import(number)
      let event = try reader.event(made.id)
      return (
        made, event, try event.flatMap { try reader.name(of: $0.event.actor) },
        try reader.people(createdBy: made.id, limit: limit.limit),
        try reader.countPeople(createdBy: made.id)
      )
    }
    var listing = Listing(
      made, as: presenter.imports, table: presenter.listing(of: people, today: desk.today).table)
    let day = event.map { CalendarDay(milliseconds: $0.event.clock.milliseconds) }
    listing.heading = [
      [
        made.spoken, day.map(Spoken.day), by,
        made.isVoid ? say(vi: "đã bỏ", en: "undone") : nil,
      ].compactMap(\.self).joined(separator: " · "),
      say(
        vi: "\(Spoken.count(made.counts.created)) mới · \(Spoken.count(made.counts.changed)) đổi · "
          + "\(Spoken.count(made.counts.unchanged)) như cũ · "
          + "\(Spoken.count(made.counts.rejected)) dòng chưa nhập",
        en:
          "\(Spoken.count(made.counts.created)) new · \(Spoken.count(made.counts.changed)) changed · "
          + "\(Spoken.count(made.counts.unchanged)) as before · "
          + "\(Spoken.count(made.counts.rejected)) rows rejected"),
    ]
    // JSON and CSV hold the import alone.
    if output.format == .table { listing.cut = Listing.cut(shown: people.count, of: all) }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

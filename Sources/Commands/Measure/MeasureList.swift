import ArgumentParser
import Domain
import Storage

struct MeasureList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list",
      say(vi: "Chỉ số nào đếm ai.", en: "Which measure counts whom."),
      examples: ["lantoa measure list"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    guard let programme = try desk.read({ try $0.programme() }) else {
      throw RecordError.noProgramme
    }
    let measures = limit.first(of: programme.measures)
    var listing = Listing(
      measures, as: try desk.recordOutput().measures(ofProgramme: programme.version),
      table: Table(
        [
          .init(say(vi: "Chỉ số", en: "Measure")), .init(say(vi: "Tên", en: "Title")),
          .init(say(vi: "Đếm ai", en: "Counts whom")),
        ],
        rows: measures.map {
          [$0.slug, $0.titles[Language.current.rawValue], $0.meaning]
        }))
    listing.cut = Listing.cut(shown: measures.count, of: programme.measures.count)
    listing.remarks = [
      say(
        vi: "Chương trình bản \(programme.version); khóa cốt lõi: "
          + programme.core.joined(separator: ", "),
        en: "Programme version \(programme.version); core courses: "
          + programme.core.joined(separator: ", "))
    ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

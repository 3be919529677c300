import ArgumentParser
import Domain
import Storage

struct ImportList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list", say(vi: "Các lần nhập, cũ trước.", en: "The imports, oldest first."),
      examples: ["lantoa import list"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let all = try desk.read { try $0.imports() }
    var listing = try desk.recordOutput().listing(of: limit.first(of: all))
    if all.isEmpty {
      listing.remarks = [
        say(vi: "Chưa nhập danh sách nào.", en: "No list has been imported yet.")
      ]
    } else {
      listing.tell(shown: listing.records.count, of: all.count)
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

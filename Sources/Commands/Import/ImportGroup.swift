import ArgumentParser
import Domain
import Storage

struct ImportGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "import", say(vi: "Những danh sách đã nhập.", en: "Lists that were taken in."),
      verbs: [ImportList.self, ImportShow.self, ImportUndoCommand.self, ImportRedo.self])
  }
}

extension Desk {
  /// The shape of `docs/json.md`.
  private func record(_ made: Import) -> OutputValue {
    [
      "number": .integer(made.number), "source": .text(made.list.source),
      "fileHash": .spelled(made.list.fileHash), "created": .integer(made.counts.created),
      "changed": .integer(made.counts.changed), "unchanged": .integer(made.counts.unchanged),
      "rejected": .integer(made.counts.rejected), "undone": .boolean(made.isVoid),
    ]
  }

  func listing(of made: Import) -> Listing {
    let all = listing(of: [made])
    return Listing(json: all.records[0], records: all.records, keys: all.keys, table: all.table)
  }

  func listing(of imports: [Import]) -> Listing {
    Listing(
      imports.map(record),
      keys: [
        "number", "source", "fileHash", "created", "changed", "unchanged", "rejected", "undone",
      ],
      table: Table(
        [
          .init(say(vi: "Số", en: "No."), .right), .init(say(vi: "Nguồn", en: "Source")),
          .init(say(vi: "Mới", en: "New"), .right),
          .init(say(vi: "Đổi", en: "Changed"), .right),
          .init(say(vi: "Như cũ", en: "As before"), .right),
          .init(say(vi: "Chưa nhập", en: "Rejected"), .right),
          .init(say(vi: "Trạng thái", en: "State")),
        ],
        rows: imports.map { made in
          [
            made.number.map(String.init) ?? Reference(made.id).description, made.list.source,
            Spoken.count(made.counts.created), Spoken.count(made.counts.changed),
            Spoken.count(made.counts.unchanged), Spoken.count(made.counts.rejected),
            made.isVoid ? say(vi: "đã bỏ", en: "undone") : "",
          ]
        }))
  }
}

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
    var listing = desk.listing(of: limit.first(of: try desk.read { try $0.imports() }))
    if listing.records.isEmpty {
      listing.remarks = [say(vi: "Chưa nhập danh sách nào.", en: "No list has been imported yet.")]
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

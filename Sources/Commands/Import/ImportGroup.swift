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

extension RecordOutput {
  var imports: Shape<Import> {
    Shape([
      .init("number") { .integer($0.number) }, .init("source") { .text($0.list.source) },
      .init("fileHash") { .spelled($0.list.fileHash) },
      .init("created") { .integer($0.counts.created) },
      .init("changed") { .integer($0.counts.changed) },
      .init("unchanged") { .integer($0.counts.unchanged) },
      .init("rejected") { .integer($0.counts.rejected) },
      .init("undone") { .boolean($0.isVoid) }, demo(),
    ])
  }

  func listing(of made: Import) -> Listing {
    Listing(made, as: imports, table: table(of: [made]))
  }

  func listing(of made: [Import]) -> Listing {
    Listing(made, as: imports, table: table(of: made))
  }

  private func table(of made: [Import]) -> Table {
    Table(
      [
        .init(say(vi: "Số", en: "No."), .right), .init(say(vi: "Nguồn", en: "Source")),
        .init(say(vi: "Mới", en: "New"), .right), .init(say(vi: "Đổi", en: "Changed"), .right),
        .init(say(vi: "Như cũ", en: "As before"), .right),
        .init(say(vi: "Chưa nhập", en: "Rejected"), .right),
        .init(""),
      ],
      rows: made.map { made in
        [
          made.number.map(String.init) ?? Reference(made.id).description, made.list.source,
          Spoken.count(made.counts.created), Spoken.count(made.counts.changed),
          Spoken.count(made.counts.unchanged), Spoken.count(made.counts.rejected),
          made.isVoid ? say(vi: "đã bỏ", en: "undone") : "",
        ]
      })
  }
}

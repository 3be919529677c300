import ArgumentParser
import Foundation

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

/// In which form, and where to, a command gives out data: the one place that decides.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        vi: "Dạng kết quả: bảng, JSON hay CSV.", en: "Form of the result: table, JSON or CSV.")))
  var format: OutputFormat = .table

  @Option(
    help: ArgumentHelp(
      say(vi: "Ghi kết quả vào tệp này.", en: "Write the result to this file."),
      valueName: "file"))
  var output: String?

  /// Gives out a listing. What is synthetic says so: in the table, and beside JSON and CSV.
  func give(_ listing: Listing, synthetic: String?, in workspace: Workspace) throws {
    let text: String
    switch format {
    case .json: text = try listing.json.json
    case .csv: text = OutputValue.csv(listing.records, keys: listing.keys)
    case .table:
      let notice = synthetic.map { [Self.notice(of: $0)] } ?? []
      let heading = (notice + listing.heading).map(\.printable)
      let remarks = listing.remarks.map(\.printable)
      let lines =
        heading + [listing.table.rows.isEmpty ? nil : listing.table.text].compactMap(\.self)
        + remarks
      text = lines.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
    }
    if let synthetic, format != .table || output != nil {
      let notice = Self.notice(of: synthetic)
      // Where the records say nothing of it, not even `--quiet` takes the notice away.
      if format == .json, !listing.jsonTellsSynthetic {
        workspace.tell(notice)
      } else {
        workspace.remark(notice)
      }
    }
    if let cut = listing.cut { workspace.remark(cut) }
    guard let output else {
      workspace.output(text)
      return
    }
    let path = workspace.path(output)
    try OutputFile.write(text, to: path)
    workspace.remark(say(vi: "Đã ghi \(path)", en: "Wrote \(path)"))
  }

  static func notice(of synthetic: String) -> String {
    synthetic == "demo"
      ? say(
        vi: "*** DỮ LIỆU GIẢ LẬP: người và số trong sổ này do máy tạo, không có thật ***",
        en: "*** SYNTHETIC DATA: the people and figures of this register are invented ***")
      : say(
        vi: "*** SỔ THỬ: không dùng cho người thật ***",
        en: "*** TEST REGISTER: not for real people ***")
  }
}

/// How long a list may be.
struct LimitOption: ParsableArguments {
  @Option(help: ArgumentHelp(say(vi: "Nhiều nhất bao nhiêu dòng.", en: "How many rows at most.")))
  var limit: Int = 50

  func validate() throws {
    try Self.check(limit)
  }

  /// - Throws: `ValidationError` for what cannot be meant as a number of rows.
  fileprivate static func check(_ limit: Int) throws {
    guard (1...1_000_000_000).contains(limit) else {
      throw ValidationError(
        say(
          vi: "--limit phải từ 1 đến 1.000.000.000.", en: "--limit must be 1 to 1,000,000,000."))
    }
  }
}

/// How many rows of a list that is short enough to be shown whole.
struct OptionalLimit: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        vi: "Nhiều nhất bao nhiêu dòng (mặc định tất cả).",
        en: "How many rows at most (default all).")))
  var limit: Int?

  func validate() throws {
    try limit.map(LimitOption.check)
  }

  func first<Row>(of rows: [Row]) -> [Row] {
    limit.map { Array(rows.prefix($0)) } ?? rows
  }
}

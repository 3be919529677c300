import ArgumentParser
import Domain
import Foundation
import Intake
import Storage

/// What every import of a list asks for.
struct ListImportOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say(vi: "Tệp CSV.", en: "The CSV file."), valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Danh sách này gọi là gì (mặc định là tên tệp); mã (external_id) là duy nhất trong một "
          + "nguồn.",
        en:
          "What the list is called (by default the file's name); its keys (external_id) are unique "
          + "within a source.")))
  var source: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Tên xã, phường hiểu theo ngày này, thay vì ngày của từng dòng.",
        en: "Read the names of units as of this day, instead of each row's own."),
      valueName: "day"))
  var unitsAsOf: DayArgument?

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Chỉ xem kết quả sẽ ra sao, không ghi gì.",
        en: "Only tell what would become of it; record nothing.")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Một dòng hỏng thì không ghi dòng nào.",
        en: "If a row cannot be taken, take none.")))
  var allOrNothing = false
}

/// A list being read: twice, for what is wrong with it as a whole must be known before anything is
/// recorded.
struct ListImport {
  let options: ListImportOptions
  let desk: Desk
  let path: String
  let scan: ListScan
  let list: ImportedList
  private let kind: ListKind

  /// - Throws: `Failure`, `UsageError` for a file that cannot be read, or a source that is not named.
  init(
    _ kind: ListKind, _ options: ListImportOptions, for output: OutputOptions, at desk: Desk
  ) throws {
    self.options = options
    self.kind = kind
    self.desk = desk
    path = desk.workspace.path(options.file)
    try Self.requireAnotherFile(for: output, than: path, in: desk.workspace)
    let file = try ListFile(path)
    scan = try Self.naming(options.file) { () throws(ListFileError) in
      try ListScan(kind, chunks: file.next)
    }
    guard scan.rowCount > 0 else {
      throw Failure(
        vi:
          "\(options.file): danh sách chỉ có dòng tiêu đề, không có dòng nào để nhập. Ghi mỗi người "
          + "một dòng dưới tiêu đề rồi nhập lại.",
        en: "\(options.file): the list has no rows, only its header. Write a row for each person "
          + "below it, and import again.")
    }
    let isKeyed = scan.header.has(.externalKey) || kind == .sessions
    if isKeyed, options.source == nil {
      throw UsageError(
        vi: "Danh sách có cột mã (external_id hoặc session): cho biết nguồn, thí dụ --source \"sổ "
          + "phường 2026\".",
        en: "The list has a column of keys (external_id or session): name its source, for example "
          + "--source \"ward book 2026\".")
    }
    let source =
      try options.source.map { try Entry.remark($0, by: "--source") }
      ?? (path as NSString).lastPathComponent
    list = ImportedList(source: source, fileHash: try file.hash())
  }

  /// Whether what is recorded may be taken back before the import ends.
  var isTentative: Bool { options.dryRun || options.allOrNothing }

  /// What an import came to.
  struct Result {
    let made: Import
    let isKept: Bool
    /// Where the rejected rows are.
    var errors: String?
  }

  /// Reads the list again, row by row, in one transaction.
  ///
  /// - Throws: `Failure` where the file has changed since the first reading; nothing is then recorded.
  func run<Draft: ListDraft>(
    _ body: (
      _ next: () throws -> ListRow<Draft>?, _ run: inout ImportRun, _ recorder: inout Recorder,
      _ rejected: RejectedFile
    ) throws -> Void
  ) throws -> Result {
    let file = try ListFile(path)
    let rejected = try RejectedFile(
      scan.header, of: path, isWritten: !options.dryRun, in: desk.workspace)
    // Noted before the first row, so that a draft is known of whatever becomes of this process.
    try rejected.draftPath.map(desk.register.note(rejectedFile:))
    defer { try? rejected.draftPath.map(desk.register.forget(rejectedFile:)) }
    let progress = Progress(
      desk.workspace, vi: "Đang nhập, dòng", en: "Importing, row")
    defer { progress.end() }
    let keeps = { (result: Result) in result.isKept }
    var result = try desk.record(keepingIf: keeps) { recorder in
      var run = try ImportRun(list, ofSessions: kind == .sessions, in: &recorder)
      var reader = try Self.naming(options.file) { () throws(ListFileError) in
        try ListReader<Draft>(thisYear: desk.today.year, chunks: file.next)
      }
      var done = 0
      let next = { () throws -> ListRow<Draft>? in
        done += 1
        if done.isMultiple(of: 1000) { progress.show(done) }
        return try Self.naming(options.file) { () throws(ListFileError) in try reader.next() }
      }
      try body(next, &run, &recorder, rejected)
      guard try file.hash() == list.fileHash else {
        throw Failure(
          vi:
            "\(options.file): tệp đã thay đổi trong lúc đọc; chưa ghi gì. Đóng chương trình đang sửa "
            + "tệp rồi nhập lại.",
          en:
            "\(options.file): the file changed while it was read; nothing was recorded. Close what is "
            + "changing it, and import again.")
      }
      try run.finish(in: &recorder)
      guard let made = try recorder.reader.imports().first(where: { $0.id == run.id }) else {
        preconditionFailure("an import that has just been recorded is there")
      }
      let isRefused = options.allOrNothing && run.counts.rejected > 0
      return Result(made: made, isKept: !options.dryRun && !isRefused)
    }
    result.errors = try rejected.finish()
    if let errors = result.errors { try desk.register.note(rejectedFile: errors) }
    return result
  }

  /// Tells the run of every row of a list of people that calls somebody new; such a list is read once more
  /// for it.
  func announceNewRows(to run: inout ImportRun) throws {
    guard scan.header.has(.person) else { return }
    let file = try ListFile(path)
    try Self.naming(options.file) { () throws(ListFileError) in
      var reader = try ListReader<PersonDraft>(thisYear: desk.today.year, chunks: file.next)
      while let row = try reader.next() {
        guard case .draft(let draft) = row.content, draft.choice == .new, draft.externalKey == nil
        else { continue }
        run.announce(NewRow(draft.person, sex: draft.sex))
      }
    }
  }

  private static func naming<Value>(
    _ typed: String, _ body: () throws(ListFileError) -> Value
  ) throws -> Value {
    do throws(ListFileError) {
      return try body()
    } catch {
      throw Failure(vi: "\(typed): \(error.message)", en: "\(typed): \(error.message)")
    }
  }
}

extension ListImport {
  /// Says what became of the list: the import on stdout, the rest to whoever is watching.
  ///
  /// - Throws: `ExitCode.failure` where a row was rejected.
  ///
  /// `entered` is how many people it has entered in the register.
  func report(
    _ result: Result, entered: Int, remarks: [String], _ output: OutputOptions
  ) throws {
    let made = result.isKept || options.dryRun ? result.made : result.made.refused
    let listing = try desk.recordOutput().listing(of: made)
    var all = remarks
    let ignored = scan.header.ignored
    if !ignored.isEmpty {
      let columns = Spoken.names(ignored)
      all.append(say(vi: "Bỏ qua cột: \(columns).", en: "Columns left out: \(columns)."))
    }
    if let errors = result.errors, options.allOrNothing {
      all.append(
        say(
          vi:
            "\(Spoken.count(made.counts.rejected)) dòng hỏng, lý do ở \(errors): sửa ngay trong danh sách "
            + "rồi nhập lại cả danh sách.",
          en:
            "Rows that cannot be taken: \(Spoken.count(made.counts.rejected)), with the reasons in "
            + "\(errors): correct the list itself, and import the whole of it again."))
    } else if let errors = result.errors {
      all.append(
        say(
          vi:
            "\(Spoken.count(made.counts.rejected)) dòng chưa nhập, ghi ở \(errors): sửa ở đó rồi nhập "
            + "tệp đó.",
          en:
            "Rows that were not taken: \(Spoken.count(made.counts.rejected)). They are in \(errors): "
            + "correct them there and import that file."))
    }
    let erased = try desk.read { try $0.erasedPeople(broughtBySource: list.source) }
    if erased > 0, entered > 0 {
      all.append(
        say(
          vi:
            "\(Spoken.count(erased)) người từng có trong nguồn này đã được xóa tên. Nếu danh sách còn dòng "
            + "của họ thì họ vừa được ghi lại như người mới: bỏ dòng đó khỏi danh sách, và xóa lại: lantoa "
            + "learner erase …",
          en:
            "People of this source who have been erased: \(Spoken.count(erased)). Rows of theirs that are "
            + "still in the list have just been registered anew: take these out of the list, and erase "
            + "them again: lantoa learner erase …"))
    }
    if options.dryRun {
      all.append(say(vi: "Chạy thử: chưa ghi gì.", en: "A rehearsal: nothing was recorded."))
    } else if !result.isKept {
      desk.workspace.tell(
        say(
          vi: "Có dòng hỏng nên chưa ghi gì (--all-or-nothing).",
          en: "Rows could not be taken, so nothing was recorded (--all-or-nothing)."))
    } else if let number = made.number, made.counts.taken > 0 {
      all.append(
        say(
          vi: "Bỏ cả lần nhập này: lantoa import undo \(number)",
          en: "To take the whole import back: lantoa import undo \(number)"))
    }
    try output.give(listing, synthetic: desk.synthetic, in: desk.workspace)
    for remark in all { desk.tell(remark) }
    if made.counts.rejected > 0 { throw ExitCode.failure }
  }

  /// The same where these very bytes have been imported: nothing changes.
  func report(_ earlier: Import, _ output: OutputOptions) throws {
    let same = Import(
      id: earlier.id, number: earlier.number, list: earlier.list,
      counts: ImportCounts(
        unchanged: earlier.counts.created + earlier.counts.changed + earlier.counts.unchanged),
      isVoid: false)
    let listing = try desk.recordOutput().listing(of: same)
    try output.give(listing, synthetic: desk.synthetic, in: desk.workspace)
    desk.tell(
      say(
        vi: "Tệp này đã được nhập (\(earlier.spoken)). Không có gì thay đổi.",
        en: "This very file has been imported (\(earlier.spoken)). Nothing changes."))
    let number = earlier.number.map(String.init) ?? Reference(earlier.id).description
    if options.source != nil && list.source != earlier.list.source || options.unitsAsOf != nil {
      desk.tell(
        say(
          vi:
            "Muốn nhập lại với --source hay --units-as-of khác: lantoa import undo \(number) trước.",
          en: "To take it in with another --source or --units-as-of: lantoa import undo \(number) "
            + "first."))
    }
    if earlier.counts.rejected > 0 {
      desk.tell(
        say(
          vi:
            "Lần đó còn \(Spoken.count(earlier.counts.rejected)) dòng chưa nhập, ghi ở tệp dòng hỏng mà lần đó "
            + "báo tên: sửa ở đó rồi nhập tệp đó. Muốn nhập lại cả tệp này: lantoa import undo \(number) "
            + "trước.",
          en:
            "Rows not taken then: \(Spoken.count(earlier.counts.rejected)). They are in the file of rejected "
            + "rows that was named then: correct them there, and import that. To take in all of this file "
            + "again: lantoa import undo \(number) first."))
    }
  }

  /// - Throws: `UsageError` where the result is to be written over the list, or over a file of the rows
  ///   that were not taken.
  private static func requireAnotherFile(
    for output: OutputOptions, than path: String, in workspace: Workspace
  ) throws {
    guard let typed = output.output else { return }
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    let (target, list) = (resolved(workspace.path(typed)), resolved(path))
    let isList = FileIdentity(of: target).map { $0 == FileIdentity(of: list) } ?? (target == list)
    guard isList || target.hasPrefix(list + ".errors.") else { return }
    throw UsageError(
      vi:
        "--output “\(typed)” là danh sách, hoặc tệp dòng hỏng của nó. Chọn tệp khác để ghi kết quả; chưa "
        + "nhập gì.",
      en:
        "--output “\(typed)” is the list, or the file of its rejected rows. Choose another file for the "
        + "result; nothing was imported.")
  }
}

extension Import {
  /// An import that was not made, for rows of it could not be taken.
  fileprivate var refused: Import {
    Import(
      id: id, number: nil, list: list, counts: ImportCounts(rejected: counts.rejected),
      isVoid: false)
  }
}

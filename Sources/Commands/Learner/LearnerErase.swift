import ArgumentParser
import Domain
import Storage

struct LearnerErase: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "erase",
      say(
        vi:
          "Xóa hẳn tên, năm sinh, điện thoại của một người; số đếm giữ nguyên. Không lấy lại được.",
        en: "Erase somebody's name, birth year and phone for good; every count stays."),
      examples: [
        "lantoa learner erase 7K2M-9QXD --yes",
        "lantoa learner erase 7K2M-9QXD --notes-of 3QTB-2M8K",
      ],
      discussion: say(
        vi:
          "Xóa ở mọi lần ghi được nối là một người, trong nhật ký, các bảng, và tệp dòng lỗi do lần nhập "
          + "ghi ra. Ghi chú và địa điểm có đủ họ tên thì xóa theo; gọi tắt thì thêm --notes-of, cả khi "
          + "người đó đã xóa từ trước. Danh sách đã nhập hay đã xuất, giấy đã in và bản sao lưu cũ thì chính tay mình hủy.",
        en: "From every record linked to one person, in the journal, the tables, and the files of "
          + "rejected rows that imports wrote. Notes and venues with the full name go, too; with "
          + "less than that by --notes-of, also after the person was erased. Lists that were imported or "
          + "exported, printed sheets and older backups are yours to destroy."))
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã những người học.", en: "The learners' references.")))
  var learners: [String]

  @Option(
    name: .customLong("notes-of"),
    help: ArgumentHelp(
      say(
        vi: "Buổi mà mọi ghi chú, địa điểm và lý do hủy cũng xóa hẳn, dù ghi gì; ghi nhiều lần.",
        en:
          "A session whose every note, venue and reason of a void goes too, whatever they say; repeat "
          + "it."),
      valueName: "session"))
  var notesOf: [String] = []

  @Flag(help: ArgumentHelp(say(vi: "Làm luôn, không hỏi.", en: "Do it without asking.")))
  var yes = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    try desk.register.requireSoleName()
    try desk.register.requireFindable()
    let (asked, records, alike, losses, traces, keptNames) = try desk.read { reader in
      let people = try learners.map { try reader.learner($0) }
      let records = try people.flatMap { try reader.group(of: $0.id) }.map(\.id)
      let traces = try reader.traces(of: records)
      return (
        people, records, try Lookalikes(of: people, in: reader),
        try reader.textLosses(with: records, asked: try notesOf.map(reader.session)), traces,
        try reader.keptNames(of: traces)
      )
    }
    let reach = ErasureReach(
      losses: losses, files: try RejectedFile.losses(of: traces, at: desk), keptNames: keptNames)
    try confirm(asked, reach.before + alike.before, at: desk)
    // A rehearsal: files are cleared only for an erasure that can be recorded.
    _ = try desk.record(keepingIf: { _ in false }, erase)
    let rejected = try RejectedFile.clear(of: traces, at: desk)
    let erased = try desk.record(erase)
    let noted = try desk.read { try $0.notedSessions(with: records) }
    let list = try RegisterCondition.listTrouble(at: desk)
    for path in rejected.missing { try desk.register.forget(rejectedFile: path) }
    let drafts = try desk.register.abandonedDrafts().map { $0.remove() ? $0.removal : $0.warning }
    let foreign = ForeignWords(try desk.register.foreignContent())
    try desk.register.close()
    let rewriting = try Register.rewrite(at: desk.register.path)
    let outcome = ErasureOutcome(
      records: erased.count, listTrouble: list, rejected: rejected, rewriting: rewriting)
    desk.done(nil, outcome.heading)
    let lines =
      outcome.ofFiles + drafts + reach.after(noted: noted, of: asked)
      + (foreign.map { [$0.unsearched] } ?? []) + alike.after + outcome.ofRewriting
    for line in lines + [ErasureOutcome.elsewhere] { desk.tell(line) }
  }

  private func erase(in recorder: inout Recorder) throws -> [Learner] {
    let sessions = try notesOf.map(recorder.reader.session)
    var done: [Learner] = []
    for typed in learners {
      let learner = try recorder.reader.learner(typed)
      // Two references may be one person.
      guard !done.contains(where: { $0.id == learner.id }) else { continue }
      done += try recorder.erase(learner, withTextsOf: done.isEmpty ? sessions : [])
    }
    return done
  }

  private func confirm(_ people: [Learner], _ announcement: [String], at desk: Desk) throws {
    guard !yes else { return }
    let spoken = people.map(\.spoken).joined(separator: ", ")
    let lines = announcement.map { $0 + "\n" }.joined()
    let answer = desk.workspace.answer(
      to: say(
        vi: "\(lines)Xóa hẳn \(spoken)? Không lấy lại được. [c/K]: ",
        en: "\(lines)Erase \(spoken) for good? This cannot be undone. [y/N]: "))
    guard let first = answer?.lowercased().first, "cy".contains(first) else {
      throw Failure(
        vi: "\(lines)Chưa xóa. Thêm --yes để xóa hẳn \(spoken).",
        en: "\(lines)Not erased. Add --yes to erase \(spoken) for good.")
    }
  }
}

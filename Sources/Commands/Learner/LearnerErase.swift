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
          + "người đó đã xóa từ trước. Tệp đã xuất, giấy đã in và bản sao lưu cũ thì chính tay mình hủy.",
        en: "From every record linked to one person, in the journal, the tables, and the files of "
          + "rejected rows that imports wrote. Notes and venues with the full name go, too; with "
          + "less than that by --notes-of, also after the person was erased. Exports, printed sheets "
          + "and older backups are yours to destroy."))
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
    desk.done(nil, Self.sentence(records: erased.count, isListed: list == nil))
    if let list {
      desk.tell(
        list + " "
          + say(vi: "Xem lại: lantoa doctor", en: "To look again: lantoa doctor"))
    }
    if rejected.rows > 0 {
      desk.tell(
        say(
          vi: "Đã bỏ \(Spoken.count(rejected.rows)) dòng khỏi tệp .errors.csv.",
          en: "Rows taken out of .errors.csv files: \(Spoken.count(rejected.rows))."))
    }
    for path in rejected.unread {
      desk.tell(
        say(
          vi: "Không đọc hoặc ghi được \(path): mở tệp đó, tự xóa các dòng của người này. lantoa "
            + "doctor còn nhắc cho đến khi xong.",
          en: "Cannot read or write \(path): open it, and delete this person's rows yourself. "
            + "lantoa doctor names it until that is done."))
    }
    for path in rejected.missing {
      desk.tell(
        say(
          vi: "Không còn thấy \(path): nếu đã chuyển đi hoặc lưu tên khác, tự xóa các dòng của "
            + "người này ở đó.",
          en: "Not found any more: \(path); if it was moved or saved under another name, take this "
            + "person's rows out there."))
    }
    drafts.forEach(desk.tell)
    reach.after(noted: noted, of: asked).forEach(desk.tell)
    if let foreign { desk.tell(foreign.unsearched) }
    alike.after.forEach(desk.tell)
    if case .postponed(let obstacle) = rewriting {
      desk.tell(
        say(
          vi:
            "Người đó đã xóa khỏi sổ và nhật ký. Nhưng chữ cũ còn nằm trong tệp cho đến khi ghi lại được "
            + "cả tệp: \(obstacle.postponement). Lệnh lantoa kế tiếp sẽ tự ghi lại; đến lúc đó lantoa "
            + "doctor còn nhắc.",
          en:
            "They are erased in the journal and the tables. But old bytes still lie in the file until it "
            + "can be written anew: \(obstacle.postponement). The next lantoa command does that by "
            + "itself; until then lantoa doctor says so."))
    }
    desk.tell(
      say(
        vi:
          "Hãy hủy cả danh sách đã xuất, giấy đã in, và bản sao lưu cũ có người này.",
        en: "Destroy exports, printed sheets and older backups that have this person, too."))
  }

  /// Whoever is on no list for restores comes back with an older backup: not for good, then.
  private static func sentence(records: Int, isListed: Bool) -> String {
    let count = Spoken.count(records)
    return isListed
      ? say(
        vi: "Đã xóa hẳn (\(count) lần ghi). Số đếm không đổi.",
        en: "Erased for good (records: \(count)). No count has changed.")
      : say(
        vi:
          "Đã xóa khỏi sổ này (\(count) lần ghi), nhưng chưa ghi được vào danh sách để khi khôi phục thì "
          + "xóa lại. Số đếm không đổi.",
        en:
          "Erased in this register (records: \(count)), but not yet on the list by which a restore erases "
          + "them again. No count has changed.")
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

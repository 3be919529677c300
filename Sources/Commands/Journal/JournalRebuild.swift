import ArgumentParser
import Domain
import Storage

struct JournalRebuild: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "rebuild",
      say(
        vi: "Dựng lại mọi bảng từ nhật ký đã kiểm là nguyên vẹn; nhật ký không đổi.",
        en: "Check the journal, then fold all tables anew from it; it does not change."),
      examples: ["lantoa journal rebuild"])
  }

  @OptionGroup var global: GlobalOptions

  func run(in workspace: Workspace) throws {
    try UnreadableRegister.telling(.rebuild) { try rebuild(in: workspace) }
  }

  private func rebuild(in workspace: Workspace) throws {
    if try isWrittenAnew(in: workspace) { return }
    let desk = try Desk(global, in: workspace)
    try desk.register.mendIndexes()
    try requireSoundJournal(of: desk)
    let progress = Progress(workspace, vi: "đã dựng", en: "folded")
    let emptied = try desk.register.rebuild(progress: progress.show)
    progress.end()
    let isRewritePending = try desk.register.isRewritePending()
    try desk.register.close()
    desk.done(nil, say(vi: "Đã dựng lại các bảng.", en: "The tables are rebuilt."))
    if emptied > 0 {
      desk.tell(
        say(
          vi: "Đã xóa lại phần riêng tư của người đã được xóa (\(Spoken.count(emptied)) việc).",
          en:
            "Erased again: \(Spoken.count(emptied, "event", "events")) that still had a personal part of "
            + "somebody erased."))
    }
    guard isRewritePending else { return }
    ErasureOutcome.lines(of: try Register.rewrite(at: desk.register.path)).forEach(desk.tell)
  }

  /// Makes another file of the journal, if that is whole, in the place of one that nothing should be written to.
  private func isWrittenAnew(in workspace: Workspace) throws -> Bool {
    let path = try RegisterLocation.requireNoFolder(
      RegisterLocation.existing(global.db, in: workspace))
    let register = try Register.open(at: path)
    let isDamaged = try register.hasDamagedPages()
    try register.close()
    guard isDamaged else { return false }
    let progress = Progress(workspace, vi: "đã dựng", en: "folded")
    let rewriting = try Register.rewrite(
      at: path, foldingAnew: true, progress: progress.show)
    progress.end()
    switch rewriting {
    case .done: break
    case .postponed(.damaged): return false
    case .postponed(let obstacle): throw obstacle
    }
    try Desk(global, in: workspace).done(
      nil,
      say(
        vi: "Tệp có trang hỏng, nhật ký còn nguyên: đã ghi lại cả tệp và dựng lại các bảng.",
        en:
          "Pages of the file were damaged, and its journal is whole: the file was written anew, with the tables "
          + "rebuilt."))
    return true
  }

  /// - Throws: `Failure` for a journal that is not as it was written: its fold would hide what is missing.
  private func requireSoundJournal(of desk: Desk) throws {
    let progress = Progress(desk.workspace, vi: "đã kiểm", en: "checked")
    let journal = try desk.register.verify(
      includingProjection: false, progress: progress.show)
    progress.end()
    guard !journal.faults.allSatisfy({ $0.problem == .personalKept }) else { return }
    guard journal.faults.contains(where: { $0.problem != .indexDamaged }) else {
      throw Failure(
        vi:
          "tệp của sổ hỏng ở chỗ mà làm lại chỉ mục không sửa được, nên không dựng lại bảng nào. Đừng ghi thêm; làm "
          + "sổ mới từ những gì còn đọc được, được kiểm từng việc: lantoa backup BẢN_SAO, rồi lantoa restore BẢN_SAO "
          + "--db SỔ_MỚI",
        en:
          "the file of the register is damaged where making indexes again does not mend it, so no table was "
          + "rebuilt. Do not record more; make a register of what can be read, with every event checked: lantoa "
          + "backup COPY, then lantoa restore COPY --db NEW_REGISTER")
    }
    let count = journal.faults.count
    let first = journal.faults.lazy.compactMap(\.row).first
    throw Failure(
      vi:
        "nhật ký có \(Spoken.count(count)) lỗi\(first.map { ", lỗi đầu ở dòng \($0) của nhật ký" } ?? ""), "
        + "nên không dựng lại bảng nào. Đừng ghi thêm; \(CopyAside.vi), và khôi phục bản sao lưu mới "
        + "nhất ra sổ mới (lantoa restore BẢN_SAO --db SỔ_MỚI). Xem mọi lỗi: lantoa journal verify",
      en: "the journal has \(Spoken.count(count, "fault", "faults"))"
        + "\(first.map { ", the first in row \($0) of the journal" } ?? ""), so no table was rebuilt. Do "
        + "not record more; \(CopyAside.en), and bring the newest backup back as a new register (lantoa "
        + "restore BACKUP --db NEW_REGISTER). To see every fault: lantoa journal verify")
  }
}

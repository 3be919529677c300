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
    let desk = try Desk(global, in: workspace)
    try desk.register.mendIndexes()
    try requireSoundJournal(of: desk)
    let progress = Progress(workspace, vi: "đã dựng", en: "folded")
    let emptied = try desk.register.rebuild(progress: progress.show)
    progress.end()
    try desk.register.close()
    desk.done(nil, say(vi: "Đã dựng lại các bảng.", en: "The tables are rebuilt."))
    guard emptied > 0 else { return }
    let lines =
      try [
        say(
          vi: "Đã xóa lại phần riêng tư của người đã được xóa (\(Spoken.count(emptied)) việc).",
          en:
            "Erased again: \(Spoken.count(emptied, "event", "events")) that still had a personal part of "
            + "somebody erased.")
      ] + ErasureOutcome.lines(of: Register.rewrite(at: desk.register.path))
    lines.forEach(desk.tell)
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

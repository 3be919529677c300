import ArgumentParser
import Domain
import Storage

struct RestoreCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "restore",
      say(
        vi: "Khôi phục sổ từ bản sao lưu, ra chỗ chưa có sổ.",
        en: "Bring a register back from a backup, at a place where none is."),
      examples: [
        "lantoa restore /media/usb/lantoa-2026-11-25.db --db lantoa.db",
        "lantoa restore old.db --db lantoa.db --erased lost.db.erased",
      ],
      discussion: say(
        vi:
          "Không bao giờ ghi đè sổ đang có. Ai đã được xóa sau lúc sao lưu thì xóa lại, theo mọi tệp "
          + ".erased trong thư mục của bản sao và của sổ mới, và theo --erased. Sổ khôi phục ghi bằng "
          + "một mã máy mới.",
        en:
          "Never over a register. People erased since the backup was made are erased again: by "
          + "every .erased file in the folders of the backup and of the new register, and those of "
          + "--erased. What was restored records under a device of its own."))
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Bản sao lưu.", en: "The backup."), valueName: "file"))
  var backup: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Danh sách người đã được xóa (.erased) ở nơi khác.",
        en: "A list of erased people (.erased) that lies elsewhere."),
      valueName: "file"))
  var erased: [String] = []

  func run(in workspace: Workspace) throws {
    let path = try RegisterLocation.new(global.db, in: workspace)
    let named = erased.map(workspace.path)
    for file in named where !ErasedList.exists(at: file) {
      throw Failure(
        vi: "Không thấy danh sách người đã được xóa “\(file)”. Xem lại tên tệp.",
        en: "There is no list of erased people at “\(file)”. Check its name.")
    }
    let lists = try named.map(ErasedList.read)
    let progress = Progress(workspace, vi: "đã kiểm", en: "checked")
    var random = workspace.random
    let isSynthetic = Register.peek(.synthetic, at: workspace.path(backup)) != nil
    let now = try Desk.now(in: workspace, isSynthetic: isSynthetic)
    let restored = try Register.restore(
      workspace.path(backup), to: path,
      device: .timeOrdered(milliseconds: now, using: &random),
      by: Author(now: now, random: random, checksClock: false),
      account: try Desk.actorName(global, in: workspace) ?? Desk.loginName(in: workspace),
      lists: lists, progress: progress.show)
    progress.end()
    workspace.remark(
      say(
        vi:
          "Đã khôi phục \(path): \(Spoken.count(restored.verification.events)) việc, tất cả nguyên vẹn.",
        en: "Restored \(path): "
          + "\(Spoken.count(restored.verification.events, "event", "events")), all sound."))
    if restored.isFoldedAnew {
      workspace.remark(
        say(
          vi:
            "Nhật ký của bản sao nguyên vẹn, nhưng có bảng khác với nhật ký: đã dựng lại mọi bảng từ "
            + "nhật ký.",
          en:
            "The journal of the backup was whole, but tables differed from it: all tables were folded "
            + "anew from the journal."))
    }
    if !restored.hasLists {
      workspace.remark(
        say(
          vi:
            "Không thấy danh sách người đã được xóa (.erased) nào cạnh bản sao hay cạnh sổ: ai được xóa "
            + "sau lúc sao lưu thì có lại. Nếu còn danh sách ở nơi khác: xóa \(path), khôi phục lại với "
            + "--erased",
          en:
            "No list of erased people (.erased) lies beside the backup or the register: whoever was "
            + "erased since the backup is back. If you have one elsewhere: remove \(path), and restore "
            + "again with --erased"))
    }
    if restored.erased > 0 {
      workspace.remark(
        say(
          vi: "Đã xóa lại \(Spoken.count(restored.erased)) người được xóa sau lúc sao lưu.",
          en: "Erased again, because they were since the backup: "
            + "\(Spoken.count(restored.erased, "person", "people"))."))
    }
  }
}

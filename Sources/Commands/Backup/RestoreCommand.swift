import ArgumentParser
import Domain
import Foundation
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
          + ".erased trong thư mục của bản sao và của sổ mới, và theo --erased. Bản sao phải khớp tệp "
          + ".manifest.json cạnh nó. Sổ khôi phục ghi bằng một mã máy mới.",
        en:
          "Never over a register. People erased since the backup was made are erased again: by "
          + "every .erased file in the folders of the backup and of the new register, and those of "
          + "--erased. The backup must agree with the .manifest.json beside it. What was restored "
          + "records under a device of its own."))
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

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Khôi phục dù tệp .manifest.json hỏng hoặc không khớp; nhật ký vẫn được kiểm.",
        en:
          "Restore although the .manifest.json is broken or does not agree; the journal is still checked."
      )))
  var ignoreManifest = false

  func run(in workspace: Workspace) throws {
    let path = try RegisterLocation.new(global.db, in: workspace)
    let lists = try erased.map { try Self.list($0, in: workspace) }
    let progress = Progress(workspace, vi: "đã kiểm", en: "checked")
    var random = workspace.random
    let isSynthetic = Register.peek(.synthetic, at: workspace.path(backup)) != nil
    let now = try Desk.now(in: workspace, isSynthetic: isSynthetic)
    let restored = try Register.restore(
      workspace.path(backup), to: path,
      device: .timeOrdered(milliseconds: now, using: &random),
      by: Author(now: now, random: random, checksClock: false),
      account: try Desk.actorName(global, in: workspace) ?? Desk.loginName(in: workspace),
      lists: lists, passingOverManifest: ignoreManifest, progress: progress.show)
    progress.end()
    workspace.remark(
      say(
        vi:
          "Đã khôi phục \(path): \(Spoken.count(restored.verification.events)) việc, tất cả nguyên vẹn.",
        en: "Restored \(path): "
          + "\(Spoken.count(restored.verification.events, "event", "events")), all sound."))
    let manifest = BackupManifest.path(beside: workspace.path(backup))
    switch restored.manifest {
    case .agrees: break
    case .missing:
      workspace.remark(
        say(
          vi:
            "Không có tệp \(manifest): chỉ kiểm được nhật ký của chính bản sao, không có gì để đối chiếu.",
          en:
            "There is no \(manifest): the journal of the backup was checked, and nothing could be "
            + "compared with it."))
    case .passedOver:
      workspace.remark(
        say(
          vi: "Không đối chiếu với \(manifest), vì có --ignore-manifest; nhật ký đã được kiểm.",
          en:
            "Not compared with \(manifest), for --ignore-manifest was given; the journal was checked."
        ))
    }
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
    if let foreign = ForeignWords(restored.leftBehind) { workspace.remark(foreign.leftBehind) }
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

  /// - Throws: `Failure` for what is no list, and for one that names nobody: none is written so.
  private static func list(_ typed: String, in workspace: Workspace) throws -> ErasedList {
    let path = typed == "-" ? typed : workspace.path(typed)
    let text = String(decoding: try InputFile.bytes(typed, in: workspace), as: UTF8.self)
    let list = try ErasedList(reading: text, of: path)
    guard !list.days.isEmpty else {
      throw Failure(
        vi:
          "“\(path)” trống, không có tên ai, nên không phải danh sách người đã được xóa (.erased). Xem lại "
          + "tên tệp, hoặc bỏ --erased nếu không có danh sách.",
        en:
          "“\(path)” is empty: it names nobody, so it is no list of erased people (.erased). Check its "
          + "name, or leave out --erased if there is no list.")
    }
    return list
  }
}

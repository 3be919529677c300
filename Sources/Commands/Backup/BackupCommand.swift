import ArgumentParser
import Foundation
import Storage

struct BackupCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "backup",
      say(
        vi: "Sao lưu sổ ra tệp khác, rồi kiểm lại nhật ký của bản sao.",
        en: "Copy the register to another file, and check the journal of the copy."),
      examples: [
        "lantoa backup /media/usb/lantoa-2026-11-25.db",
        "lantoa backup /media/usb --keep 9",
      ],
      discussion: say(
        vi:
          "Người khác vẫn ghi được trong lúc sao. Cho thư mục thì tệp tự mang ngày giờ; --keep giữ N "
          + "bản mới nhất ở đó. Cạnh bản sao có tệp .manifest.json (mã băm) và, nếu có, .erased (ai "
          + "đã được xóa): chép đi thì chép cả ba.",
        en:
          "Others may go on recording. In a folder the file is named by the time; --keep leaves the "
          + "newest N there. Beside the copy lie .manifest.json (hashes) and, where there are any, "
          + ".erased (who was erased): keep the three together."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(
    help: ArgumentHelp(say(vi: "Tệp mới, hoặc thư mục.", en: "A new file, or a folder.")))
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        vi:
          "Giữ N bản mới nhất của sổ này trong thư mục đó, tên chỉ khác nhau ở số; xóa bản cũ hơn.",
        en:
          "Keep the newest N of this register in the folder, of names that differ in digits only; remove "
          + "older ones."),
      valueName: "n"))
  var keep: Int?

  func validate() throws {
    guard !file.isEmpty else {
      throw ValidationError(
        say(
          vi: "Tên tệp trống. Cho tên tệp hay thư mục, ví dụ /media/usb.",
          en: "The name is empty. Name a file or a folder, such as /media/usb."))
    }
    guard keep ?? 1 > 0 else {
      throw ValidationError(
        say(vi: "--keep phải lớn hơn 0.", en: "--keep must be greater than 0."))
    }
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let shelf = BackupShelf(
      workspace.path(file), of: desk.register.path, device: try desk.register.device())
    if keep != nil { try requireFolder(shelf) }
    // Before the copy: it may need their room.
    AbandonedDraft.lying(in: shelf.folder).filter { $0.remove() }.map(\.removal).forEach(desk.tell)
    let progress = Progress(workspace, vi: "đã kiểm", en: "checked")
    let (path, backup) = try backUp(desk.register, to: shelf, in: workspace, progress)
    let manifest = backup.manifest
    progress.end()
    let removed = try keep.map { try shelf.keep($0, with: path) } ?? []

    let shape = RecordOutput.backups(at: path, removed: removed)
    var listing = Listing(manifest, as: shape, table: Table([], rows: []))
    listing.heading = [
      say(
        vi:
          "\(path): \(Spoken.count(manifest.events)) việc, \(Spoken.count(manifest.learners)) người, "
          + "đã mở lại và kiểm từng việc của nhật ký.",
        en: "\(path): \(Spoken.count(manifest.events, "event", "events")), "
          + "\(Spoken.count(manifest.learners, "learner", "learners")); opened again, and every event of "
          + "its journal checked.")
    ]
    listing.remarks =
      removed.map { say(vi: "Đã bỏ bản cũ \($0)", en: "Removed the older \($0)") }
      + (backup.isIndexDamaged ? [Self.damagedIndex] : [])
      + [ForeignWords(try desk.register.foreignContent())?.copied].compactMap(\.self)
      + [
        say(
          vi: "Khôi phục: lantoa restore \(path) --db …",
          en: "To bring it back: lantoa restore \(path) --db …")
      ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }

  private static var damagedIndex: String {
    say(
      vi:
        "Một chỉ mục hoặc bảng của sổ đang dùng bị hỏng; trong bản sao đã làm lại. Đừng ghi thêm vào sổ trước khi "
        + "chạy: lantoa journal rebuild. Ổ đĩa có thể sắp hỏng: cất bản sao ở ổ khác.",
      en:
        "An index or table of the register in use is damaged; in the copy it was made again. Before you "
        + "record more, run: lantoa journal rebuild. The disk may be failing: keep the copy on another one."
    )
  }

  private func requireFolder(_ shelf: BackupShelf) throws {
    guard !shelf.isFolder else { return }
    throw UsageError(
      vi:
        "“\(file)” không phải thư mục có sẵn, mà --keep cần thư mục: nó giữ N bản mới nhất ở đó. Chỉ một thư "
        + "mục (tạo bằng mkdir), hoặc bỏ --keep để sao ra đúng tệp này. Chưa có gì được ghi.",
      en:
        "“\(file)” is no folder that exists, and --keep needs a folder: it leaves the newest N there. Name a "
        + "folder (mkdir makes one), or leave --keep out to copy to this very file. Nothing was written."
    )
  }

  /// Another name is taken where somebody else's backup has just got the one that was free.
  private func backUp(
    _ register: Register, to shelf: BackupShelf, in workspace: Workspace, _ progress: Progress
  ) throws -> (path: String, Register.Backup) {
    while true {
      let path = shelf.newFile(at: workspace.now())
      do {
        return (
          path, try register.backUp(to: path, now: workspace.now(), progress: progress.show)
        )
      } catch RegisterError.alreadyExists where shelf.isFolder {}
    }
  }
}

extension RecordOutput {
  fileprivate static func backups(at path: String, removed: [String]) -> Shape<BackupManifest> {
    Shape([
      .init("file") { _ in .text(path) }, .init("bytes") { .integer($0.bytes) },
      .init("sha256") { .text($0.sha256) }, .init("madeAt") { .text($0.madeAt) },
      .init("events") { .integer($0.events) }, .init("learners") { .integer($0.learners) },
      .init("sessions") { .integer($0.sessions) }, .init("erased") { .integer($0.erased) },
      .init("removed") { _ in .list(removed.map { .text($0) }) },
      .init("demo") { .boolean($0.synthetic != nil) },
    ])
  }
}

import Courseware
import Foundation

/// The files that the program mends by itself, on the disk or to be looked at first.
struct SiteMending {
  /// Photos of more bytes are not looked at as a whole.
  private static let largestPhoto = 64 << 20

  private let folders: [String]
  private let workspace: Workspace
  /// What can be mended, sorted by path.
  let repairs: [Repair]
  /// Photos that are no sound pictures.
  private let unfit: [String]

  /// `photos` are those that carry notes of their camera, by their paths.
  init(
    _ repairs: [Repair], photos: [String], in folders: (courses: String, content: String?),
    _ workspace: Workspace
  ) {
    var repairs = repairs
    var unfit: [String] = []
    for path in photos {
      let bytes = Self.photo(path)
      if let repair = bytes.flatMap({ Repair(photo: SourceFile(path: path, bytes: $0)) }) {
        repairs.append(repair)
      } else {
        unfit.append(path)
      }
    }
    self.folders = [folders.courses] + [folders.content].compactMap(\.self)
    self.workspace = workspace
    self.repairs = repairs.filter(\.changesAnything).sorted { $0.path < $1.path }
    self.unfit = unfit
  }

  /// Writes every file, and tells of each what was changed.
  ///
  /// - Throws: `Failure` naming the first file that cannot be written; those before it stay mended.
  func write() throws {
    let before = FilesBefore(repairs.map(\.path), in: workspace)
    var hasWritten = false
    for repair in repairs {
      guard AuthoredFile.isOwn(repair.path, in: folders) else {
        tellLeft(repair.path, why: Self.linked)
        continue
      }
      guard FileManager.default.contents(atPath: repair.path).map(Array.init) == repair.before
      else {
        tellLeft(
          repair.path,
          why: say(
            vi: "vừa có người sửa tệp này; chạy lại lệnh", en: "it was changed just now; run again")
        )
        continue
      }
      try before.keep(repair.path, repair.before)
      do {
        try AuthoredFile.replace(repair.path, with: repair.after)
        hasWritten = true
      } catch {
        throw AuthoredFile.refusal(of: workspace.shown(repair.path), error)
      }
      workspace.remark(line(of: repair))
    }
    tellUnfit()
    if repairs.isEmpty { workspace.remark(Self.nothing) }
    guard hasWritten else { return }
    workspace.remark(
      say(
        vi: "Trong kho git, xem từng chỗ: git diff. Các tệp như lúc chưa sửa còn giữ đến khi máy "
          + "khởi động lại. Lấy lại tất cả: \(before.wayBack)",
        en: "In a checkout, git diff shows each change. The files as they were are kept until this "
          + "machine restarts. To take all of it back: \(before.wayBack)"))
  }

  /// Shows what `write` would do.
  func show() {
    for repair in repairs {
      guard AuthoredFile.isOwn(repair.path, in: folders) else {
        tellLeft(repair.path, why: Self.linked)
        continue
      }
      let difference = RepairDifference(repair, name: workspace.shown(repair.path))
      workspace.output(difference.lines.map { $0 + "\n" }.joined())
      workspace.remark(line(of: repair))
    }
    tellUnfit()
    workspace.remark(
      repairs.isEmpty
        ? Self.nothing
        : say(
          vi: "Chưa ghi gì. Để sửa: lantoa site check --fix",
          en: "Nothing was written. To do it: lantoa site check --fix"))
  }

  private static var linked: String {
    say(
      vi: "đây là liên kết, hoặc tệp nằm ngoài thư mục",
      en: "it is a link, or lies outside the folders")
  }

  /// `courses/a/01-x.vi.md: 2 × pasted-from-word, 1 × not-nfc`.
  private func line(of repair: Repair) -> String {
    let counts = repair.counts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\(Spoken.count($0.value)) × \($0.key.rawValue)" }
    return "\(workspace.shown(repair.path)): \(counts.joined(separator: ", "))"
  }

  private func tellLeft(_ path: String, why: String) {
    let path = workspace.shown(path)
    workspace.remark(say(vi: "Để nguyên \(path): \(why).", en: "Left as it is: \(path): \(why)."))
  }

  private func tellUnfit() {
    for path in unfit {
      tellLeft(
        path,
        why: say(
          vi: "ảnh hỏng hoặc quá lớn; lưu lại ảnh bằng một trình sửa ảnh",
          en: "a damaged or too large picture; save it again with a picture editor"))
    }
  }

  private static var nothing: String {
    say(vi: "Không có gì máy sửa được.", en: "Nothing that can be mended by itself.")
  }

  private static func photo(_ path: String) -> [UInt8]? {
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int
    guard let size, size <= largestPhoto else { return nil }
    return FileManager.default.contents(atPath: path).map(Array.init)
  }
}

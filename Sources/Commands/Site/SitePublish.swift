import ArgumentParser
import Courseware
import Foundation
import Site

struct SitePublish: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "publish",
      say(
        vi: "Kiểm tra, làm trang và đưa lên thư mục của máy chủ; lấy lại được.",
        en: "Check, build and put the site into the folder of a server; it can be taken back."),
      examples: [
        "lantoa site publish /srv/www/hoc --base-url https://hoc.example.vn",
        "lantoa site publish --back",
      ],
      discussion: say(
        vi:
          "Nói trước sẽ đổi gì rồi mới hỏi. Cả trang được thay trong một bước; ba bản trước được giữ "
          + "cạnh thư mục. Có lỗi thì không công bố gì; bài nháp không lên. Trang đã công bố không được "
          + "mất: bài đổi tên cần dòng aliases.",
        en: "Says what will change, then asks. The whole site changes in one step; the last three "
          + "versions are kept beside the folder. With an error nothing is published; drafts stay out. A "
          + "page once published may not vanish: a lesson that was renamed needs 'aliases'."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources
  @OptionGroup var design: SiteDesign

  @Argument(
    help: ArgumentHelp(
      say(
        vi: "Thư mục mà máy chủ web đưa ra; không ghi thì là nơi công bố lần trước.",
        en: "The folder that the web server gives out; by default where it was published last."),
      valueName: "target"))
  var target: String?

  @Flag(
    help: ArgumentHelp(
      say(vi: "Lấy lại bản đã công bố trước đó.", en: "Take back the version from before.")))
  var back = false

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Chấp nhận có trang đã công bố bị mất.",
        en: "Accept that pages which were published are lost.")))
  var losing = false

  @Flag(name: [.short, .long], help: ArgumentHelp(say(vi: "Không hỏi lại.", en: "Do not ask.")))
  var yes = false

  func run(in workspace: Workspace) throws {
    let last = LastTarget(workspace)
    guard let path = target.map(workspace.path) ?? last.path else {
      if back {
        throw UsageError(
          vi: "Lấy lại ở đâu? Ghi thư mục: lantoa site publish --back /srv/www/hoc",
          en: "Take back where? Name the folder: lantoa site publish --back /srv/www/learn")
      }
      throw UsageError(
        vi: "Công bố vào đâu? Ghi thư mục: lantoa site publish /srv/www/hoc",
        en: "Publish to where? Name the folder: lantoa site publish /srv/www/learn")
    }
    do {
      if back {
        try takeBack(PublishedFolder(path), in: workspace)
      } else {
        try publish(to: path, in: workspace)
        last.remember(path)
      }
    } catch let error as PublishError {
      throw error.failure
    } catch let error as SiteFolderError {
      throw error.failure
    }
  }

  private func publish(to path: String, in workspace: Workspace) throws {
    let library = try sources.library(global, in: workspace)
    let errors = library.diagnostics.count { $0.severity == .error }
    guard errors == 0 else {
      throw Failure(
        vi: "Chưa công bố: có \(Spoken.count(errors)) lỗi. Xem: lantoa site check",
        en: "Nothing is published: there \(errors == 1 ? "is" : "are") "
          + Spoken.count(errors, "error", "errors") + ". See: lantoa site check")
    }
    let files = SourceFiles(try sources.folders(global, in: workspace))
    let site = Site(design.source(library, files), templates: try design.templates(in: workspace))
    let published = try PublishedFolder(path)
    let draft = try published.makeDraft()
    let folder = try SiteFolder(draft.path)
    try site.make(in: workspace) { address, bytes in try folder.write(bytes, to: address) }
    try folder.finishForReaders()
    let changes = try published.changes(draft)
    guard !changes.isEmpty else {
      try published.discard(draft)
      workspace.remark(
        say(
          vi: "Không có gì đổi so với bản đang công bố.",
          en: "Nothing differs from what is published."))
      return
    }
    let summary = PublishSummary(changes, lessons: site.lessonAddresses)
    summary.lines.forEach(workspace.remark)
    if !losing, !summary.lost.isEmpty {
      try published.discard(draft)
      throw summary.lostFailure(in: library, shown: workspace.shown)
    }
    guard isAgreed(to: say(vi: "Công bố?", en: "Publish?"), in: workspace) else {
      try published.discard(draft)
      throw Self.unchanged
    }
    try published.putUp(draft, now: workspace.now())
    let next =
      published.previousVersion == nil
      ? ""
      : say(
        vi: " Lấy lại bản trước: lantoa site publish --back",
        en: " Take it back: lantoa site publish --back")
    workspace.remark(
      say(
        vi: "Đã công bố bản \(draft.number) ở \(published.path).",
        en: "Version \(draft.number) is published in \(published.path).") + next)
  }

  private func takeBack(_ published: PublishedFolder, in workspace: Workspace) throws {
    guard let live = published.liveVersion, let previous = published.previousVersion else {
      throw Failure(
        vi: "Không có bản trước nào ở “\(published.path)”.",
        en: "No version from before is kept for “\(published.path)”.")
    }
    let (withdrawn, shown) = (Self.told(live, of: published), Self.told(previous, of: published))
    let question = say(
      vi: "Gỡ \(withdrawn) khỏi “\(published.path)” và đưa \(shown) trở lại?",
      en: "Take \(withdrawn) out of “\(published.path)” and put \(shown) back?")
    guard isAgreed(to: question, in: workspace) else { throw Self.unchanged }
    guard try published.takeBack() != nil else { return }
    workspace.remark(
      say(
        vi: "Đã gỡ \(withdrawn) khỏi “\(published.path)”. Người đọc nay thấy \(shown). "
          + "Sửa bài rồi công bố lại khi xong.",
        en: "Taken out of “\(published.path)”: \(withdrawn). Readers now see \(shown). "
          + "Mend the lessons, then publish again."))
  }

  /// A version by its number and when it was published.
  private static func told(_ version: Int, of published: PublishedFolder) -> String {
    let moment = published.publishedAt(version).map(Spoken.moment)
    let time = moment.map { say(vi: " (công bố \($0))", en: " (published \($0))") } ?? ""
    return say(vi: "bản \(version)\(time)", en: "version \(version)\(time)")
  }

  private func isAgreed(to question: String, in workspace: Workspace) -> Bool {
    if yes { return true }
    let answer = workspace.answer(to: question + say(vi: " [c/K]: ", en: " [y/N]: "))
    return answer?.lowercased().first.map("cy".contains) ?? false
  }

  private static var unchanged: Failure {
    Failure(
      vi: "Chưa đổi gì. Thêm --yes để không hỏi.", en: "Nothing is changed. Add --yes to not ask.")
  }
}

/// Where a site was published last, kept for the user between runs.
private struct LastTarget {
  private let file: String

  init(_ workspace: Workspace) {
    let state =
      workspace.environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (workspace.environment["HOME"] ?? workspace.currentFolder) + "/.local/state"
    file = "\(state)/lantoa/published-to"
  }

  var path: String? {
    FileManager.default.contents(atPath: file)
      .map { String(decoding: $0, as: UTF8.self) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A convenience: where it cannot be kept, the next run is told the folder again.
  func remember(_ path: String) {
    let folder = (file as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try? Data(path.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
  }
}

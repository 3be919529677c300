import ArgumentParser
import Courseware
import Domain
import Foundation
import Site
import Storage
import Synchronization

struct SiteBuild: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "build",
      say(
        vi: "Làm trang web từ bài học và trang.", en: "Make the site from the lessons and pages."),
      examples: [
        "lantoa site build",
        "lantoa site build --courses courses --content content --output public "
          + "--base-url https://hoc.example.vn",
      ],
      discussion: say(
        vi: "Chỉ ghi tệp nào đổi, bỏ trang không còn nguồn, và mọi trang mở được ngay từ thư mục. "
          + "Bài có lỗi bị bỏ qua, các trang khác vẫn được làm; mã thoát khi đó là 1.",
        en:
          "Writes only what changed, removes pages whose source is gone, and every page opens from "
          + "the folder itself. What has errors is left out, all else is made; the exit code is then 1."
      ))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục mẫu trang thay cho mẫu có sẵn; tệp cùng tên thì thay.",
        en: "A folder of templates; a file replaces the built-in one of its name."),
      valueName: "folder"))
  var templates: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục ghi trang: mới, trống, hoặc do lần trước ghi.",
        en: "The folder to write: new, empty, or of an earlier build."),
      valueName: "folder"))
  var output = "public"

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Địa chỉ sẽ đặt trang web, cho sitemap và thẻ xem trước.",
        en: "Where the site will stand, for its sitemap and preview cards."),
      valueName: "url"))
  var baseURL: String?

  func validate() throws {
    if let baseURL, !["https://", "http://"].contains(where: baseURL.hasPrefix) {
      throw ValidationError(
        say(
          vi: "--base-url phải bắt đầu bằng https:// hoặc http://.",
          en: "--base-url must begin with https:// or http://."))
    }
  }

  func run(in workspace: Workspace) throws {
    let library = try sources.library(global, in: workspace)
    let files = SourceFiles(try sources.folders(global, in: workspace))
    let source = SiteSource(
      library: library, baseURL: baseURL, bytes: { files.bytes(of: $0) }, hash: { .sha256($0) })
    let path = workspace.path(output)
    do {
      let site = Site(source, templates: try readTemplates(in: workspace))
      let folder = try SiteFolder(path)
      try make(site, in: folder, workspace)
      report(try folder.finish(), in: workspace)
    } catch let error as SiteFolderError {
      throw error.failure
    } catch let error as TemplateError {
      throw error.failure
    }
    let errors = library.diagnostics.count { $0.severity == .error }
    guard errors > 0 else { return }
    throw Failure(
      vi:
        "Có \(Spoken.count(errors)) lỗi trong nguồn, những phần đó bị bỏ qua. Xem: lantoa site check",
      en: Spoken.count(errors, "error", "errors")
        + " in the sources: what has them is left out. See: lantoa site check")
  }

  /// On all cores, a part each at a time.
  private func make(_ site: Site, in folder: SiteFolder, _ workspace: Workspace) throws {
    let progress = Progress(workspace, vi: "Đã làm trang của số bài:", en: "Lessons made:")
    let done = Mutex(0)
    defer { progress.end() }
    let traces = site.parts.parallelMap { part in
      Result {
        let trace = try site.forEachFile(of: part) { address, bytes in
          try folder.write(bytes, to: address)
        }
        done.withLock {
          $0 += site.lessonCount(of: part)
          progress.show($0)
        }
        return trace
      }
    }
    try site.forEachFile(after: traces.map { try $0.get() }) { address, bytes in
      try folder.write(bytes, to: address)
    }
  }

  private func readTemplates(in workspace: Workspace) throws -> Templates {
    guard let templates else { return try Templates() }
    let folder = workspace.path(templates)
    var replacing: [String: String] = [:]
    for name in Templates.names {
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      replacing[name] = String(
        decoding: try InputFile.bytes(path, in: workspace), as: UTF8.self)
    }
    guard !replacing.isEmpty else {
      throw Failure(
        vi:
          "“\(folder)” không có mẫu nào. Tên tệp như trong site-templates, ví dụ lesson.mustache.",
        en:
          "“\(folder)” holds no template. Name files as in site-templates, such as lesson.mustache."
      )
    }
    return try Templates(replacing: replacing)
  }

  private func report(_ changes: SiteChanges, in workspace: Workspace) {
    list(changes.new, say(vi: "mới", en: "new"), in: workspace)
    list(changes.changed, say(vi: "sửa", en: "changed"), in: workspace)
    list(changes.removed, say(vi: "bỏ", en: "removed"), in: workspace)
    let counts = [
      changes.new.count, changes.changed.count, changes.removed.count, changes.unchanged,
    ]
    .map { Spoken.count($0) }
    workspace.remark(
      say(
        vi: "\(output): \(counts[0]) tệp mới, \(counts[1]) sửa, \(counts[2]) bỏ, "
          + "\(counts[3]) giữ nguyên. Mở: \(output)/index.html",
        en: "\(output): \(counts[0]) files new, \(counts[1]) changed, \(counts[2]) removed, "
          + "\(counts[3]) unchanged. Open: \(output)/index.html"))
  }

  /// Names, while they are few enough to be read.
  private func list(_ addresses: [Address], _ word: String, in workspace: Workspace) {
    guard addresses.count <= 20 else { return }
    for address in addresses { workspace.remark("  \(word): \(address.path)") }
  }
}

import ArgumentParser
import Courseware
import Domain
import Foundation
import Site
import Storage

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
          + "Chỗ có lỗi bị bỏ ra, phần còn lại vẫn hiện; mã thoát khi đó là 1.",
        en:
          "Writes only what changed, removes pages whose source is gone, and every page opens from "
          + "the folder itself. What is broken is left out, the rest is shown; the exit code is then 1."
      ))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @OptionGroup var design: SiteDesign

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục ghi trang: mới, trống, hoặc do lần trước ghi.",
        en: "The folder to write: new, empty, or of an earlier build."),
      valueName: "folder"))
  var output = "public"

  func run(in workspace: Workspace) throws {
    let files = SourceFiles(try sources.folders(global, in: workspace))
    let build = RememberingBuild(
      of: try sources.files(global, in: workspace), templates: try design.templates(in: workspace),
      baseURL: design.baseURL, program: Self.stamp(ofProgram: workspace.program),
      now: workspace.now(), bytes: { files.bytes(of: $0) }, hash: { .sha256($0) })
    do {
      let outcome = try LessonProgress.show(in: workspace) { done in
        try build.run(into: workspace.path(output), done: done)
      }
      report(outcome.changes, in: workspace)
      try refuse(errors: outcome.errors)
    } catch let error as SiteFolderError {
      throw error.failure
    }
  }

  /// Another after every change of the program, whatever its version is called.
  private static func stamp(ofProgram path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return path }
    return "\(path) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  private func refuse(errors: Int) throws {
    guard errors > 0 else { return }
    throw Failure(
      vi:
        "Có \(Spoken.count(errors)) lỗi trong nguồn: chỗ hỏng bị bỏ ra, phần còn lại vẫn hiện. "
        + "Xem: lantoa site check",
      en: Spoken.count(errors, "error", "errors")
        + " in the sources: what is broken is left out, the rest is shown. See: lantoa site check")
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

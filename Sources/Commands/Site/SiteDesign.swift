import ArgumentParser
import Courseware
import Foundation
import Site
import Storage

/// How the pages look, and where they will stand.
struct SiteDesign: ParsableArguments {
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

  func templates(in workspace: Workspace) throws -> Templates {
    do {
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
    } catch let error as TemplateError {
      throw error.failure
    }
  }

  func source(
    _ library: Library, _ files: SourceFiles, isPreview: Bool = false
  ) -> SiteSource {
    SiteSource(
      library: library, baseURL: baseURL, isPreview: isPreview, bytes: { files.bytes(of: $0) },
      hash: { .sha256($0) })
  }
}

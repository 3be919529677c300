import ArgumentParser
import Courseware

struct SiteTranslated: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "translated",
      say(
        vi: "Ghi rằng một bản dịch đã theo kịp bản tiếng Việt hiện nay.",
        en: "Record that a translation was compared with the Vietnamese as it is now."),
      examples: [
        "lantoa site translated safe-online/02 --language en",
        "lantoa site translated privacy --language en",
      ],
      discussion: say(
        vi: "Chỉ đổi dòng source_rev ở đầu bản dịch. Khi bản tiếng Việt đổi, lantoa site todo nhắc "
          + "lại và người đọc thấy bản dịch đã cũ.",
        en: "Changes the line source_rev of the translation and nothing else. Once the Vietnamese "
          + "changes, lantoa site todo says so, and readers see that the translation is old."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @Argument(
    help: ArgumentHelp(
      say(
        vi: "Khóa và số bài, hoặc tên trang: safe-online/02, privacy.",
        en: "Course and number, or the name of a page: safe-online/02, privacy."),
      valueName: "text"))
  var text: String

  @Option(
    help: ArgumentHelp(
      say(vi: "Ngôn ngữ của bản dịch: en.", en: "The language of the translation: en."),
      valueName: "language"))
  var language: String

  func run(in workspace: Workspace) throws {
    let library = try sources.library(global, in: workspace)
    let translation = try sound(in: library, workspace)
    guard !translation.isCurrent else {
      workspace.remark(
        say(
          vi: "“\(translation.title)” đã được ghi như vậy từ trước.",
          en: "That was recorded of “\(translation.title)” before."))
      return
    }
    let bytes = try changed(translation, in: workspace)
    do {
      try AuthoredFile.replace(translation.path, with: bytes)
    } catch {
      throw AuthoredFile.refusal(of: workspace.shown(translation.path), error)
    }
    workspace.output(workspace.shown(translation.path) + "\n")
    workspace.remark(
      say(
        vi: "“\(translation.title)”: đã theo kịp bản tiếng Việt.",
        en: "“\(translation.title)”: up to the Vietnamese as it is now."))
  }

  /// The translation, which has no error, nor has its original.
  private func sound(in library: Library, _ workspace: Workspace) throws -> Translation {
    let lessons = LessonReference(argument: text)?.lessons(in: library) ?? []
    guard Set(lessons.map(\.slug)).count <= 1 else {
      throw Failure(
        vi: "“\(text)” là số của nhiều bài. Ghi cả tên, như safe-online/02-otp-never-share.",
        en: "“\(text)” is the number of several lessons. Write the name too, as in "
          + "safe-online/02-otp-never-share.")
    }
    let pages = library.pages.filter { $0.name == text }
    guard
      let translation = Translation(language, of: lessons) ?? Translation(language, of: pages)
    else {
      throw Failure(
        vi: "Không có bản dịch “\(language)” của “\(text)”, hoặc nó hay bản tiếng Việt có lỗi. Ghi "
          + "như safe-online/02 hay privacy, với --language en; xem lỗi: lantoa site check",
        en:
          "There is no translation “\(language)” of “\(text)”, or it or the Vietnamese has errors. "
          + "Write safe-online/02 or privacy, with --language en; see errors with lantoa site check"
      )
    }
    let paths = [translation.path, translation.pathOfOriginal]
    let broken = library.diagnostics.first { $0.severity == .error && paths.contains($0.path) }
    guard let broken else { return translation }
    throw Failure(
      vi: "“\(workspace.shown(broken.path))” còn lỗi, chưa ghi gì. Sửa trước: lantoa site check",
      en: "“\(workspace.shown(broken.path))” has errors, nothing was written. Mend them first: "
        + "lantoa site check")
  }

  private func changed(_ translation: Translation, in workspace: Workspace) throws -> [UInt8] {
    let folders = try sources.folders(global, in: workspace)
    let path = workspace.shown(translation.path)
    let own = [folders.courses] + [folders.content].compactMap(\.self)
    guard AuthoredFile.isOwn(translation.path, in: own) else {
      throw Failure(
        vi: "“\(path)” là liên kết, chưa ghi gì. Đặt tệp thật vào chỗ đó.",
        en: "“\(path)” is a link, nothing was written. Put the file itself there.")
    }
    let bytes = try InputFile.bytes(translation.path, in: workspace)
    let file = SourceFile(path: translation.path, bytes: bytes)
    guard let changed = translation.written(in: file) else {
      throw Failure(
        vi: "Không ghi được vào phần đầu của “\(path)”, chưa ghi gì. Viết source_rev trên một dòng "
          + "riêng.",
        en: "The front matter of “\(path)” does not take it, nothing was written. Write source_rev "
          + "on a line of its own.")
    }
    return changed
  }
}

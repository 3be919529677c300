import ArgumentParser

struct SiteNewLesson: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "new-lesson",
      say(
        vi: "Tạo bài nháp đủ các phần, có ba câu hỏi mẫu, và ghi vào course.yaml.",
        en: "Begin a draft with every part and three questions, and list it in course.yaml."),
      examples: [
        "lantoa site new-lesson safe-online mat-khau",
        "lantoa site new-lesson safe-online mat-khau --title \"Mật khẩu\" --courses courses",
      ],
      discussion: say(
        vi: "Bài mà course.yaml đã ghi thì lấy tên, số phút và số thứ tự ở đó.",
        en: "A lesson that course.yaml already lists takes its title, minutes and number there."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @Argument(
    help: ArgumentHelp(
      say(vi: "Thư mục của khóa học.", en: "The course's folder."), valueName: "course"))
  var course: String

  @Argument(
    help: ArgumentHelp(
      say(
        vi: "Tên ngắn của bài, không đổi về sau: mat-khau.",
        en: "The lesson's short name, which never changes: mat-khau."),
      valueName: "slug"))
  var slug: String

  @Option(
    help: ArgumentHelp(
      say(vi: "Tên bài bằng tiếng Việt.", en: "The lesson's title, in Vietnamese."),
      valueName: "text"))
  var title: String?

  func run(in workspace: Workspace) throws {
    let workshop = try CourseWorkshop(sources, global, in: workspace)
    let path = try workshop.begin(slug, title: title, in: course)
    workspace.output(workspace.shown(path) + "\n")
    workspace.remark(
      say(
        vi: "Viết bài, xem lại bằng lantoa site check, rồi đổi status: draft thành published.",
        en: "Write it, check it with lantoa site check, then change status: draft to published."))
  }
}

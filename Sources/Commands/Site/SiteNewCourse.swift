import ArgumentParser

struct SiteNewCourse: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "new-course",
      say(
        vi: "Tạo một khóa học mới: thư mục, course.yaml và thư mục hình.",
        en: "Begin a course: its folder, course.yaml and a folder of pictures."),
      examples: ["lantoa site new-course an-toan-thu --title \"An toàn khi mua bán\""])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @Argument(
    help: ArgumentHelp(
      say(
        vi: "Tên ngắn, không đổi về sau: an-toan-thu.",
        en: "The short name, which never changes: an-toan-thu."),
      valueName: "slug"))
  var slug: String

  @Option(
    help: ArgumentHelp(
      say(vi: "Tên khóa học bằng tiếng Việt.", en: "The course's title, in Vietnamese."),
      valueName: "text"))
  var title: String

  func run(in workspace: Workspace) throws {
    let workshop = try CourseWorkshop(sources, global, in: workspace)
    workspace.output(workspace.shown(try workshop.begin(slug, title: title)) + "\n")
    workspace.remark(
      say(
        vi: "Viết lại câu 'summary', rồi thêm bài: lantoa site new-lesson \(slug) TEN-BAI",
        en: "Write its 'summary', then add a lesson: lantoa site new-lesson \(slug) LESSON-NAME"))
  }
}

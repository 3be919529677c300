import ArgumentParser

/// What every command understands.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        vi: "Sổ cần mở; mặc định LANTOA_DB, rồi lantoa.db gần nhất phía trên, rồi lantoa.db trong "
          + "$XDG_DATA_HOME/lantoa hoặc ~/.local/share/lantoa.",
        en:
          "The register; by default LANTOA_DB, then the nearest lantoa.db upwards, then lantoa.db in "
          + "$XDG_DATA_HOME/lantoa or ~/.local/share/lantoa."),
      valueName: "file"))
  var db: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say(vi: "Ai đang ghi; mặc định LANTOA_AS.", en: "Who records; by default LANTOA_AS."),
      valueName: "name"))
  var actor: String?

  @Option(
    help: ArgumentHelp(
      say(vi: "Ngôn ngữ: vi hoặc en.", en: "Language: vi or en."), valueName: "vi|en"))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục chứa courses/ và content/.", en: "The folder that holds courses/ and content/."
      ),
      valueName: "folder"))
  var share: String?

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(vi: "Chỉ in mã hoặc dữ liệu, không nói gì thêm.", en: "Only references or data, no talk.")
    ))
  var quiet = false

  func validate() throws {
    guard db != "" else {
      throw ValidationError(
        say(
          vi:
            "--db trống, không chỉ sổ nào. Ghi tên tệp, ví dụ --db lantoa.db; hoặc bỏ --db để dùng sổ mặc định.",
          en:
            "--db is empty and names no register. Name a file, such as --db lantoa.db, or leave --db out to "
            + "use the default."))
    }
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError(
        say(
          vi: "Không có ngôn ngữ “\(lang)”: chọn vi hoặc en.",
          en: "There is no language “\(lang)”: choose vi or en."))
    }
  }
}

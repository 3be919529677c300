import Domain

/// The name of a lesson's file, and what was meant by one that is nearly such a name.
enum LessonFileName {
  /// What the file of a name ends in.
  enum Kind: Hashable {
    case markdown
    /// Markdown under an ending that a system hides.
    case hiddenText
    /// Anything that a word processor writes.
    case document
  }

  /// How a file of a course called `name` would be called if it was meant as a lesson or glossary:
  /// `01-sac-pin.vi.md` for `01-Sạc Pin.VI.md`; nil for a sound name, and for one that means neither.
  static func meant(by name: String) -> String? {
    if isSound(name) { return nil }
    guard let (kind, rest) = parts(of: name) else { return nil }
    let point = rest.lastIndex(of: ".")
    let tag = point.flatMap { language(rest[rest.index(after: $0)...], kind) }
    let stem = tag == nil ? rest : rest[..<(point ?? rest.endIndex)]
    guard let words = self.stem(stem, takesLanguage: tag != nil) else { return nil }
    // Who writes no language writes the first; a plan in another format is no lesson.
    if tag == nil, kind != .markdown { return nil }
    let meant = "\(words).\(tag ?? "vi").md"
    return meant == name ? nil : meant
  }

  /// How a document that names no language would be called if it is a lesson: `07-sac-pin.vi.md` for
  /// `7 Sạc pin.docx` and for `Bài 7 - Sạc pin.docx`.
  static func perhapsMeant(by name: String) -> String? {
    guard let (kind, rest) = parts(of: name), kind == .document else { return nil }
    if let stem = stem(rest, takesLanguage: false) { return "\(stem).vi.md" }
    var words = SearchText.words(of: String(rest))[...]
    guard var first = words.popFirst(),
      let start = ["bai", "lesson"].first(where: { first.hasPrefix($0) })
    else { return nil }
    first.removeFirst(start.count)
    let digits = first.isEmpty ? words.popFirst() ?? "" : first
    guard digits.count < 3, let number = Int(digits), number > 0 else { return nil }
    let slug = words.isEmpty ? "ten-bai" : words.joined(separator: "-")
    return Slug.isValid(slug) ? "\(number < 10 ? "0" : "")\(number)-\(slug).vi.md" : nil
  }

  /// Whether a file is called as a lesson or glossary is, or nearly so.
  static func isMeant(by name: String) -> Bool { isSound(name) || meant(by: name) != nil }

  static func kind(of name: String) -> Kind? { parts(of: name)?.kind }

  private static let endings: [(ending: String, kind: Kind)] = [
    (".md.txt", .hiddenText), (".md.docx", .document), (".md.doc", .document),
    (".md.odt", .document), (".md.rtf", .document), (".md", .markdown), (".markdown", .markdown),
    (".mdown", .markdown),
    (".txt", .document), (".docx", .document), (".doc", .document), (".odt", .document),
    (".rtf", .document),
  ]

  private static func parts(of name: String) -> (kind: Kind, rest: Substring)? {
    endings.first { name.suffix($0.ending.count).lowercased() == $0.ending }
      .map { ($0.kind, name.dropLast($0.ending.count)) }
  }

  /// Most names, at one look at their bytes.
  private static func isSound(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "md",
      parts[1].utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return false }
    let digits = parts[0].utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    return parts[0] == "glossary" || digits > 1 && Slug.isValid(String(parts[0]))
  }

  /// With its first part in small letters; nil for what is no language. A document is named for people,
  /// so that only `vi` and `en` are taken for one.
  private static func language(_ tag: Substring, _ kind: Kind) -> String? {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first?.lowercased(), (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter }),
      subtags.dropFirst().allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    if kind == .document, !["vi", "en"].contains(first) { return nil }
    return ([first] + subtags.dropFirst().map(String.init)).joined(separator: "-")
  }

  /// `01-sac-pin` for `1_Sạc Pin`.
  private static func stem(_ stem: Substring, takesLanguage: Bool) -> String? {
    if takesLanguage, stem.lowercased() == "glossary" { return "glossary" }
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropFirst(digits.count)
    // A longer number begins a day.
    guard let number = Int(digits), number > 0, takesLanguage || digits.count < 3,
      rest.first.map({ !$0.isLetter }) == true
    else { return nil }
    let slug = SearchText.words(of: String(rest)).joined(separator: "-")
    guard Slug.isValid(slug) else { return nil }
    return "\(digits.count < 2 ? "0" : "")\(digits)-\(slug)"
  }
}

extension Diagnostic {
  /// About a file that was meant as a lesson or glossary; `isTaken` where another has the name that
  /// it should have.
  static func misnamed(_ file: SourceFile, meant: String, isTaken: Bool) -> Diagnostic {
    Diagnostic(
      path: file.path, position: .start, rule: .lessonMisnamed,
      summary: Words(
        vi: "tệp của bài học không thể tên là '\(file.name)'",
        en: "the file of a lesson cannot be called '\(file.name)'"),
      fix: isTaken
        ? Words(
          vi: "Đã có \(meant): giữ một trong hai, chuyển tệp kia đi nơi khác.",
          en: "There is \(meant) already: keep one of the two, and move the other away.")
        : fix(for: LessonFileName.kind(of: file.name), meant: meant))
  }

  /// About a document with the number of a lesson that nobody wrote.
  static func perhapsLesson(_ file: SourceFile, meant: String) -> Diagnostic {
    Diagnostic(
      path: file.path, position: .start, rule: .lessonMisnamed,
      summary: Words(
        vi: "'\(file.name)' trông như một bài học, nhưng không đọc được tệp loại này",
        en: "'\(file.name)' looks like a lesson, but files of that kind are not read"),
      fix: Words(
        vi:
          "Lưu phần chữ ra tệp văn bản thường (UTF-8) tên \(meant); không phải bài học thì chuyển "
          + "tệp ra khỏi thư mục khóa học.",
        en:
          "Save its text as plain text (UTF-8) and call that file \(meant); what is no lesson moves "
          + "out of the course's folder."))
  }

  /// About a lesson that lies where none is read; `course` is the folder above it, where there is one.
  static func misplaced(_ file: SourceFile, course: String?) -> Diagnostic {
    Diagnostic(
      path: file.path, position: .start, rule: .lessonMisnamed,
      summary: Words(
        vi: "bài học '\(file.name)' không nằm ngay trong thư mục khóa học nên không được đọc",
        en: "the lesson '\(file.name)' is not right in the folder of a course, so it is not read"),
      fix: course.map {
        Words(
          vi: "Chuyển tệp lên thư mục \($0), cạnh course.yaml.",
          en: "Move it up into the folder \($0), beside course.yaml.")
      }
        ?? Words(
          vi: "Chuyển tệp vào thư mục khóa học của nó, cạnh course.yaml.",
          en: "Move it into the folder of its course, beside course.yaml."))
  }

  private static func fix(for kind: LessonFileName.Kind?, meant: String) -> Words {
    switch kind {
    case .document:
      Words(
        vi: "Lưu phần chữ ra tệp văn bản thường (UTF-8) tên \(meant).",
        en: "Save its text as plain text (UTF-8) and call that file \(meant).")
    case .hiddenText:
      Words(
        vi: "Đổi tên tệp thành \(meant); không thấy đuôi .txt thì bật hiện đuôi tệp trước.",
        en: "Rename the file: \(meant). Where .txt is not shown, let the system show endings first."
      )
    case .markdown, nil:
      Words(vi: "Đổi tên tệp thành \(meant).", en: "Rename the file: \(meant).")
    }
  }
}

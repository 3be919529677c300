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

  static func kind(of name: String) -> Kind? { parts(of: name)?.kind }

  private static let endings: [(ending: String, kind: Kind)] = [
    (".md.txt", .hiddenText), (".md", .markdown), (".markdown", .markdown), (".mdown", .markdown),
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

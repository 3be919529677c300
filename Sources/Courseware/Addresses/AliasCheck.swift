/// What lessons name as their former addresses can lead on to them.
enum AliasCheck {
  static func run(_ shelf: Shelf) -> [Diagnostic] {
    let lessons = shelf.manuscripts.compactMap(\.lesson)
    if lessons.allSatisfy(\.frontMatter.aliases.isEmpty) { return [] }
    let shown = lessons.filter { $0.frontMatter.status != .draft }
    let taken = Set(shown.map { LessonAddress($0).text } + shelf.manuscripts.compactMap(\.pageName))
    let refusals = Set(lessons.map(\.language)).sorted().flatMap { language in
      AliasClaims(shelf.editions(of: lessons, in: language), taken: taken).refusals
    }
    return Dictionary(grouping: Set(refusals), by: \.path).flatMap { path, refusals in
      findings(refusals, in: shelf.manuscripts.first { $0.path == path })
    }
  }

  private static func findings(
    _ refusals: [AliasClaims.Refusal], in manuscript: Manuscript?
  ) -> [Diagnostic] {
    guard let manuscript, let list = AliasList(manuscript.text.bytes) else { return [] }
    var findings = Findings(path: manuscript.path)
    for refusal in refusals {
      findings.report(
        .aliasRefused, at: list.places[refusal.alias] ?? list.place, refusal.summary,
        fix: refusal.fix)
    }
    return findings.diagnostics.quoting(manuscript.text.bytes)
  }
}

extension Shelf {
  /// Each lesson once: in the language, or else as it is shown in its place.
  fileprivate func editions(of lessons: [Lesson], in language: String) -> [Lesson] {
    let order = Dictionary(
      curriculum.courses.map { ($0.slug, [language] + $0.languages) },
      uniquingKeysWith: { first, _ in first })
    func rank(_ lesson: Lesson) -> Int {
      (order[lesson.course] ?? [language]).firstIndex(of: lesson.language) ?? .max
    }
    return Dictionary(grouping: lessons) { LessonAddress($0) }.values.compactMap { editions in
      editions.min { (rank($0), $0.language) < (rank($1), $1.language) }
    }
  }
}

extension Manuscript {
  /// Of a page.
  fileprivate var pageName: String? {
    if case .page(let name) = role { name } else { nil }
  }
}

extension AliasClaims.Refusal {
  fileprivate var summary: Words {
    switch fault {
    case .noAddress:
      Words(
        vi: "'\(alias)' không phải là địa chỉ của một bài, nên bị bỏ",
        en: "'\(alias)' is no address of a lesson, so it is left out")
    case .own:
      Words(
        vi: "'\(alias)' là địa chỉ bây giờ của chính bài này, nên bị bỏ",
        en: "'\(alias)' is where this very lesson stands now, so it is left out")
    case .page:
      Words(
        vi: "ở địa chỉ '\(alias)' đã có một trang khác, nên nó bị bỏ ở đây",
        en: "another page stands at '\(alias)', so it is left out here")
    case .claimed:
      Words(
        vi: "'\(alias)' đã được ghi một lần rồi, nên bị bỏ ở đây",
        en: "'\(alias)' is named once already, so it is left out here")
    }
  }

  fileprivate var fix: Words {
    switch fault {
    case .noAddress:
      Words(
        vi: "Viết khóa/bài như đã công bố, ví dụ safe-online/otp; hoặc xóa nó.",
        en: "Write course/lesson as it was published, such as safe-online/otp, or delete it.")
    case .own, .page:
      Words(
        vi: "Xóa nó: ai mở địa chỉ này đã tới đúng một trang.",
        en: "Delete it: whoever opens the address comes to a page already.")
    case .claimed:
      Words(
        vi: "Chỉ để nó ở bài thay cho bài cũ.",
        en: "Keep it only in the lesson that took the old one's place.")
    }
  }
}

/// A translation is there, is of the text as it is now, and asks the same questions.
enum TranslationChecks {
  static func run(
    _ course: CourseShelf, _ shelf: Shelf, _ findings: inout [Int: ManuscriptFindings]
  ) {
    let bySlug = Dictionary(grouping: course.lessons) { index -> String in
      if case .lesson(_, _, let slug) = shelf.manuscripts[index].role { slug } else { "" }
    }
    for indices in bySlug.values {
      guard let original = indices.first(where: { shelf.manuscripts[$0].language == "vi" }) else {
        continue
      }
      let present = Set(indices.map { shelf.manuscripts[$0].language })
      for language in course.definition?.languages ?? [] where !present.contains(language) {
        reportMissing(language, &findings[original])
      }
      // A second Vietnamese file of the name has a finding of its own.
      for index in indices where shelf.manuscripts[index].language != "vi" {
        let (vi, other) = (shelf.manuscripts[original], shelf.manuscripts[index])
        checkRevision(of: other, against: vi, &findings[index])
        compareQuizzes(of: other, with: vi, &findings[index])
      }
    }
  }

  /// The same for the pages of the site, which have the languages that any of them has.
  static func pages(_ shelf: Shelf, _ findings: inout [Int: ManuscriptFindings]) {
    let byName = Dictionary(grouping: shelf.manuscripts.indices) { index -> String in
      if case .page(let name) = shelf.manuscripts[index].role { name } else { "" }
    }.filter { !$0.key.isEmpty }
    let languages = Set(byName.values.joined().map { shelf.manuscripts[$0].language })
    for indices in byName.values {
      let present = Set(indices.map { shelf.manuscripts[$0].language })
      guard let original = indices.first(where: { shelf.manuscripts[$0].language == "vi" }) else {
        if let first = indices.first {
          findings[first]?.report(
            .withoutVietnamese, at: SourcePlace(line: 1),
            Diagnostic.withoutVietnamese("").summary, fix: Diagnostic.withoutVietnamese("").fix)
        }
        continue
      }
      for language in languages.subtracting(present).sorted() {
        reportMissing(language, &findings[original])
      }
      for index in indices where index != original {
        checkRevision(
          of: shelf.manuscripts[index], against: shelf.manuscripts[original], &findings[index])
      }
    }
  }

  private static func reportMissing(_ language: String, _ findings: inout ManuscriptFindings?) {
    findings?.report(
      .translationMissing, at: SourcePlace(line: 1),
      Words(vi: "chưa có bản '\(language)'", en: "there is no translation to '\(language)' yet"),
      fix: Words(
        vi: "Dịch sang tệp cùng tên với đuôi .\(language).md.",
        en: "Translate it in the file of that name in .\(language).md."))
  }

  private static func checkRevision(
    of translation: Manuscript, against original: Manuscript,
    _ findings: inout ManuscriptFindings?
  ) {
    guard let state = translation.translationState, let now = original.translationState?.revision,
      state.source != now
    else { return }
    let command =
      "lantoa site translated \(translation.reference) --language \(translation.language)"
    let key = translation.place(ofKey: "source_rev")
    if state.source == nil {
      findings?.report(
        .translationUnmarked, at: key.place, length: key.length,
        Words(
          vi: "chưa ghi bản này dịch từ bản tiếng Việt nào",
          en: "nothing says which Vietnamese text this was translated from"),
        fix: Words(
          vi: "So hai bản với nhau, rồi: \(command).",
          en: "Compare it with the Vietnamese, then: \(command)."))
    } else {
      findings?.report(
        .translationStale, at: key.place, length: key.length,
        Words(
          vi: "bản tiếng Việt đã đổi từ khi dịch",
          en: "the Vietnamese has changed since this was translated"),
        fix: Words(
          vi: "Sửa bản dịch theo bản tiếng Việt, rồi: \(command).",
          en: "Bring the translation up to it, then: \(command)."))
    }
  }

  private static func compareQuizzes(
    of translation: Manuscript, with original: Manuscript, _ findings: inout ManuscriptFindings?
  ) {
    let known = Dictionary(
      original.outline.quizzes.map { ($0.id, $0.key) },
      uniquingKeysWith: { first, _ in first })
    for quiz in translation.outline.quizzes where known[quiz.id] != quiz.key {
      let isThere = known[quiz.id] != nil
      // A quiz that is written and not sound has a finding of its own.
      if !isThere, original.text.mentions(quiz.id) { continue }
      findings?.report(
        .quizTranslation, on: quiz.id, near: quiz.place, in: translation.text,
        isThere
          ? Words(
            vi: "câu '\(quiz.id)' có đáp án khác bản tiếng Việt",
            en: "'\(quiz.id)' has other right answers than in Vietnamese")
          : Words(
            vi: "bản tiếng Việt không có câu '\(quiz.id)'",
            en: "the Vietnamese has no quiz '\(quiz.id)'"),
        fix: Words(
          vi: "Giữ id, số lựa chọn và thứ tự như bản tiếng Việt.",
          en: "Keep ids, number and order of the choices as in Vietnamese."))
    }
    let here = Set(translation.outline.quizzes.map(\.id))
    for quiz in original.outline.quizzes
    where !here.contains(quiz.id) && !translation.text.mentions(quiz.id) {
      findings?.report(
        .quizTranslation, at: SourcePlace(line: 1),
        Words(
          vi: "thiếu câu '\(quiz.id)' của bản tiếng Việt",
          en: "the quiz '\(quiz.id)' of the Vietnamese is missing"),
        fix: Words(vi: "Dịch câu hỏi ấy vào đây.", en: "Translate that question here."))
    }
  }
}

extension Manuscript {
  /// What the text is, and of a translation which text it was made from; nil where its front matter
  /// cannot be read.
  fileprivate var translationState: (revision: String, source: String?)? {
    lesson.map { ($0.revision, $0.frontMatter.sourceRevision) }
      ?? page.map { ($0.revision, $0.sourceRevision) }
  }

  /// As people type it: `safe-online/02`, `privacy`.
  fileprivate var reference: String {
    switch role {
    case .lesson(let course, let number, _): "\(course)/\(number < 10 ? "0" : "")\(number)"
    case .page(let name): name
    }
  }
}

extension MarkdownText {
  fileprivate func mentions(_ id: String) -> Bool {
    bytes.firstRange(of: Array(id.utf8)) != nil
  }
}

/// Nothing that a new lesson or course comes with is shown to learners as it is.
enum UnwrittenPartCheck {
  static func run(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    guard manuscript.lesson.map({ $0.frontMatter.status != .draft }) == true else { return }
    report(in: manuscript.text, &findings)
  }

  /// Of a `course.yaml`, whatever its lessons are.
  static func findings(in course: SourceFile) -> [Diagnostic] {
    guard course.bytes.count <= SourceFile.sizeLimit,
      String(validating: course.bytes, as: UTF8.self) != nil
    else { return [] }
    let text = MarkdownText(bytes: course.bytes.withoutByteOrderMark)
    var findings = ManuscriptFindings(path: course.path)
    report(in: text, &findings)
    return findings.diagnostics(in: text)
  }

  /// Of the courses that have a lesson to be shown.
  static func courses(_ shelf: Shelf) -> [Diagnostic] {
    let shown = Set(
      shelf.manuscripts.compactMap(\.lesson).filter { $0.frontMatter.status != .draft }
        .map(\.course))
    return shown.flatMap { shelf.curriculum.unwritten[$0] ?? [] }
  }

  private static func report(in text: MarkdownText, _ findings: inout ManuscriptFindings) {
    for (index, range) in text.lines.enumerated() {
      let line = text.bytes[range]
      for part in Skeleton.unwrittenParts(in: line) {
        let words = String(decoding: line[part], as: UTF8.self)
        findings.report(
          .unwrittenPart,
          at: SourcePlace(line: index + 1, byte: part.lowerBound - range.lowerBound + 1),
          length: part.count,
          Words(
            vi: "câu mẫu '\(words)' chưa được thay bằng lời của bài",
            en: "'\(words)' is still what a new file comes with"),
          fix: Words(
            vi: "Viết câu của mình vào đây, hoặc xóa phần này; chưa xong thì để status: draft.",
            en: "Write it in your own words or delete the part; until then keep status: draft."))
      }
    }
  }
}

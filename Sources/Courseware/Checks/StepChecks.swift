/// The steps of a lesson fit one printed page.
enum StepChecks {
  private static let mostSteps = 7
  private static let mostSyllables = 130

  static func run(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    guard let steps = manuscript.lesson?.steps else { return }
    if steps.items.count > mostSteps {
      findings.report(
        .stepCount, at: steps.place,
        Words(
          vi: "bài có \(steps.items.count) bước; nhiều nhất là \(mostSteps)",
          en: "the lesson has \(steps.items.count) steps; \(mostSteps) are the most"),
        fix: Words(
          vi: "Gộp các bước, hoặc tách thành hai bài.", en: "Join steps, or make two lessons of it."
        ))
    }
    guard manuscript.language == "vi" else { return }
    let syllables = steps.items.joined().map(\.plainText.syllableCount).reduce(0, +)
    if syllables > mostSyllables {
      findings.report(
        .handoutLong, at: steps.place,
        Words(
          vi:
            "các bước dài \(syllables) tiếng; quá \(mostSyllables) thì phiếu phát không vừa một trang",
          en:
            "the steps have \(syllables) syllables; beyond \(mostSyllables) the handout is no one page"
        ),
        fix: Words(vi: "Viết gọn từng bước.", en: "Shorten the steps."))
    }
  }
}

extension Block {
  /// The words of a paragraph or of what holds some.
  fileprivate var plainText: String {
    switch self {
    case .paragraph(let content): content.plainText
    case .list(let list): list.items.joined().map(\.plainText).joined(separator: " ")
    case .quote(let content): content.map(\.plainText).joined(separator: " ")
    default: ""
    }
  }
}

package import Courseware
package import Domain

/// What somebody with a phone looks at on the spot in the lessons of a course: one page to print.
package struct VerifySheet: Sendable {
  static let template = "verifysheet"

  package let context: Context

  /// `lessons` are those of the course in the order they are taught, each in one language; `hash` is
  /// what a policy names the style by.
  package init(
    of course: CourseDefinition, lessons: [Lesson], in language: String, templates: Templates,
    hash: ([UInt8]) -> ContentHash
  ) {
    let words = templates.words(in: language)
    let style = templates.file("verifysheet.css")
    let policyHash = "sha256-\(Base64.text(of: hash(Array(style.utf8)).bytes))"
    context = [
      "language": .text(language),
      "title": .text(words[.sheetTitle, ["title": course.titles[language]]]),
      "words": .part(words.context),
      "style": .text(style), "styleHash": .text(policyHash),
      "lessons": .list(lessons.map { Self.context(of: $0, words) }),
    ]
  }

  private static func context(of lesson: Lesson, _ words: InterfaceWords) -> Context {
    let number = words[.lessonShort, ["n": String(lesson.number)]]
    let parts = [
      (words[.sheetSteps], lesson.stepsToTry),
      (words[.sheetPlaces], lesson.placesToCheck),
      (words[.sheetLinks], lesson.addressesOutside),
    ]
    return [
      "lessonLanguage": .text(lesson.language),
      "name": .text("\(number). \(lesson.frontMatter.title)"),
      "verify": .text(words[lesson.frontMatter.verification.word]),
      "checked": .text(checked(lesson.frontMatter, words)),
      "parts": .list(parts.filter { !$0.1.isEmpty }.map(part)),
      "command": .text(command(for: lesson, words)),
    ]
  }

  private static func part(heading: String, rows: [String]) -> Context {
    ["heading": .text(heading), "rows": .list(rows.map { ["text": .text($0)] })]
  }

  private static func checked(_ matter: Lesson.FrontMatter, _ words: InterfaceWords) -> String {
    matter.lastVerified == nil ? words[.sheetNever] : words.checked(matter)
  }

  private static func command(for lesson: Lesson, _ words: InterfaceWords) -> String {
    let number = (lesson.number < 10 ? "0" : "") + String(lesson.number)
    return "lantoa site verify \(lesson.course)/\(number) --by \"\(words[.sheetYourName])\" "
      + "--on \(words[.sheetYourDay])"
  }
}

extension Lesson {
  fileprivate var stepsToTry: [String] {
    (steps?.items ?? []).enumerated().map { "\($0 + 1). \($1.searchText)" }
  }

  /// Notes to whoever teaches that begin with what they are about: what to look at on the spot.
  fileprivate var placesToCheck: [String] {
    instructorAlerts.flatMap(\.content).flatMap { block -> [String] in
      guard case .list(let list) = block else { return [] }
      return list.items.compactMap(\.placeToCheck)
    }
  }

  /// Addresses and numbers that its text links to, each once.
  fileprivate var addressesOutside: [String] {
    var seen: [String] = []
    for link in Outline(blocks).links where !seen.contains(link.destination) {
      let isOutside = ["https:", "http:", "tel:", "mailto:"].contains {
        link.destination.hasPrefix($0)
      }
      if isOutside { seen.append(link.destination) }
    }
    return seen
  }
}

extension [Block] {
  /// What stands behind `**Kiểm tra tại chỗ.**` or `**Check locally.**`; nil for another note.
  fileprivate var placeToCheck: String? {
    guard case .paragraph(let content) = first, case .strong(let label) = content.first else {
      return nil
    }
    let words = SearchText.words(of: label.plainText).joined(separator: " ")
    guard ["kiem tra tai cho", "check locally"].contains(words) else { return nil }
    let rest: [Block] = [.paragraph(Array<Inline>(content.dropFirst()))] + dropFirst()
    return String(rest.searchText.drop { $0.isWhitespace || ".:".contains($0) })
  }
}

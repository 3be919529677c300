/// A Markdown file of the courses or the pages, and what its name says.
package struct ManuscriptFile: Sendable {
  let role: Manuscript.Role
  let language: String
  let source: SourceFile

  /// A lesson `NN-slug.<language>.md` of a course or its `glossary.<language>.md`, also where the name
  /// only nearly is one; nil for a name of another shape.
  init?(course: String, source: SourceFile) {
    guard source.name.hasSuffix(".md"),
      let (stem, language) = Self.parts(
        of: LessonFileName.meant(by: source.name) ?? source.name)
    else { return nil }
    if stem == "glossary" {
      self.init(role: .page(name: "\(course)/glossary"), language: language, source: source)
      return
    }
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let slug = stem.dropFirst(digits.count)
    guard digits.count >= 2, let number = Int(digits), number > 0, slug.hasPrefix("-"),
      slug.count > 1
    else { return nil }
    self.init(
      role: .lesson(course: course, number: number, slug: String(slug.dropFirst())),
      language: language, source: source)
  }

  /// A page `<name>.<language>.md`.
  init?(page source: SourceFile) {
    guard let (stem, language) = Self.parts(of: source.name) else { return nil }
    self.init(role: .page(name: stem), language: language, source: source)
  }

  private init(role: Manuscript.Role, language: String, source: SourceFile) {
    self.role = role
    self.language = language
    self.source = source
  }

  /// Of a lesson.
  var slug: String? {
    if case .lesson(_, _, let slug) = role { slug } else { nil }
  }

  /// Of a lesson.
  var course: String? {
    if case .lesson(let course, _, _) = role { course } else { nil }
  }

  /// Of `name.vi.md` the name and the tag of the language.
  private static func parts(of name: String) -> (stem: String, language: String)? {
    guard name.hasSuffix(".md") else { return nil }
    let rest = name.dropLast(3)
    guard let point = rest.lastIndex(of: "."), point > rest.startIndex else { return nil }
    let language = rest[rest.index(after: point)...]
    let subtags = language.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...3).contains(first.count),
      subtags.allSatisfy({ (1...8).contains($0.count) }),
      language.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { return nil }
    return (String(rest[..<point]), String(language))
  }
}

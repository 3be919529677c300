import Domain
import Storage

extension RegisterReader {
  /// The slugs of lessons as typed, each once, commas between several: a number stands for the lesson of
  /// that place in the course, a title in any language for the lesson that alone has it.
  ///
  /// What names no lesson stays as it was typed, for whoever refuses it.
  func lessonSlugs(_ typed: [String], course: String?) throws -> [String] {
    let parts = typed.flatMap { $0.split(separator: ",") }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    let known = try parts.isEmpty ? [] : course.map { try self.course($0).lessons } ?? []
    var slugs: [String] = []
    var rest = parts[...]
    while let first = rest.first {
      let (slug, length) = known.named(atStartOf: rest) ?? (first, 1)
      if !slugs.contains(slug) { slugs.append(slug) }
      rest = rest.dropFirst(length)
    }
    return slugs
  }
}

extension [PublishedLesson] {
  /// The lesson that the first of some words between commas name, and how many of them do: a title may
  /// have commas of its own.
  fileprivate func named(
    atStartOf parts: ArraySlice<String>
  ) -> (slug: String, length: Int)? {
    guard let first = parts.first else { return nil }
    if let number = Int(first), number > 0, number <= count { return (self[number - 1].slug, 1) }
    if contains(where: { $0.slug == first }) { return (first, 1) }
    let longest =
      flatMap(\.titles.byLanguage.values)
      .map { $0.split { ",;".contains($0) }.count }.max() ?? 1
    for length in (1...Swift.min(parts.count, longest)).reversed() {
      let wanted = SearchText.words(of: parts.prefix(length).joined(separator: " "))
      let found = filter { lesson in
        lesson.titles.byLanguage.values.contains { SearchText.words(of: $0) == wanted }
      }
      if found.count == 1, !wanted.isEmpty { return (found[0].slug, length) }
    }
    return nil
  }
}

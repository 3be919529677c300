/// A sound `course.yaml` that lessons are added to.
package struct CourseFile: Sendable {
  /// In the order they are taught.
  package let lessons: [LessonDefinition]
  private let source: SourceFile

  /// - Throws: `DraftError` where the file has errors.
  package init(_ source: SourceFile) throws {
    guard let lessons = Self.lessons(of: source) else {
      throw DraftError.unfitCourseFile(path: source.path)
    }
    self.lessons = lessons
    self.source = source
  }

  /// The file with `draft` behind its last lesson, and every other byte as it was.
  ///
  /// - Throws: `DraftError` where the list is not written one lesson a line or below.
  package func adding(_ draft: LessonDraft) throws -> [UInt8] {
    let bytes = added(draft)
    let slugs = Self.lessons(of: SourceFile(path: source.path, bytes: bytes))?.map(\.slug)
    guard slugs == lessons.map(\.slug) + [draft.slug] else {
      throw DraftError.unfitCourseFile(path: source.path)
    }
    return bytes
  }

  private func added(_ draft: LessonDraft) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    var lines = source.bytes.split(separator: newline, omittingEmptySubsequences: false)
      .map { Array($0) }
    let key = Array("lessons:".utf8)
    guard let start = lines.firstIndex(where: { $0.starts(with: key) }) else {
      return source.bytes
    }
    let hasReturns = lines[start].last == UInt8(ascii: "\r")
    var indent = 2
    var end = start + 1
    if lessons.isEmpty, let list = lines[start].firstRange(of: Array("[]".utf8)) {
      lines[start].removeSubrange(list)
      while lines[start].last == UInt8(ascii: " ") { lines[start].removeLast() }
    } else {
      var next = start + 1
      while next < lines.count, lines[next].isOfList {
        if lines[next].firstWordByte == UInt8(ascii: "-"), end == start + 1 {
          indent = lines[next].prefix { $0 == UInt8(ascii: " ") }.count
        }
        next += 1
        if !lines[next - 1].isBlankOrComment { end = next }
      }
    }
    let margin = String(repeating: " ", count: indent)
    let added = draft.listing.map { Array((margin + $0 + (hasReturns ? "\r" : "")).utf8) }
    lines.insert(contentsOf: added, at: end)
    if end + added.count == lines.count { lines.append([]) }
    return Array(lines.joined(separator: [newline]))
  }

  /// Empty for a course that has none yet; nil for a file with errors.
  private static func lessons(of source: SourceFile) -> [LessonDefinition]? {
    var findings = Findings(path: source.path)
    guard let text = SourceText(source, findings: &findings),
      let tree = SourceTree(text, findings: &findings)
    else { return nil }
    let course = CourseDefinition(
      tree, folder: source.folder, competences: nil, taken: [], findings: &findings)
    return findings.hasErrors ? nil : course?.lessons ?? []
  }
}

extension [UInt8] {
  fileprivate var firstWordByte: UInt8? {
    first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
  }

  fileprivate var isBlankOrComment: Bool {
    firstWordByte == nil || firstWordByte == UInt8(ascii: "#")
  }

  /// Whether a line below `lessons:` still belongs to it.
  fileprivate var isOfList: Bool {
    isBlankOrComment || first == UInt8(ascii: " ") || starts(with: [UInt8(ascii: "-"), 0x20])
  }
}

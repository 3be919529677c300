import Domain
import Foundation
import Site

@testable import Commands
@testable import Courseware

/// What authors hand in, whatever bytes it is: findings that point into it, repairs that are done once,
/// and pages that hold nothing of it but words.
enum AuthoredLaws {
  static func checkFront(_ bytes: [UInt8]) throws { try check(AuthoredCourse(front: bytes)) }

  static func checkLesson(_ bytes: [UInt8]) throws {
    try check(AuthoredCourse(body: bytes))
    try checkTime(bytes)
  }

  static func checkCourse(_ bytes: [UInt8]) throws {
    try check(AuthoredCourse(bytes, as: .course))
  }

  private static func check(_ course: AuthoredCourse) throws {
    let library = course.read()
    try require(
      library.diagnostics == course.read().diagnostics, "the same bytes give the same findings")
    for finding in library.diagnostics { try check(finding, in: course) }
    try checkRepairs(library, of: course)
    try checkPages(of: course.source(of: library))
  }

  // MARK: Findings

  private static func check(_ finding: Diagnostic, in course: AuthoredCourse) throws {
    guard let bytes = course.files[finding.path] else {
      throw BrokenLaw(description: "a finding is about a file that is there: \(finding.path)")
    }
    let said = finding.description("en")
    if String(validating: bytes, as: UTF8.self) != nil {
      let text = MarkdownText(bytes: bytes.withoutByteOrderMark)
      try require(
        text.lines.indices.contains(finding.line - 1), "a finding's line is in its file: \(said)")
      let length = text.string(line: finding.line).count
      try require(
        (1...length + 1).contains(finding.column), "a finding's column is in its line: \(said)")
    }
    try require(
      finding.line >= 1 && finding.column >= 1 && finding.endColumn > finding.column,
      "a finding means something: \(said)")
    if let excerpt = finding.excerpt {
      try require(
        !excerpt.text.printable.contains(where: \.isNewline),
        "an excerpt is one line: \(said)")
      try require(
        excerpt.indent >= 0 && excerpt.length >= 1
          && excerpt.indent + excerpt.length <= excerpt.text.count + 1,
        "an excerpt's mark stands below it: \(said)")
    }
  }

  // MARK: Repairs

  private static func checkRepairs(_ library: Library, of course: AuthoredCourse) throws {
    guard !library.repairs.isEmpty else { return }
    for repair in library.repairs {
      try require(
        course.files[repair.path] == repair.before && repair.changesAnything,
        "a repair changes the file as it is: \(repair.path)")
    }
    let mended = course.mended(by: library.repairs)
    try require(mended.read().repairs.isEmpty, "what was mended needs no mending again")
  }

  // MARK: Pages

  private static let templates = Result { try Templates() }

  private static func checkPages(of source: SiteSource) throws {
    let templates = try templates.get()
    try Site(source, templates: templates).forEachPage { page in
      switch page.template {
      case .course, .lesson, .teach, .handout, .questions, .file: break
      case .home, .print, .page, .skill, .search, .offline, .notfound, .lost, .moved:
        return
      }
      try PageMarkup.check(templates.render(page))
    }
  }

  // MARK: Time

  /// Of processor time, for a text of `longest` bytes; what is linear needs a twentieth.
  private static let mostSeconds = 5.0
  private static let longest = 1 << 17

  /// A text that says the same over and over takes no more than its length. One in sixteen is tried.
  ///
  /// Beside other tests the clock of the process runs faster: what seems slow is held against a quarter of it,
  /// which takes a sixteenth where time grows with the square.
  private static func checkTime(_ bytes: [UInt8]) throws {
    let mark = bytes.reduce(UInt8(bytes.count & 0xFF)) { $0 &* 31 &+ $1 }
    guard !bytes.isEmpty, mark.isMultiple(of: 16) else { return }
    let times = longest / bytes.count
    let seconds = seconds(toRead: bytes, times: times)
    guard seconds >= mostSeconds else { return }
    let share = self.seconds(toRead: bytes, times: times / 4)
    try require(
      seconds < 9 * share,
      "\(times * bytes.count) bytes are read in \(seconds) s, a quarter of them in \(share) s")
  }

  private static func seconds(toRead bytes: [UInt8], times: Int) -> Double {
    let text = Array(repeatElement(bytes, count: times).joined())
    let start = clock()
    _ = AuthoredCourse(body: text).read()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}

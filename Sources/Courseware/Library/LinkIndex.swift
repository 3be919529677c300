import Foundation

/// The lessons and pages that a link can lead to, by where their files lie: `courses/<course>/…` and
/// `content/…`, whatever the two folders are called on the disk.
struct LinkIndex: Sendable {
  enum Resolution: Hashable {
    case target(LinkTarget)
    /// A scheme that does not belong on a page, or a path from the root of a disk or site.
    case unsafe
    /// Up and out of the folders.
    case outside
  }

  private var targets: [String: LinkTarget] = [:]
  /// As their names are spelled on the disk: of `Ả`, a letter with its mark or a letter and a mark.
  private var files: Set<String> = []

  /// A file beside the lessons and pages, by where it lies.
  mutating func add(file: String) {
    files.insert(file)
  }

  mutating func add(_ role: Manuscript.Role, language: String, path: String) {
    let name =
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    switch role {
    case .lesson(let course, _, let slug):
      // A link to the name that the file should have is right.
      for name in [name, LessonFileName.meant(by: name) ?? name] {
        targets["courses/\(course)/\(name)"] = .lesson(
          course: course, slug: slug, language: language, anchor: nil)
      }
    case .page(let page):
      let folder = page.hasSuffix("/glossary") ? "courses/\(page.dropLast(9))" : "content"
      targets["\(folder)/\(name)"] = .page(name: page, language: language, anchor: nil)
    }
  }

  /// Where a link leads from a lesson of `course`; from a page where that is nil.
  func resolve(_ destination: String, course: String?) -> Resolution {
    // What browsers pass over, so that it hides no scheme.
    let typed = Self.withoutControls(destination).trimmingSpace
    if let scheme = Self.scheme(of: typed.utf8.contains(0x20) ? typed.filter { $0 != " " } : typed)
    {
      let isOpen = ["https", "http", "mailto", "tel"].contains(scheme.lowercased())
      return isOpen ? .target(.outside(typed.replacing(" ", with: "%20"))) : .unsafe
    }
    if typed.hasPrefix("/") || typed.contains("\\") { return .unsafe }
    let parts = typed.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil
    let path = String(parts.first ?? "")
    if path.isEmpty { return .target(.here(anchor: anchor ?? "")) }

    var folders = course.map { ["courses", $0] } ?? ["content"]
    let decoded =
      path.utf8.contains(UInt8(ascii: "%")) ? path.removingPercentEncoding ?? path : path
    for bytes in decoded.utf8.split(separator: UInt8(ascii: "/")) {
      let part = Substring(bytes)
      if part == "." { continue }
      if part == ".." {
        if folders.popLast() == nil { return .outside }
      } else {
        folders.append(String(part))
      }
    }
    guard folders.count > 1, ["courses", "content"].contains(folders[0]) else { return .outside }
    let file = folders.joined(separator: "/")
    var target = targets[file]
    if target == nil, course != nil, let name = folders.last, name.hasPrefix("glossary.") {
      target = targets["content/\(name)"]
    }
    return .target(target?.with(anchor: anchor) ?? .file(spelled(file)))
  }

  private func spelled(_ file: String) -> String {
    files.firstIndex(of: file).map { files[$0] } ?? file
  }

  private static func withoutControls(_ destination: String) -> String {
    guard destination.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return destination }
    return String(destination.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
  }

  /// What stands before the first colon, where no path or anchor begins before it.
  private static func scheme(of destination: String) -> Substring? {
    let bytes = destination.utf8
    guard let end = bytes.firstIndex(where: { ":/#?".utf8.contains($0) }),
      bytes[end] == UInt8(ascii: ":")
    else { return nil }
    return destination[..<end]
  }
}

extension LinkTarget {
  fileprivate func with(anchor: String?) -> LinkTarget {
    switch self {
    case .lesson(let course, let slug, let language, _):
      .lesson(course: course, slug: slug, language: language, anchor: anchor)
    case .page(let name, let language, _): .page(name: name, language: language, anchor: anchor)
    case .here, .outside, .file: self
    }
  }
}

extension Library {
  /// Where a link of a lesson leads; nil where it must not be followed. A `file` may be missing.
  package func target(of destination: String, from lesson: Lesson) -> LinkTarget? {
    target(of: destination, course: lesson.course)
  }

  /// Where a link of a page leads, as for a lesson.
  package func target(of destination: String, from page: Page) -> LinkTarget? {
    let parts = page.name.split(separator: "/")
    return target(of: destination, course: parts.count > 1 ? String(parts[0]) : nil)
  }

  private func target(of destination: String, course: String?) -> LinkTarget? {
    guard case .target(let target) = links.resolve(destination, course: course) else { return nil }
    return target
  }
}

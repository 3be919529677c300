/// A lesson that keeps the address of one that was on the site, and is on it no more itself.
struct WithdrawnLesson {
  let path: String
  let address: LessonAddress
  /// What of its front matter hides it.
  let key: String
}

extension WithdrawnLesson {
  /// Those that hide themselves, in each such language; an address that another lesson still answers
  /// for is none. As long as a lesson of a course cannot be read, nobody knows.
  static func all(in library: Library, since former: FormerLessons) -> [WithdrawnLesson] {
    if former.published.isEmpty { return [] }
    let unread = library.coursesWithUnreadLessons
    var holders: [String: [Lesson]] = [:]
    for lesson in library.lessons {
      for name in Set([LessonAddress(lesson).text] + lesson.frontMatter.aliases) {
        holders[name, default: []].append(lesson)
      }
    }
    return former.published.keys.sorted().flatMap { address -> [WithdrawnLesson] in
      let lessons = holders[address.text] ?? []
      let isShown = lessons.contains {
        $0.frontMatter.status != .draft && !library.isWaiting($0)
      }
      if isShown || unread.contains(address.course) { return [] }
      return lessons.compactMap { lesson in
        lesson.hidingKey.map { WithdrawnLesson(path: lesson.path, address: address, key: $0) }
      }
    }
  }

  /// `bytes` are those of its file.
  func diagnostic(in bytes: [UInt8]) -> Diagnostic {
    let place = MarkdownText(bytes: bytes.withoutByteOrderMark).place(ofKey: key).place
    return Diagnostic(
      path: path, position: SourcePosition(line: place.line, column: 1), rule: .lessonWithdrawn,
      summary: Words(
        vi: "bài '\(address.text)' đã công bố mà nay không lên trang nữa",
        en: "the lesson '\(address.text)' was published, and is not on the site now"),
      fix: Words(
        vi:
          "Nếu bài còn ở lại, trả '\(key)' về như trước. Nếu thật muốn rút bài, công bố với --losing.",
        en: "If it is to stay, put '\(key)' back as it was. If it is to go, publish with --losing.")
    )
  }
}

extension Lesson {
  /// Nil where it waits only because another language does.
  fileprivate var hidingKey: String? {
    if frontMatter.status == .draft { return "status" }
    return frontMatter.publishAt == nil ? nil : "publish_at"
  }
}

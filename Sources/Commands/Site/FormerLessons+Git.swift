import Courseware

extension FormerLessons {
  /// As the last commit has them; none without git, or where the folder is in no checkout. `now` is in
  /// milliseconds since 1970.
  static func ofLastCommit(inCourses folder: String, now: Int64) -> FormerLessons {
    var lessons = FormerLessons(folder: folder, now: now)
    let arguments = [
      "grep", "-z", "-E", "--text", "--no-color", "--no-full-name", "--no-line-number",
      "--no-column", "^(\u{FEFF})?(status:|publish_at:|---)", "HEAD", "--", ".",
    ]
    guard let found = Git.output(arguments, in: folder) else { return lessons }
    var fronts: [Substring: FormerFrontMatter] = [:]
    for line in found.split(whereSeparator: \.isNewline) {
      // `HEAD:safe-online/02-otp.vi.md`, NUL, `status: published`.
      let parts = line.split(separator: "\0", maxSplits: 1)
      guard parts.count == 2 else { continue }
      fronts[parts[0], default: FormerFrontMatter()].read(parts[1])
    }
    for (name, front) in fronts.sorted(by: { $0.key < $1.key }) {
      guard let status = front.status else { continue }
      lessons.add(
        String(name.dropFirst(5)), status: Lesson.FrontMatter.Status(rawValue: status) ?? .draft,
        publishAt: front.publishAt.flatMap { PublicationTime($0) })
    }
    return lessons
  }
}

/// When a lesson was to be shown, from those of its lines that may tell.
private struct FormerFrontMatter {
  /// What is no status was on no site.
  private(set) var status: String?
  private(set) var publishAt: String?
  private var marks = 0

  mutating func read(_ line: Substring) {
    if line.drop(while: { $0 == "\u{FEFF}" }).hasPrefix("---") { marks += 1 }
    guard marks == 1, let colon = line.firstIndex(of: ":") else { return }
    let value = Self.value(line[colon...].dropFirst())
    switch line[..<colon] {
    case "status": status = status ?? value
    case "publish_at": publishAt = publishAt ?? value
    default: break
    }
  }

  /// Of ` "published" # since June` published.
  private static func value(_ rest: Substring) -> String {
    String(rest.drop { " \t\"'".contains($0) }.prefix { !" \t\"'#".contains($0) })
  }
}

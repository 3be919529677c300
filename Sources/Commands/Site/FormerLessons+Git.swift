import Courseware

extension FormerLessons {
  /// As the last commit has them; none without git, or where the folder is in no checkout.
  static func ofLastCommit(inCourses folder: String) -> FormerLessons {
    var lessons = FormerLessons(folder: folder)
    let arguments = [
      "grep", "-z", "-E", "--text", "--no-color", "--no-full-name", "--no-line-number",
      "--no-column", "^status:", "HEAD", "--", ".",
    ]
    guard let found = Git.output(arguments, in: folder) else { return lessons }
    var seen: Set<Substring> = []
    for line in found.split(whereSeparator: \.isNewline) {
      // `HEAD:safe-online/02-otp.vi.md`, NUL, `status: published`; the first is the front matter's.
      let parts = line.split(separator: "\0", maxSplits: 1)
      guard parts.count == 2, seen.insert(parts[0]).inserted else { continue }
      lessons.add(String(parts[0].dropFirst(5)), status: status(in: parts[1]))
    }
    return lessons
  }

  /// Of `status: "published" # since June` published; what is no status was on no site.
  private static func status(in line: Substring) -> Lesson.FrontMatter.Status {
    let word = line.dropFirst(7).drop { " \t\"'".contains($0) }.prefix { $0.isLetter }
    return Lesson.FrontMatter.Status(rawValue: String(word)) ?? .draft
  }
}

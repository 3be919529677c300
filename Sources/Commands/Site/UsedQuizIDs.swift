/// The quiz ids that the courses once had: results may be kept by them, so no other question gets one.
enum UsedQuizIDs {
  /// By the course's folder, from the history of its checkout; empty without git.
  static func find(inCourses folder: String) -> [String: Set<String>] {
    let arguments = [
      "log", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "-p", "--unified=0",
      "--format=", "-Gquiz ", "--relative", "--", ".",
    ]
    guard let history = Git.output(arguments, in: folder) else { return [:] }
    var used: [String: Set<String>] = [:]
    var course = ""
    for line in history.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("diff --git a/") {
        course = String(line.dropFirst(13).prefix { $0 != "/" })
      } else if let id = id(in: line) {
        used[course, default: []].insert(id)
      }
    }
    return used
  }

  /// The id in a line that was added or removed.
  private static func id(in line: Substring) -> String? {
    guard line.first == "+" || line.first == "-", line.contains("quiz "),
      let start = line.firstRange(of: " id=")?.upperBound
    else { return nil }
    let id = line[start...].prefix { !$0.isWhitespace && $0 != "\"" && $0 != ">" }
    return id.isEmpty ? nil : String(id)
  }
}

/// The former addresses of lessons in one language: which lead on to them, and why others cannot.
package struct AliasClaims {
  enum Fault: Hashable {
    /// Not `course/lesson`.
    case noAddress
    /// The lesson's own.
    case own
    /// A page stands there.
    case page
    /// Another lesson names it, or this one did already.
    case claimed
  }

  struct Refusal: Hashable {
    /// Of the file that names it.
    let path: String
    let alias: String
    let fault: Fault
  }

  private(set) var refusals: [Refusal] = []
  private var granted: [LessonAddress: [String]] = [:]

  /// Each lesson of the language stands once in `lessons`, and the first of a course gets what two of
  /// them name, a draft the last; at `taken`, `safe-online/otp`, stand pages.
  package init(_ lessons: [Lesson], taken: Set<String>) {
    var claimed: Set<String> = []
    for lesson in lessons.sorted(by: Self.isBefore) {
      for alias in lesson.frontMatter.aliases {
        if let fault = Self.fault(of: alias, of: lesson, taken: taken) {
          refusals.append(Refusal(path: lesson.path, alias: alias, fault: fault))
        } else if !claimed.insert(alias).inserted {
          refusals.append(Refusal(path: lesson.path, alias: alias, fault: .claimed))
        } else {
          granted[LessonAddress(lesson), default: []].append(alias)
        }
      }
    }
  }

  /// The addresses that lead on to a lesson.
  package func aliases(of lesson: Lesson) -> [String] { granted[LessonAddress(lesson)] ?? [] }

  private static func isBefore(_ left: Lesson, _ right: Lesson) -> Bool {
    func isDraft(_ lesson: Lesson) -> Int { lesson.frontMatter.status == .draft ? 1 : 0 }
    return (isDraft(left), left.course, left.number, left.slug)
      < (isDraft(right), right.course, right.number, right.slug)
  }

  private static func fault(of alias: String, of lesson: Lesson, taken: Set<String>) -> Fault? {
    let parts = alias.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isName) else { return .noAddress }
    if alias == LessonAddress(lesson).text { return .own }
    // The site has pages of its own there.
    if parts[0] == "skills" || parts[1] == "print" { return .page }
    return taken.contains(alias) ? .page : nil
  }

  /// More than a short name may be today: addresses outlive what was allowed when they were made.
  private static func isName(_ part: Substring) -> Bool {
    !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
  }
}

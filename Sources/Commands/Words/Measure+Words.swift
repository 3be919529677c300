import Domain

extension Measure.Rule {
  /// A short code of the rule.
  var spelled: String {
    switch self {
    case .atLeast(1, _): "any"
    case .atLeast(let least, _): "at-least-\(least)"
    case .all: "all"
    case .eachArea: "each-area"
    }
  }

  /// Empty where anything taught counts.
  var courses: [String] {
    switch self {
    case .atLeast(_, let courses): courses ?? []
    case .all(let courses): courses
    case .eachArea(let areas): Set(areas.values.joined()).sorted()
    }
  }
}

extension Measure {
  /// Who counts, in one sentence.
  var meaning: String {
    let verb =
      switch counts {
      case .attended: say(vi: "có mặt ở", en: "attended")
      case .completed: say(vi: "học xong", en: "completed")
      case .passed: say(vi: "đạt bài kiểm tra của", en: "passed")
      }
    let what =
      switch rule {
      case .atLeast(let least, of: nil):
        say(
          vi: "ít nhất \(least) buổi hoặc khóa",
          en: "at least " + (least == 1 ? "1 session or course" : "\(least) sessions or courses"))
      case .atLeast(let least, of: let courses?):
        say(
          vi: "ít nhất \(least) trong \(courses.count) khóa",
          en: "at least \(least) of \(Spoken.count(courses.count, "course", "courses"))")
      case .all(let courses):
        say(
          vi: "cả \(courses.count) khóa",
          en: "all of \(Spoken.count(courses.count, "course", "courses"))")
      case .eachArea(let areas):
        say(
          vi: "mỗi mảng trong \(areas.count) mảng",
          en: "each of \(Spoken.count(areas.count, "area", "areas"))")
      }
    let validity =
      validityMonths.map {
        say(vi: ", trong \($0) tháng", en: ", within \(Spoken.count($0, "month", "months"))")
      } ?? ""
    return "\(verb) \(what)\(validity)"
  }
}

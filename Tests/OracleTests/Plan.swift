struct Plan {
  let version: Int
  let core: [String]
  let yardsticks: [Yardstick]
}

/// Who counts.
struct Yardstick {
  enum Rule {
    /// Nil courses: anything, without a course too.
    case atLeast(Int, of: [String]?)
    case all([String])
    case eachArea([String: [String]])
  }

  let slug: String
  let least: Grade
  let rule: Rule
  let months: Int?
  let basis: String
}

struct Goal: Hashable {
  let slug: String
  /// Nil is the city.
  let code: String?
  let basisPoints: Int
  let deadline: Int
}

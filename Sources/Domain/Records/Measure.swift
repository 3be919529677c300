/// Which courses are core, and which measures of coverage the city publishes.
package struct Programme: Hashable, Sendable {
  package let version: Int
  /// Slugs of the core courses.
  package let core: [String]
  /// In the order they are shown.
  package let measures: [Measure]

  package init(version: Int, core: [String], measures: [Measure]) {
    self.version = version
    self.core = core
    self.measures = measures
  }
}

/// A rule that says who counts, as data: "completed at least one core course".
package struct Measure: Hashable, Sendable {
  package enum Rule: Hashable, Sendable {
    /// At least this many of these courses; nil courses: anything taught, a home visit without a
    /// course too.
    case atLeast(Int, of: [String]?)
    /// Every one of these courses.
    case all(of: [String])
    /// At least one course of each area, keyed by the area's code.
    case eachArea([String: [String]])
  }

  /// The slug by which commands and reports name it: `trained`.
  package let slug: String
  package let titles: Titles
  /// The least result that counts; a better one counts too.
  package let counts: LearningResult
  package let rule: Rule
  /// The population it is a share of: `all`, or an age band.
  package let basis: String
  /// How many months a result stays valid; nil for ever.
  package let validityMonths: Int?

  package init(
    slug: String, titles: Titles, counts: LearningResult, rule: Rule, basis: String,
    validityMonths: Int? = nil
  ) {
    self.slug = slug
    self.titles = titles
    self.counts = counts
    self.rule = rule
    self.basis = basis
    self.validityMonths = validityMonths
  }
}

/// How far somebody came. A better result contains the lesser ones.
package enum LearningResult: String, Sendable, CaseIterable, Comparable {
  case attended, completed, passed

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  package var rank: Int {
    switch self {
    case .attended: 1
    case .completed: 2
    case .passed: 3
    }
  }
}

/// How a result is known.
package enum ResultBasis: String, Sendable, CaseIterable {
  /// Present at every lesson of the course, by the class book.
  case lessons
  /// The leader says so.
  case declared
  /// By a test.
  case tested
  /// Taken over from a list.
  case imported
}

extension Measure {
  package var canonicalObject: CanonicalObject {
    [
      "basis": .string(basis), "counts": .string(counts.rawValue), "rule": .object(rule.object),
      "slug": .string(slug), "titles": .titles(titles), "validityMonths": .number(validityMonths),
    ]
  }

  package init(canonicalObject object: CanonicalObject) throws(FactError) {
    self.init(
      slug: try object.string("slug"), titles: try object.titles("titles"),
      counts: try object.choice("counts"), rule: try Rule(object: try object.object("rule")),
      basis: try object.string("basis"),
      validityMonths: try object.optional("validityMonths", as: CanonicalObject.validity))
  }
}

extension CanonicalObject {
  /// Months for which a result counts: up to a hundred years.
  fileprivate func validity(_ name: String) throws(FactError) -> Int {
    try number(name, in: 1...1200)
  }
}

extension Measure.Rule {
  fileprivate var object: CanonicalObject {
    switch self {
    case .atLeast(let least, let courses):
      return ["courses": .list(courses), "kind": .string("atLeast"), "least": .number(least)]
    case .all(let courses): return ["courses": .list(courses), "kind": .string("all")]
    case .eachArea(let areas):
      var byArea = CanonicalObject()
      for (area, courses) in areas {
        byArea[area] = .list(courses)
      }
      return ["areas": .object(byArea), "kind": .string("eachArea")]
    }
  }

  fileprivate init(object: CanonicalObject) throws(FactError) {
    switch try object.string("kind") {
    case "atLeast":
      self = .atLeast(
        try object.number("least"),
        of: try object.optional("courses", as: CanonicalObject.strings))
    case "all": self = .all(of: try object.strings("courses"))
    case "eachArea":
      let byArea = try object.object("areas")
      var areas: [String: [String]] = [:]
      for member in byArea.members {
        areas[member.name] = try byArea.strings(member.name)
      }
      self = .eachArea(areas)
    default: throw FactError(field: "kind", problem: .invalid)
    }
  }
}

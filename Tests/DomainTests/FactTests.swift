import Domain
import TestSupport
import Testing

@Suite struct FactTests {
  @Test func `there is a sample of every kind, and every kind has its own name`() {
    let kinds = FactKinds.all.map { $0.kind }

    #expect(Set(kinds).count == kinds.count)
    #expect(Set(FactSample.all.map(\.testDescription)) == Set(kinds))
  }

  @Test(arguments: FactSample.all)
  func `a fact is spelled as the journal says`(sample: FactSample) {
    #expect(text(sample.fact.body) == sample.body)
    #expect(text(sample.fact.personal) == sample.personal)
  }

  @Test(arguments: FactSample.all)
  func `a fact reads back as it was`(sample: FactSample) throws {
    let body = try canonical(sample.body)
    let personal = try canonical(sample.personal)

    #expect(try sample.fact.isWhatReads(from: body, personal))
  }

  @Test(arguments: FactSample.all)
  func `members that this program does not know are passed over`(sample: FactSample) throws {
    var body = try canonical(sample.body)
    var personal = try canonical(sample.personal)
    body["aLater"] = .object(["version": .integer(2)])
    body["zLater"] = .array([.string("x")])
    personal["later"] = .boolean(true)

    #expect(try sample.fact.isWhatReads(from: body, personal))
  }

  @Test(arguments: FactSample.all)
  func `a body without a member that it needs is refused by that name`(
    sample: FactSample
  ) throws {
    let whole = try canonical(sample.body)
    let personal = try canonical(sample.personal)

    var needed: Set<String> = []
    for member in whole.members {
      var body = whole
      body[member.name] = nil
      do {
        #expect(try sample.fact.reading(from: body, personal).body == body)
      } catch {
        #expect(error == FactError(field: member.name, problem: .missing))
        needed.insert(error.field)
      }
    }

    #expect(needed == sample.required)
  }

  @Test(arguments: FactSample.all)
  func `a member of another type is refused by its name`(sample: FactSample) throws {
    let whole = try canonical(sample.body)
    let personal = try canonical(sample.personal)

    for member in whole.members {
      var body = whole
      body[member.name] = .boolean(true)
      #expect(throws: FactError(field: member.name, problem: .wrongType)) {
        try sample.fact.reading(from: body, personal)
      }
    }
    for member in personal.members {
      var personal = personal
      personal[member.name] = .boolean(true)
      #expect(throws: FactError(field: member.name, problem: .wrongType)) {
        try sample.fact.reading(from: whole, personal)
      }
    }
  }

  @Test(arguments: FactSample.all)
  func `a fact without its personal part still reads, and keeps its body`(
    sample: FactSample
  ) throws {
    let erased = try sample.fact.reading(from: try canonical(sample.body), [:])

    #expect(text(erased.body) == sample.body)
    #expect(erased.personal.isEmpty)
  }

  @Test(
    arguments: [
      ("population.counted", "persons", 0, 10_000_000_000),
      ("target.set", "basisPoints", 0, 10_000), ("session.logged", "guests", 0, 1_000_000),
      ("imported", "created", 0, 1_000_000_000), ("imported", "changed", 0, 1_000_000_000),
      ("imported", "unchanged", 0, 1_000_000_000), ("imported", "rejected", 0, 1_000_000_000),
    ] as [(String, String, Int64, Int64)])
  func `a number that cannot be counted with is refused by its name`(
    kind: String, field: String, least: Int64, greatest: Int64
  ) throws {
    let sample = try #require(FactSample.all.first { $0.testDescription == kind })
    var body = try canonical(sample.body)
    for number in [least, greatest] {
      body[field] = .integer(number)
      #expect(try sample.fact.reading(from: body, [:]).body == body)
    }
    for number in [least - 1, greatest + 1, .max, .min] {
      body[field] = .integer(number)
      #expect(throws: FactError(field: field, problem: .invalid)) {
        try sample.fact.reading(from: body, [:])
      }
    }
  }

  @Test(arguments: [-1, 10_001, .max, .min] as [Int64])
  func `a lesson takes no more than 10,000 minutes`(minutes: Int64) throws {
    func course(_ minutes: Int64) throws -> CanonicalObject {
      try canonical(
        """
        {"lessons":[{"competences":[],"minutes":\(minutes),"slug":"bai-1","titles":{}}],\
        "slug":"zalo","titles":{},"version":1}
        """)
    }
    for allowed: Int64 in [0, 10_000] {
      let body = try course(allowed)
      #expect(try CoursePublished(body: body, personal: [:]).body == body)
    }
    #expect(throws: FactError(field: "minutes", problem: .invalid)) {
      try CoursePublished(body: try course(minutes), personal: [:])
    }
  }

  @Test(arguments: [-1, 0, 1201, .max, .min] as [Int64])
  func `a result counts for one to 1200 months`(months: Int64) throws {
    func programme(_ months: Int64) throws -> CanonicalObject {
      try canonical(
        """
        {"core":[],"measures":[{"basis":"all","counts":"passed","rule":{"kind":"atLeast","least":1},\
        "slug":"skilled","titles":{},"validityMonths":\(months)}],"version":1}
        """)
    }
    for allowed: Int64 in [1, 1200] {
      let body = try programme(allowed)
      #expect(try ProgrammePublished(body: body, personal: [:]).body == body)
    }
    #expect(throws: FactError(field: "validityMonths", problem: .invalid)) {
      try ProgrammePublished(body: try programme(months), personal: [:])
    }
  }

  @Test(
    arguments: [
      ("unit.defined", "kind", "district"), ("unit.defined", "validFrom", "2025-02-30"),
      ("unit.defined", "parent", "46"), ("population.counted", "quality", "good"),
      ("population.counted", "date", "01/07/2025"), ("learner.registered", "sex", "F"),
      ("learner.registered", "consent", "yes"), ("learner.registered", "unit", "Outside"),
      ("session.logged", "form", "Class"), ("session.changed", "form", "visit"),
      ("mark.set", "result", "present"), ("mark.set", "basis", "guessed"),
      ("completion.recorded", "result", "attended"), ("voided", "reason", "mistake"),
      ("voided", "target", "00000000-0000-0000-0000-00000000000A"),
    ])
  func `a word that means nothing is refused by its name`(
    kind: String, field: String, word: String
  ) throws {
    let sample = try #require(FactSample.all.first { $0.testDescription == kind })
    var body = try canonical(sample.body)

    body[field] = .string(word)

    #expect(throws: FactError(field: field, problem: .invalid)) {
      try sample.fact.reading(from: body, [:])
    }
  }

  @Test(
    arguments: [
      ("course.published", "lessons", ["slug", "titles", "minutes", "competences"]),
      ("programme.published", "measures", ["slug", "titles", "counts", "rule", "basis"]),
    ])
  func `an element of a list needs its own members`(
    kind: String, list: String, members: [String]
  ) throws {
    let sample = try #require(FactSample.all.first { $0.testDescription == kind })
    let whole = try canonical(sample.body)
    guard case .array(let elements) = whole[list], case .object(let first) = elements.first else {
      Issue.record("no list \(list)")
      return
    }

    for member in members {
      var (body, element) = (whole, first)
      element[member] = nil
      body[list] = .array([.object(element)])
      #expect(throws: FactError(field: member, problem: .missing)) {
        try sample.fact.reading(from: body, [:])
      }
    }
    var body = whole
    body[list] = .array([.string("x")])
    #expect(throws: FactError(field: list, problem: .wrongType)) {
      try sample.fact.reading(from: body, [:])
    }
  }
}

extension Fact {
  func reading(
    from body: CanonicalObject, _ personal: CanonicalObject
  ) throws(FactError) -> any Fact {
    try Self(body: body, personal: personal)
  }

  func isWhatReads(
    from body: CanonicalObject, _ personal: CanonicalObject
  ) throws(FactError) -> Bool {
    try Self(body: body, personal: personal) == self
  }
}

import Domain
import TestSupport
import Testing

@Suite struct SessionFactsTests {
  private let details = SessionDetails(
    date: Sample.day("2026-02-03"), form: .class, team: .init(FactSample.first),
    unit: .init(FactSample.second), course: "an-toan", lessons: ["bai-1"], minutes: 90, unnamed: 4,
    guests: 2, venue: "nhà văn hóa", note: "mưa")

  @Test func `a change replaces what it says and nothing else`() throws {
    var change = SessionChanged()
    #expect(change.isEmpty)
    #expect(change.applied(to: details) == details)

    change.minutes = 60
    change.lessons = []
    change.venue = "ủy ban"
    var expected = details
    expected.minutes = 60
    expected.lessons = []
    expected.venue = "ủy ban"

    #expect(!change.isEmpty)
    #expect(change.applied(to: details) == expected)
  }

  @Test(arguments: FactSample.all.filter { $0.testDescription == "session.changed" })
  func `every field of a change reaches the session`(sample: FactSample) throws {
    let change = try #require(sample.fact as? SessionChanged)

    let changed = change.applied(to: details)

    #expect(
      changed
        == SessionDetails(
          date: Sample.day("2026-02-04"), form: .home, team: .init(FactSample.second),
          unit: .init(FactSample.second), course: "zalo", lessons: [], minutes: nil, unnamed: 1,
          guests: 0, venue: nil, note: "bà Lệ về sớm"))
  }

  @Test func `minutes and venue are spelled beside what is emptied, and read back`() throws {
    var change = SessionChanged()
    change.minutes = 45
    change.venue = "nhà ông Đoài"
    change.cleared = [.note, .course]

    #expect(text(change.body) == #"{"clear":["course","note"],"minutes":45}"#)
    #expect(text(change.personal) == #"{"venue":"nhà ông Đoài"}"#)
    #expect(try SessionChanged(body: change.body, personal: change.personal) == change)
  }

  @Test(arguments: SessionChanged.Clearable.allCases)
  func `each field that can be emptied is, and no other`(field: SessionChanged.Clearable) {
    var change = SessionChanged()
    change.cleared = [field]
    var expected = details
    switch field {
    case .course: expected.course = nil
    case .minutes: expected.minutes = nil
    case .venue: expected.venue = nil
    case .note: expected.note = nil
    }

    #expect(!change.isEmpty)
    #expect(change.applied(to: details) == expected)
  }

  @Test func `a field to be emptied that this program does not know is passed over`() throws {
    let change = try SessionChanged(
      body: canonical(#"{"clear":["minutes","weather"]}"#), personal: [:])

    #expect(change.cleared == [.minutes])
  }

  @Test func `a change of the note alone is no empty change`() {
    var change = SessionChanged()

    change.note = "mưa"

    #expect(change.body.isEmpty)
    #expect(!change.isEmpty)
  }

  @Test func `an absent person's mark is the word absent`() throws {
    let fact = MarkSet(learner: .init(FactSample.first), mark: nil)

    #expect(
      text(fact.body)
        == #"{"learner":"00000000-0000-0000-0000-000000000001","result":"absent"}"#)
    #expect(try MarkSet(body: fact.body, personal: [:]) == fact)
  }

  @Test(
    arguments: [
      #"{"not-an-id":{"basis":"declared","result":"attended"}}"#,
      #"{"00000000-0000-0000-0000-00000000000A":{"basis":"declared","result":"attended"}}"#,
      #"{"00000000-0000-0000-0000-000000000001":"attended"}"#,
    ])
  func `marks that belong to nobody are refused`(marks: String) throws {
    var body = SessionLogged(details: details, marks: [:]).body

    body["marks"] = .object(try canonical(marks))

    #expect(throws: FactError(field: "marks", problem: .invalid)) {
      try SessionLogged(body: body, personal: [:])
    }
  }

  @Test func `passed is more than completed, and completed more than attended`() {
    #expect(LearningResult.attended < .completed)
    #expect(LearningResult.completed < .passed)
    #expect(LearningResult.attended < .passed)
  }
}

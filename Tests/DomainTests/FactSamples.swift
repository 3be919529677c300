import Domain
import TestSupport
import Testing

/// One fact of a kind with everything said that can be said, and how the journal spells it.
struct FactSample: Sendable, CustomTestStringConvertible {
  let fact: any Fact
  /// Written by hand from the tables of the journal's contract.
  let body: String
  let personal: String
  /// The members of the body without which the fact says nothing.
  let required: Set<String>

  var testDescription: String { type(of: fact).kind }

  init(_ fact: any Fact, body: String, personal: String = "{}", required: Set<String>) {
    self.fact = fact
    self.body = body.split(separator: "\n").joined()
    self.personal = personal
    self.required = required
  }
}

extension FactSample {
  static let first = id(1)
  static let second = id(2)

  private static func id(_ number: UInt64) -> RecordID { RecordID(high: 0, low: number) }

  static let all: [FactSample] =
    [settings, learning].flatMap(\.self) + [
      FactSample(
        UnitDefined(
          code: "19753", unitKind: .ward, names: ["vi": "Phường Phú Xuân", "en": "Phu Xuan Ward"],
          district: "Quận Phú Xuân", parent: .init(first), validFrom: Sample.day("2025-07-01"),
          validTo: Sample.day("2030-12-31"), latitude: 16_478_500, longitude: -107_577_000,
          area: 10_380_000, resolution: "1675/NQ-UBTVQH15"),
        body: """
          {"area":10380000,"code":"19753","district":"Quận Phú Xuân","kind":"ward",
          "latitude":16478500,"longitude":-107577000,
          "names":{"en":"Phu Xuan Ward","vi":"Phường Phú Xuân"},
          "parent":"00000000-0000-0000-0000-000000000001","resolution":"1675/NQ-UBTVQH15",
          "validFrom":"2025-07-01","validTo":"2030-12-31"}
          """,
        required: ["code", "kind", "names", "validFrom"]),
      FactSample(
        UnitSucceeded(
          old: .init(first), new: .init(second), date: Sample.day("2025-07-01"),
          weight: 1_000_000, resolution: "1675/NQ-UBTVQH15"),
        body: """
          {"date":"2025-07-01","new":"00000000-0000-0000-0000-000000000002",
          "old":"00000000-0000-0000-0000-000000000001","resolution":"1675/NQ-UBTVQH15",
          "weight":1000000}
          """,
        required: ["old", "new", "date", "weight"]),
      FactSample(
        SeriesDefined(
          slug: "sapnhap-2025", titles: ["vi": "Dân số"], publisher: "sapnhap.bando.com.vn",
          basis: "all", standing: "unofficial", notes: ["en": "date not stated"]),
        body: """
          {"basis":"all","notes":{"en":"date not stated"},"publisher":"sapnhap.bando.com.vn",
          "slug":"sapnhap-2025","standing":"unofficial","titles":{"vi":"Dân số"}}
          """,
        required: ["slug", "titles", "publisher", "basis", "standing"]),
      FactSample(
        PopulationCounted(
          series: .init(first), unit: .init(second), date: Sample.day("2026-04-01"),
          persons: 130_247, quality: .suspect, note: "high"),
        body: """
          {"date":"2026-04-01","note":"high","persons":130247,"quality":"suspect",
          "series":"00000000-0000-0000-0000-000000000001",
          "unit":"00000000-0000-0000-0000-000000000002"}
          """,
        required: ["series", "unit", "quality"]),
      FactSample(
        CoursePublished(
          slug: "an-toan", courseVersion: 3, titles: ["vi": "An toàn"],
          lessons: [
            PublishedLesson(
              slug: "bai-2", titles: ["vi": "Bài 2"], minutes: 25, competences: ["4.2", "4.1"]),
            PublishedLesson(slug: "bai-1", titles: ["vi": "Bài 1"], minutes: 30, competences: []),
          ]),
        body: """
          {"lessons":[{"competences":["4.2","4.1"],"minutes":25,"slug":"bai-2",
          "titles":{"vi":"Bài 2"}},{"competences":[],"minutes":30,"slug":"bai-1",
          "titles":{"vi":"Bài 1"}}],"slug":"an-toan","titles":{"vi":"An toàn"},"version":3}
          """,
        required: ["slug", "version", "titles", "lessons"]),
      FactSample(
        ProgrammePublished(
          Programme(
            version: 2, core: ["zalo", "an-toan"],
            measures: [
              Measure(
                slug: "reached", titles: ["vi": "Đã tiếp cận"], counts: .attended,
                rule: .atLeast(1, of: nil), basis: "all"),
              Measure(
                slug: "trained", titles: [:], counts: .completed,
                rule: .atLeast(2, of: ["zalo", "an-toan"]), basis: "adults", validityMonths: 24),
              Measure(
                slug: "skilled", titles: [:], counts: .passed, rule: .all(of: ["zalo"]),
                basis: "all"),
              Measure(
                slug: "broad", titles: [:], counts: .passed,
                rule: .eachArea(["4": ["an-toan"], "2": ["zalo", "an-toan"]]), basis: "all"),
            ])),
        body: """
          {"core":["zalo","an-toan"],"measures":[{"basis":"all","counts":"attended",
          "rule":{"kind":"atLeast","least":1},"slug":"reached",
          "titles":{"vi":"Đã tiếp cận"}},{"basis":"adults","counts":"completed",
          "rule":{"courses":["zalo","an-toan"],"kind":"atLeast","least":2},"slug":"trained",
          "titles":{},"validityMonths":24},{"basis":"all","counts":"passed",
          "rule":{"courses":["zalo"],"kind":"all"},"slug":"skilled","titles":{}},{"basis":"all",
          "counts":"passed","rule":{"areas":{"2":["zalo","an-toan"],"4":["an-toan"]},
          "kind":"eachArea"},"slug":"broad","titles":{}}],"version":2}
          """,
        required: ["version", "core", "measures"]),
      FactSample(
        TargetSet(
          measure: "trained", unit: .init(first), basisPoints: 8000,
          deadline: Sample.day("2026-12-31"), document: "495/KH-UBND"),
        body: """
          {"basisPoints":8000,"deadline":"2026-12-31","document":"495/KH-UBND",
          "measure":"trained","unit":"00000000-0000-0000-0000-000000000001"}
          """,
        required: ["measure", "unit", "basisPoints", "deadline"]),
      FactSample(
        TeamFormed(
          unit: .init(first), name: "Tổ Lang Xá Cồn", since: Sample.day("2025-08-08")),
        body: """
          {"name":"Tổ Lang Xá Cồn","since":"2025-08-08",
          "unit":"00000000-0000-0000-0000-000000000001"}
          """,
        required: ["unit", "name", "since"]),
    ]

  private static var settings: [FactSample] {
    [
      FactSample(
        SettingSet(.population, "sapnhap-2025-corrected"),
        body: #"{"key":"population","value":"sapnhap-2025-corrected"}"#,
        required: ["key", "value"]),
      FactSample(
        ActorNamed(name: "Trần Thị Kiểm"), body: "{}", personal: #"{"name":"Trần Thị Kiểm"}"#,
        required: []),
      FactSample(
        Voided(
          target: first, reason: .loggedTwice, except: [second], words: "ghi hai lần cho bà Lệ",
          retake: .undoes(.init(first))),
        body: """
          {"except":["00000000-0000-0000-0000-000000000002"],"reason":"logged-twice",
          "target":"00000000-0000-0000-0000-000000000001",
          "undoes":"00000000-0000-0000-0000-000000000001"}
          """,
        personal: #"{"words":"ghi hai lần cho bà Lệ"}"#, required: ["target", "reason"]),
      FactSample(
        Restored(void: .init(first), retake: .redoes(.init(second))),
        body: """
          {"redoes":"00000000-0000-0000-0000-000000000002",
          "void":"00000000-0000-0000-0000-000000000001"}
          """,
        required: ["void"]),
      FactSample(
        Imported(
          ImportedList(source: "sổ phường 2026", fileHash: hash),
          counts: ImportCounts(created: 4, changed: 3, unchanged: 2, rejected: 1)),
        body: """
          {"changed":3,"created":4,"fileHash":"\(hash)","rejected":1,
          "source":"sổ phường 2026","unchanged":2}
          """,
        required: ["source", "fileHash", "created", "changed", "unchanged", "rejected"]),
      FactSample(
        PersonalViewed(.export, people: 30, unit: .init(first)),
        body: """
          {"people":30,"purpose":"export","unit":"00000000-0000-0000-0000-000000000001"}
          """,
        required: ["purpose", "people"]),
    ]
  }

  private static var learning: [FactSample] {
    [
      FactSample(
        LearnerRegistered(
          residence: .unit(.init(first)), registeredOn: Sample.day("2026-01-05"), sex: .female,
          consent: .paper, consentOn: Sample.day("2026-01-04"),
          person: PersonalDetails(
            name: "Hồ Thị Lệ", birthYear: 1958, phone: "0905123456", hamlet: "thôn Đoài",
            externalKey: "HK-17"), calledNewInRow: 17),
        body: """
          {"cohort":1955,"consent":"paper","consentOn":"2026-01-04","newRow":17,"registeredOn":"2026-01-05",
          "sex":"f","unit":"00000000-0000-0000-0000-000000000001"}
          """,
        personal: #"{"birthYear":1958,"externalKey":"HK-17","hamlet":"thôn Đoài","#
          + #""name":"Hồ Thị Lệ","phone":"0905123456"}"#,
        required: ["registeredOn", "consent"]),
      FactSample(
        changedLearner,
        body: """
          {"clear":["hamlet","phone","unit"],"cohort":1955,"consent":"withdrawn",
          "consentOn":"2026-02-01","registeredOn":"2026-01-06","sex":"x"}
          """,
        personal: #"{"birthYear":1959,"externalKey":"HK-18","name":"Hồ Thị Lê"}"#, required: []),
      FactSample(
        LearnerMoved(to: .outside, from: Sample.day("2026-03-01")),
        body: #"{"from":"2026-03-01","unit":"outside"}"#, required: ["unit", "from"]),
      FactSample(
        LearnerDied(on: Sample.day("2026-12-24")), body: #"{"on":"2026-12-24"}"#,
        required: ["on"]),
      FactSample(
        LearnerErased(
          learners: [pair.a], on: Sample.day("2026-12-24"), texts: [Identifier(pair.b)]),
        body: """
          {"learners":["00000000-0000-0000-0000-000000000001"],"on":"2026-12-24",\
          "texts":["00000000-0000-0000-0000-000000000002"]}
          """, required: ["learners", "on"]),
      FactSample(LearnerLinked(pair), body: pairBody, required: ["a", "b"]),
      FactSample(LearnerDistinct(pair), body: pairBody, required: ["a", "b"]),
      FactSample(
        LearnerUnlinked(links: [.init(first), .init(second)]),
        body: """
          {"links":["00000000-0000-0000-0000-000000000001",
          "00000000-0000-0000-0000-000000000002"]}
          """,
        required: ["links"]),
      FactSample(
        SessionLogged(
          details: SessionDetails(
            date: Sample.day("2026-02-03"), form: .class, team: .init(first), unit: .init(second),
            course: "an-toan", lessons: ["bai-2", "bai-1"], minutes: 90, unnamed: 4, guests: 2,
            venue: "nhà ông Đoài", note: "bà Lệ về sớm", externalKey: "B1"),
          marks: [
            .init(second): Mark(result: .attended, basis: .declared),
            .init(first): Mark(result: .passed, basis: .tested, score: 87),
          ]),
        body: """
          {"course":"an-toan","date":"2026-02-03","form":"class","guests":2,
          "lessons":["bai-2","bai-1"],"marks":{"00000000-0000-0000-0000-000000000001":
          {"basis":"tested","result":"passed","score":87},
          "00000000-0000-0000-0000-000000000002":{"basis":"declared","result":"attended"}},
          "minutes":90,"team":"00000000-0000-0000-0000-000000000001",
          "unit":"00000000-0000-0000-0000-000000000002","unnamed":4}
          """,
        personal: #"{"externalKey":"B1","note":"bà Lệ về sớm","venue":"nhà ông Đoài"}"#,
        required: ["date", "form", "lessons", "unnamed", "guests", "marks"]),
      FactSample(
        changedSession,
        body: """
          {"clear":["minutes","venue"],"course":"zalo","date":"2026-02-04","form":"home",
          "guests":0,"lessons":[],"team":"00000000-0000-0000-0000-000000000002","unnamed":1}
          """,
        personal: #"{"note":"bà Lệ về sớm"}"#, required: []),
      FactSample(
        MarkSet(
          learner: .init(first), mark: Mark(result: .completed, basis: .lessons, score: 0)),
        body: """
          {"basis":"lessons","learner":"00000000-0000-0000-0000-000000000001",
          "result":"completed","score":0}
          """,
        required: ["learner", "result", "basis"]),
      FactSample(
        CompletionRecorded(
          learner: .init(first), course: "zalo", date: Sample.day("2026-03-01"), result: .passed,
          basis: .imported),
        body: """
          {"basis":"imported","course":"zalo","date":"2026-03-01",
          "learner":"00000000-0000-0000-0000-000000000001","result":"passed"}
          """,
        required: ["learner", "course", "date", "result", "basis"]),
    ]
  }

  private static var hash: ContentHash {
    guard let hash = ContentHash(bytes: Array(repeating: 0xAB, count: 32)) else {
      preconditionFailure("a hash has 32 bytes")
    }
    return hash
  }

  private static var pair: LearnerPair {
    guard let pair = LearnerPair(.init(second), .init(first)) else {
      preconditionFailure("the two differ")
    }
    return pair
  }

  private static let pairBody = """
    {"a":"00000000-0000-0000-0000-000000000001",
    "b":"00000000-0000-0000-0000-000000000002"}
    """

  private static var changedLearner: LearnerChanged {
    var change = LearnerChanged(
      person: PersonalDetails(name: "Hồ Thị Lê", birthYear: 1959, externalKey: "HK-18"))
    change.residence = .unallocated
    change.registeredOn = Sample.day("2026-01-06")
    change.sex = .other
    change.consent = .withdrawn
    change.consentOn = Sample.day("2026-02-01")
    change.cleared = [.phone, .hamlet]
    return change
  }

  private static var changedSession: SessionChanged {
    var change = SessionChanged()
    change.date = Sample.day("2026-02-04")
    change.form = .home
    change.team = .init(second)
    change.course = "zalo"
    change.lessons = []
    change.unnamed = 1
    change.guests = 0
    change.note = "bà Lệ về sớm"
    change.cleared = [.venue, .minutes]
    return change
  }
}

import Courseware
import Domain
import Testing

struct ProgrammeChecksTests {
  @Test func `a sound programme is read without findings`() throws {
    let curriculum = expectFindings(in: .programme, with: .course)

    let programme = try #require(curriculum.programme)
    #expect(programme.version == 1)
    #expect(programme.core == ["safe-online"])
    #expect(programme.measures.map(\.rule) == [.atLeast(1, of: ["safe-online"])])
    #expect(programme.measures.map(\.validityMonths) == [nil])
  }

  @Test func `without programme.yaml there is no programme, and nothing to find`() {
    let curriculum = expectFindings(in: .course)
    #expect(curriculum.programme == nil)
    #expect(!curriculum.hasErrors)
  }

  @Test func `a course that the programme names exists`() {
    let curriculum = expectFindings(
      Expected("1️⃣", .unknownCourse), Expected("2️⃣", .unknownCourse),
      in: .programme.replacing("[safe-online]", with: "[safe-online, 1️⃣safe-onlin]")
        .replacing("of: core", with: "of: [2️⃣zalo]"),
      with: .course)
    #expect(curriculum.programme == nil)
    #expect(curriculum.diagnostics.first?.fix.en == "Did you mean 'safe-online'?")
  }

  @Test func `a course with errors exists all the same`() {
    let broken = Sample.course.replacing("version: 1", with: "version: 0")
    let curriculum = Curriculum(files: [broken.file, Sample.programme.file])
    #expect(curriculum.diagnostics.map(\.rule) == [.versionNotPositive])
  }

  @Test func `a course stands once among the courses of a measure`() {
    expectFindings(
      Expected("1️⃣", .duplicateSlug),
      in: .programme.replacing("of: core", with: "of: [safe-online, 1️⃣safe-online]"),
      with: .course)
  }

  @Test func `core, measures and the courses of a measure are not empty`() {
    expectFindings(
      Expected("1️⃣", .emptyList), Expected("2️⃣", .emptyList),
      in: .programme.replacing("[safe-online]", with: "1️⃣[]")
        .replacing("of: core", with: "of: 2️⃣[]"),
      with: .course)
  }

  @Test(arguments: ["1️⃣some", "1️⃣each-are"])
  func `a rule is any, all, each-area or at-least`(rule: String) {
    expectFindings(
      Expected("1️⃣", .unknownValue),
      in: .programme.replacing("rule: any", with: "rule: \(rule)"), with: .course)
  }

  @Test func `what counts is attended, completed or passed`() throws {
    let curriculum = expectFindings(
      Expected("1️⃣", .unknownValue),
      in: .programme.replacing("completed", with: "1️⃣complete"), with: .course)

    let finding = try #require(curriculum.diagnostics.first)
    #expect(finding.fix.vi == "Có phải là 'completed'?")
  }

  @Test func `a measure looks at anything, core or a list`() {
    expectFindings(
      Expected("1️⃣", .unknownValue),
      in: .programme.replacing("of: core", with: "of: 1️⃣cor"), with: .course)
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: .programme.replacing("of: core", with: "of: 1️⃣safe-online"), with: .course)
  }

  @Test(arguments: ["rule: 1️⃣all", "rule: 1️⃣each-area"])
  func `all and each-area need courses`(rule: String) {
    expectFindings(
      Expected("1️⃣", .ruleNeedsCourses),
      in: .programme.replacing("rule: any", with: rule).replacing("of: core", with: "of: anything"),
      with: .course)
  }

  @Test(arguments: ["0", "2", "-1"])
  func `at-least asks for no more courses than there are`(least: String) {
    expectFindings(
      Expected("1️⃣", .atLeastOutOfRange),
      in: .programme.replacing("rule: any", with: "rule: {at-least: 1️⃣\(least)}"), with: .course)
  }

  @Test func `at-least keeps its number and its courses`() {
    let two = Sample.programme.replacing("rule: any", with: "rule: {at-least: 2}")
    let named = expectFindings(
      in: two.replacing("of: core", with: "of: [zalo, safe-online]"),
      with: .course, .course("zalo"))
    let anything = expectFindings(
      in: two.replacing("of: core", with: "of: anything"), with: .course)

    #expect(named.programme?.measures.first?.rule == .atLeast(2, of: ["zalo", "safe-online"]))
    #expect(anything.programme?.measures.first?.rule == .atLeast(2, of: nil))
  }

  @Test func `at-least has its number`() {
    expectFindings(
      Expected("1️⃣", .missingKey), Expected("2️⃣", .unknownKey),
      in: .programme.replacing("rule: any", with: "rule: 1️⃣{2️⃣at-leats: 1}"), with: .course)
  }

  @Test func `each-area knows which courses teach each area`() {
    let curriculum = expectFindings(
      in: .programme.replacing("rule: any", with: "rule: each-area")
        .replacing("of: core", with: "of: [safe-online, zalo]"),
      with: .course, .course("zalo", competences: #"["2.1", "4.3", "10.2"]"#))

    #expect(
      curriculum.programme?.measures.first?.rule
        == .eachArea(["2": ["zalo"], "4": ["safe-online", "zalo"], "10": ["zalo"]]))
  }

  @Test func `each-area of courses without competences would count everybody`() {
    expectFindings(
      Expected("1️⃣", .noAreas),
      in: .programme.replacing("rule: any", with: "rule: 1️⃣each-area"),
      with: .course("safe-online", competences: "[]"))
  }

  @Test func `each-area of a course that cannot be read gives no programme`() {
    let broken = Sample.course.replacing("version: 1", with: "version: 0")
    let programme = Sample.programme.replacing("rule: any", with: "rule: each-area")
    let curriculum = Curriculum(files: [broken.file, programme.file])

    #expect(curriculum.diagnostics.map(\.rule) == [.versionNotPositive])
    #expect(curriculum.programme == nil)
  }

  @Test func `a measure's id stands once`() {
    let measure = """
        - id: 1️⃣trained
          title: {vi: "Đã học"}
          counts: attended
          rule: any
          of: anything
          population: all
      """
    expectFindings(
      Expected("1️⃣", .duplicateMeasure),
      in: Sample(path: Sample.programme.path, text: Sample.programme.text + measure),
      with: .course)
  }

  @Test func `a result stays valid for 1 to 1200 months`() throws {
    let valid = expectFindings(
      in: .programme.replacing("of: core", with: "of: core\n    validity-months: 24"),
      with: .course)
    #expect(valid.programme?.measures.first?.validityMonths == 24)

    expectFindings(
      Expected("1️⃣", .validityOutOfRange),
      in: .programme.replacing("of: core", with: "of: core\n    validity-months: 1️⃣0"),
      with: .course)
  }
}

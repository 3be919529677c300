import Courseware
import Domain
import Testing

struct KeyChecksTests {
  @Test func `an unknown key is a warning that names the nearest missing one`() throws {
    let curriculum = expectFindings(
      Expected("1️⃣", .unknownKey),
      in: .course.replacing("household:", with: "1️⃣houshold:"))

    let finding = try #require(curriculum.diagnostics.first)
    #expect(finding.severity == .warning)
    #expect(finding.fix == Words(vi: "Có phải là 'household'?", en: "Did you mean 'household'?"))
    #expect(curriculum.courses.count == 1)
  }

  @Test func `an unknown key like nothing known is to be deleted`() throws {
    let curriculum = expectFindings(
      Expected("1️⃣", .unknownKey), in: .course.replacing("order:", with: "1️⃣colour: red\norder:"))
    #expect(curriculum.diagnostics.first?.fix.en == "Delete it; it is not read.")
  }

  @Test func `a required key is missing where its mapping begins`() {
    let curriculum = expectFindings(
      Expected("1️⃣", .missingKey), Expected("2️⃣", .missingKey),
      in: .course.replacing("schema: 1", with: "1️⃣schema: 1").replacing("order: 4\n", with: "")
        .replacing("slug: otp", with: "2️⃣slug: otp").replacing("    minutes: 20\n", with: ""))
    #expect(curriculum.courses.isEmpty)
  }

  @Test func `a mistyped required key is both missing and unknown`() {
    expectFindings(
      Expected("1️⃣", .missingKey), Expected("2️⃣", .unknownKey),
      in: .course.replacing("schema: 1", with: "1️⃣schema: 1")
        .replacing("license:", with: "2️⃣licence:"))
  }

  @Test func `a value has the type of its key`() {
    expectFindings(
      Expected("1️⃣", .wrongType), Expected("2️⃣", .wrongType), Expected("3️⃣", .wrongType),
      Expected("4️⃣", .wrongType),
      in: .course
        .replacing(#"title: {vi: "An toàn trên mạng", en: "Safe online"}"#, with: "title: 1️⃣An toàn")
        .replacing("languages: [vi, en]", with: "languages: 2️⃣vi")
        .replacing("minutes: 25", with: #"minutes: 3️⃣"25""#)
        .replacing("household: [S4]", with: "household: [4️⃣[S4]]"))
  }

  @Test func `text is there, not blank, and neither a number nor a truth value`() {
    expectFindings(
      Expected("1️⃣", .wrongType), Expected("2️⃣", .wrongType), Expected("3️⃣", .wrongType),
      Expected("4️⃣", .wrongType),
      in: .course
        .replacing(#"en: "Safe online""#, with: "en: 1️⃣2026")
        .replacing(#"en: "Stay safe online.""#, with: #"en: 2️⃣"  ""#)
        .replacing("license: CC-BY-4.0", with: "license:3️⃣")
        .replacing(#"en: "everyone""#, with: "en: 4️⃣No"))
  }

  @Test func `a message says what was found`() throws {
    let curriculum = expectFindings(
      Expected("1️⃣", .wrongType), in: .course.replacing("minutes: 25", with: "minutes: 1️⃣half"))

    let finding = try #require(curriculum.diagnostics.first)
    #expect(
      finding.description("en")
        == "courses/safe-online/course.yaml:14:14: error: "
        + "'minutes' must be a whole number, not text [wrong-type]")
    #expect(
      finding.description("vi")
        == "courses/safe-online/course.yaml:14:14: error: "
        + "'minutes' phải là số nguyên, không phải chữ [wrong-type]")
  }

  @Test func `a file, a lesson and a measure are mappings`() {
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: Sample(path: "courses/safe-online/course.yaml", text: "1️⃣- schema"))
    expectFindings(
      Expected("1️⃣", .wrongType), in: Sample(path: "courses/safe-online/course.yaml", text: "1️⃣"))
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: Sample(
        path: "courses/programme.yaml",
        text: """
          schema: 1
          version: 1
          core: [safe-online]
          measures: [1️⃣trained]
          """),
      with: .course)
  }

  @Test func `a newer schema is not read any further`() {
    expectFindings(
      Expected("1️⃣", .unknownSchema),
      in: .course.replacing("schema: 1", with: "schema: 1️⃣2").replacing("order: 4", with: "order: x")
    )
  }

  @Test func `titles are composed, however they were typed`() throws {
    let decomposed = "An to1️⃣a\u{300}n"
    let curriculum = expectFindings(
      Expected("1️⃣", .notNFC), in: .course.replacing("An toàn", with: decomposed))

    let title = try #require(curriculum.courses.first).titles["vi"]
    #expect(title.unicodeScalars.elementsEqual("An to\u{E0}n trên mạng".unicodeScalars))
  }
}

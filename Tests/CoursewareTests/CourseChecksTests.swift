import Courseware
import Testing

struct CourseChecksTests {
  @Test func `a sound course is read without findings`() throws {
    let curriculum = expectFindings(in: .course)

    let course = try #require(curriculum.courses.first)
    #expect(course.slug == "safe-online")
    #expect(course.lessons.map(\.verification) == [.stable, .dated])
    #expect(course.lessons.map(\.householdSkills) == [["S4"], []])
  }

  @Test func `the id of a course is the name of its folder`() {
    let curriculum = expectFindings(
      Expected("1️⃣", .idNotFolder),
      in: .course.replacing("id: safe-online", with: "id: 1️⃣safe-offline"))
    #expect(curriculum.courses.isEmpty)
  }

  @Test(arguments: ["buoi dau moi", "Safe-Online", "an-toàn"])
  func `a folder whose name can be no id is to be renamed, and its id stays`(folder: String) {
    let curriculum = expectFindings(
      Expected("1️⃣", .idNotFolder),
      in: Sample(
        path: "courses/\(folder)/course.yaml",
        text: Sample.course.text.replacing("id: safe-online", with: "id: 1️⃣safe-online")))
    #expect(
      curriculum.diagnostics.map(\.fix) == [
        Words(
          vi: "Đổi tên thư mục thành safe-online.", en: "Rename the folder: safe-online.")
      ])
  }

  @Test func `a slug is small ASCII letters, digits and single hyphens`() {
    expectFindings(
      Expected("1️⃣", .invalidSlug), Expected("2️⃣", .invalidSlug),
      in: .course.replacing("slug: strong-passwords", with: "slug: 1️⃣mật-khẩu")
        .replacing("slug: otp-never-share", with: "slug: 2️⃣otp--never"))
  }

  @Test func `a lesson stands once in its course`() {
    expectFindings(
      Expected("1️⃣", .duplicateSlug),
      in: .course.replacing("slug: otp-never-share", with: "slug: 1️⃣strong-passwords"))
  }

  @Test func `two folders of one name give one course`() {
    let twin = Sample(path: "old/safe-online/course.yaml", text: Sample.course.text)
    let curriculum = expectFindings(
      Expected("1️⃣", .duplicateSlug),
      in: Sample(path: twin.path, text: twin.text.replacing("id: ", with: "id: 1️⃣")),
      with: .course)
    #expect(curriculum.courses.count == 1)
  }

  @Test(arguments: ["0", "-1"])
  func `a version is 1 or more`(version: String) {
    expectFindings(
      Expected("1️⃣", .versionNotPositive),
      in: .course.replacing("version: 1", with: "version: 1️⃣\(version)"))
  }

  @Test(arguments: ["1.5", "one", "\"1\"", "99999999999999999999", "1:30", "true", "[1]"])
  func `a version is a whole number`(version: String) {
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: .course.replacing("version: 1", with: "version: 1️⃣\(version)"))
  }

  @Test func `titles, summaries and audiences exist in Vietnamese`() {
    expectFindings(
      Expected("1️⃣", .titleWithoutVietnamese), Expected("2️⃣", .titleWithoutVietnamese),
      Expected("3️⃣", .titleWithoutVietnamese), Expected("4️⃣", .titleWithoutVietnamese),
      in: .course
        .replacing(#"title: {vi: "An toàn trên mạng", "#, with: "title: 1️⃣{")
        .replacing(#"summary: {vi: "Giữ mình trên mạng.", "#, with: "summary: 2️⃣{")
        .replacing(#"audience: {vi: "mọi người", "#, with: "audience: 3️⃣{")
        .replacing(#"title: {vi: "Mật khẩu mạnh", "#, with: "title: 4️⃣{"))
  }

  @Test(arguments: ["0", "601", "-25"])
  func `a lesson takes 1 to 600 minutes`(minutes: String) {
    expectFindings(
      Expected("1️⃣", .minutesOutOfRange),
      in: .course.replacing("minutes: 25", with: "minutes: 1️⃣\(minutes)"))
  }

  @Test func `a competence code is one of those given`() {
    let broken = Sample.course.replacing(
      #"competences: ["4.1", "4.2"]"#, with: #"competences: ["4.1", 1️⃣"4.9"]"#)
    let curriculum = expectFindings(
      Expected("1️⃣", .unknownCompetence), in: broken,
      competences: ["digcomp:4.1", "digcomp:4.2", "tt02:4.9", "s5:S4"])
    #expect(curriculum.diagnostics.map(\.fix.en) == ["Did you mean '4.1'?"])
    expectFindings(in: broken)
  }

  @Test(arguments: [("eds", "SAF", "SAV"), ("itu", "SFY2", "SFY9"), ("s5", "S4", "S9")])
  func `a code of another list is one of that list`(framework: String, known: String, wrong: String)
  {
    let key = framework == "s5" ? "household" : framework
    let broken = Sample.course.replacing("household: [S4]", with: "\(key): [\(known), 1️⃣\(wrong)]")
    let curriculum = expectFindings(
      Expected("1️⃣", .unknownCompetence), in: broken,
      competences: ["digcomp:4.1", "digcomp:4.2", "\(framework):\(known)"])
    #expect(curriculum.diagnostics.map(\.fix.en) == ["Did you mean '\(known)'?"])
    // Of a list that nobody has, every code is taken at its word.
    expectFindings(in: broken, competences: ["digcomp:4.1", "digcomp:4.2"])
  }

  @Test func `a code without quotation marks is a number, which loses its zeros`() {
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: .course.replacing(#"competences: ["4.1","#, with: #"competences: [1️⃣4.1,"#))
  }

  @Test func `a course has lessons and languages`() {
    expectFindings(
      Expected("1️⃣", .emptyList), Expected("2️⃣", .lessonUnwritten),
      in: Sample(
        path: Sample.course.path,
        text: """
          schema: 1
          id: safe-online
          version: 1
          title: {vi: "An toàn trên mạng"}
          summary: {vi: "Giữ mình trên mạng."}
          languages: 1️⃣[]
          license: CC-BY-4.0
          audience: {vi: "mọi người"}
          level: basic
          order: 4
          lessons: 2️⃣[]
          """))
  }

  @Test(arguments: ["level: 1️⃣basics", "level: 1️⃣easy"])
  func `a level is from the list`(level: String) {
    expectFindings(
      Expected("1️⃣", .unknownValue), in: .course.replacing("level: basic", with: level))
  }

  @Test func `what must be checked again is V0, V1 or V2`() {
    expectFindings(
      Expected("1️⃣", .unknownValue), in: .course.replacing("verify: V0", with: "verify: 1️⃣V3"))
  }

  @Test func `codes of Circular 02 are kept only where they differ`() throws {
    let curriculum = expectFindings(
      in: .course.replacing("household: [S4]", with: #"tt02: ["6.1"]"#))

    let course = try #require(curriculum.courses.first)
    #expect(course.lessons.map(\.circular02) == [["6.1"], nil])
  }
}

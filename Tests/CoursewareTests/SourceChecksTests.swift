import Courseware
import Domain
import Testing

struct SourceChecksTests {
  @Test func `broken YAML is one finding, and other files are still read`() {
    let curriculum = expectFindings(
      Expected("1️⃣", .yamlSyntax),
      in: .course("zalo").replacing("license: CC", with: "license: title1️⃣: CC"), with: .course)
    #expect(curriculum.courses.map(\.slug) == ["safe-online"])
  }

  @Test func `a tab, a lost bracket and a second document are syntax errors`() {
    expectFindings(
      Expected("1️⃣", .yamlSyntax), in: .course.replacing("level: basic", with: "1️⃣\tlevel: basic"))
    expectFindings(
      Expected("1️⃣", .yamlSyntax),
      in: .course.replacing("[vi, en]", with: "[vi, en").replacing("license:", with: "license1️⃣:"))
    expectFindings(
      Expected("1️⃣", .yamlSyntax), in: .course.replacing("lessons:", with: "1️⃣---\nlessons:"))
  }

  @Test func `columns count characters in Vietnamese text, composed or not`() {
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: .course.replacing(
        #"{vi: "Mật khẩu mạnh", en: "Strong passwords"}"#, with: #"{vi: "Mật khẩu mạnh", en: 1️⃣8}"#))
    expectFindings(
      Expected("1️⃣", .notNFC), Expected("2️⃣", .wrongType),
      in: .course.replacing(
        #"{vi: "Mật khẩu mạnh", en: "Strong passwords"}"#,
        with: "{vi: \"M1️⃣a\u{323}\u{302}t kha\u{302}\u{309}u 👨‍👩‍👧\", en: 2️⃣8}"))
  }

  @Test func `syntax errors count characters too`() {
    expectFindings(
      Expected("1️⃣", .yamlSyntax),
      in: .course.replacing(
        #"title: {vi: "Mật khẩu mạnh", en:"#, with: #"title: {vi: "Mật khẩu mạnh" 1️⃣"nữa", en:"#))
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func `lines are counted however they end`(lineEnd: String) {
    let marked = Sample.course.replacing("minutes: 25", with: "minutes: 1️⃣0")
    let text = marked.text.replacing("\n", with: lineEnd)
    expectFindings(
      Expected("1️⃣", .minutesOutOfRange), in: Sample(path: marked.path, text: text))
  }

  @Test func `a byte order mark takes no column`() {
    let marked = MarkedSource(Sample.course.replacing("schema: 1", with: "schema: 1️⃣2").text)
    let file = SourceFile(path: Sample.course.path, text: "\u{FEFF}" + marked.text)
    #expect(Curriculum(files: [file]).diagnostics.map(\.position) == [marked.positions["1️⃣"]])
  }

  @Test func `a key stands once in its mapping`() {
    expectFindings(
      Expected("1️⃣", .duplicateKey),
      in: .course.replacing("level: basic", with: "1️⃣level: basic\nlevel: advanced"))
  }

  @Test func `a key is text`() {
    expectFindings(
      Expected("1️⃣", .wrongType), in: .course.replacing("level: basic", with: "? 1️⃣[level]\n: basic"))
    expectFindings(
      Expected("1️⃣", .wrongType),
      in: .course.replacing("level: basic", with: "? 1️⃣{level: x}\n: basic"))
  }

  @Test func `aliases are refused`() {
    expectFindings(
      Expected("1️⃣", .yamlAlias),
      in: .course.replacing("title: {", with: "title: &t {").replacing(
        #"{vi: "mọi người", en: "everyone"}"#, with: "1️⃣*t"))
    expectFindings(
      Expected("1️⃣", .yamlAlias), in: .course.replacing("level: basic", with: "level: 1️⃣*basic"))
  }

  @Test func `a mark that nothing repeats, and & and * in a text, are no aliases`() throws {
    let curriculum = expectFindings(
      in: .course.replacing("level: basic", with: "level: &level basic")
        .replacing("Safe online", with: "Safe & *sound*"))
    let course = try #require(curriculum.courses.first)
    #expect(course.titles["en"] == "Safe & *sound*")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a bomb of aliases does no harm`() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...60 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(level == 1 ? "1️⃣" : "")\(aliases)]\n"
    }
    expectFindings(
      Expected("1️⃣", .yamlAlias),
      in: Sample(path: Sample.course.path, text: bomb + "? *a60\n: bang\n"))
  }

  @Test(arguments: ["[", "{", "- ", "? "])
  func `deep nesting is a finding, not a crash`(bracket: String) {
    let text = String(repeating: bracket, count: 100_000)
    let curriculum = Curriculum(files: [SourceFile(path: Sample.course.path, text: text)])
    #expect(curriculum.diagnostics.map(\.rule) == [.yamlSyntax])
  }

  @Test func `a long list on one line of Vietnamese is read in time`() {
    let items = Array(repeating: "ệ", count: 150_000).joined(separator: ",")
    expectFindings(in: .course.replacing("household: [S4]", with: "household: [\(items)]"))
  }

  @Test func `a file is at most 1 MiB`() {
    let padding = String(
      repeating: "#", count: SourceFile.sizeLimit - Sample.course.text.utf8.count)
    let largest = Sample(path: Sample.course.path, text: Sample.course.text + padding)
    expectFindings(in: largest)
    expectFindings(
      Expected("1️⃣", .fileTooLarge), in: Sample(path: largest.path, text: "1️⃣\(largest.text)#"))
  }

  @Test func `a file is UTF-8`() throws {
    let marked = MarkedSource(Sample.course.replacing("An toàn", with: "An toà1️⃣n").text)
    var bytes = Array(marked.text.utf8)
    let place = try #require(marked.text.firstRange(of: "àn tr")?.lowerBound)
    bytes.insert(0xE1, at: marked.text.utf8.distance(from: marked.text.startIndex, to: place) + 2)

    let curriculum = Curriculum(files: [SourceFile(path: Sample.course.path, bytes: bytes)])
    #expect(curriculum.diagnostics.map(\.rule) == [.invalidUTF8])
    #expect(curriculum.diagnostics.map(\.position) == [marked.positions["1️⃣"]])
  }

  @Test func `a control character is a syntax error where it stands`() {
    expectFindings(
      Expected("1️⃣", .yamlSyntax),
      in: .course.replacing("Mật khẩu mạnh", with: "Mật khẩu 1️⃣\u{0}mạnh"))
  }

  @Test(arguments: 0..<400)
  func `a damaged file never stops the program`(seed: Int) {
    var bytes = Array(Sample.course.text.utf8)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let alphabet = Array("&*!%@`|>?:-,[]{}#'\"\\\n\t \u{0}\u{FF}é<~".utf8)
    for _ in 0..<8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % bytes.count
      bytes[place] = alphabet[Int(state >> 20 & 0xFFF) % alphabet.count]
    }
    let file = SourceFile(path: Sample.course.path, bytes: bytes)
    let cut = SourceFile(path: Sample.course.path, bytes: Array(bytes.prefix(seed)))
    for curriculum in [Curriculum(files: [file]), Curriculum(files: [cut])] {
      #expect(curriculum.courses.count == (curriculum.hasErrors ? 0 : 1))
    }
  }
}

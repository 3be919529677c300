import Domain
import Intake
import Testing

@Suite struct FieldTests {
  @Test func `a name is composed, trimmed and singly spaced, and otherwise kept`() throws {
    let name = try Field.name(" \u{A0}Hồ\t Thi\u{323}\r\n Lê\u{323} ")

    #expect(Array(name.unicodeScalars) == Array("Hồ Thị Lệ".unicodeScalars))
    #expect(try Field.name("ĐẶNG thu hà") == "ĐẶNG thu hà")
  }

  @Test(
    arguments: [
      ("", .missing), (" \u{A0}\t", .missing), ("Lê\u{7}", .controlCharacter),
      ("Lê\u{200B} Hoa", .controlCharacter), ("\u{202E}Lê", .controlCharacter),
      ("1958", .noLetter), ("?", .noLetter), ("123456789", .noLetter),
    ] as [(String, FieldProblem)])
  func `a name that is none is refused`(text: String, problem: FieldProblem) {
    #expect(throws: problem) { try Field.name(text) }
  }

  @Test func `a name has at most a hundred characters`() throws {
    #expect(try Field.name(String(repeating: "e\u{302}\u{323}", count: 100)).count == 100)
    #expect(throws: FieldProblem.tooLong(100)) {
      try Field.name(String(repeating: "ệ", count: 101))
    }
    #expect(throws: FieldProblem.tooLong(100)) {
      try Field.name("e" + String(repeating: "\u{316}", count: 200))
    }
  }

  @Test func `a hamlet may be a number, but not a citizen number`() throws {
    #expect(try Field.hamlet(" thôn  3 ") == "thôn 3")
    #expect(try Field.hamlet("3") == "3")
    #expect(throws: FieldProblem.citizenNumber) { try Field.hamlet("046 058 001234") }
    #expect(throws: FieldProblem.missing) { try Field.hamlet(" ") }
    #expect(throws: FieldProblem.controlCharacter) { try Field.hamlet("3\u{1B}[2J") }
    #expect(throws: FieldProblem.tooLong(100)) {
      try Field.hamlet(String(repeating: "3", count: 101))
    }
  }

  @Test(arguments: [("1958", 1958), (" 1900 ", 1900), ("2026", 2026)])
  func `a birth year lies between 1900 and this year`(text: String, year: Int) throws {
    #expect(try Field.birthYear(text, thisYear: 2026) == year)
  }

  @Test(
    arguments: [
      ("1899", .outside(1900...2026)), ("2027", .outside(1900...2026)),
      ("99999999999999999999", .outside(1900...2026)), ("58", .outside(1900...2026)),
      ("khoảng 1958", .notANumber), ("1958.0", .notANumber), ("-1958", .notANumber),
      ("+1958", .notANumber), ("１９５８", .notANumber), ("", .missing),
    ] as [(String, FieldProblem)])
  func `another birth year is refused`(text: String, problem: FieldProblem) {
    #expect(throws: problem) { try Field.birthYear(text, thisYear: 2026) }
  }

  @Test func `a clock set long ago does not stop the program`() {
    #expect(throws: FieldProblem.outside(1900...1900)) {
      try Field.birthYear("1958", thisYear: 1)
    }
  }

  @Test(
    arguments: [
      ("f", .female), ("F", .female), ("female", .female), ("Nữ", .female), ("nu", .female),
      ("nu\u{31B}\u{303}", .female), ("m", .male), ("Male", .male), (" NAM ", .male), ("x", .other),
      ("Khác", .other), ("khac", .other),
    ] as [(String, Sex)])
  func `sex is read in both languages, with or without marks`(text: String, sex: Sex) throws {
    #expect(try Field.sex(text) == sex)
  }

  @Test func `another word is no sex`() {
    #expect(throws: FieldProblem.unknownWord) { try Field.sex("nữ nam") }
    #expect(throws: FieldProblem.missing) { try Field.sex("") }
  }

  @Test(arguments: [
    ("0912345678", "0912345678"), ("0912 345 678", "0912345678"), ("0912.345-678", "0912345678"),
    ("0912\u{A0}345\u{2013}678", "0912345678"), ("+84 912 345 678", "0912345678"),
    ("84912345678", "0912345678"), ("+840912345678", "0912345678"), ("912345678", "0912345678"),
    ("841234567", "0841234567"), ("01234567890", "01234567890"), ("0234 382 2123", "02343822123"),
    ("+84 234 382 2123", "02343822123"), ("842343822123", "02343822123"),
  ])
  func `a phone number is brought to its national form`(text: String, phone: String) throws {
    #expect(try Field.phone(text) == phone)
  }

  @Test(arguments: [
    "091234567", "091234567890", "1234567890", "046058001234", "+1 415 555 0100", "84", "+", "+84",
    "0912345678 (Lan)", "0912345678/0987654321", "không có", "٠٩١٢٣٤٥٦٧٨",
  ])
  func `another number is no phone number`(text: String) {
    #expect(throws: FieldProblem.notAPhone) { try Field.phone(text) }
  }

  @Test(
    arguments: [
      ("attended", .attended), ("Có mặt", .attended), ("co mat", .attended),
      ("Completed", .completed), ("hoàn thành", .completed), ("HOAN THANH", .completed),
      ("passed", .passed), ("Đạt", .passed), ("dat", .passed),
    ] as [(String, LearningResult)])
  func `a result is read in both languages`(text: String, result: LearningResult) throws {
    #expect(try Field.result(text) == result)
  }

  @Test(arguments: ["không đạt", "x", "1"])
  func `another word is no result`(text: String) {
    #expect(throws: FieldProblem.unknownWord) { try Field.result(text) }
  }

  @Test func `a score is a whole number from 0 to 100`() throws {
    #expect(try Field.score("0") == 0)
    #expect(try Field.score(" 100 ") == 100)
    #expect(throws: FieldProblem.outside(0...100)) { try Field.score("101") }
    #expect(throws: FieldProblem.notANumber) { try Field.score("-1") }
    #expect(throws: FieldProblem.notANumber) { try Field.score("8,5") }
  }

  @Test func `a person is new or a reference`() throws {
    let reference = try #require(Reference(typed: "7K2M-9QXD"))

    #expect(try Field.person("new") == .new)
    #expect(try Field.person(" Mới") == .new)
    #expect(try Field.person("moi") == .new)
    #expect(try Field.person("\u{A0}7k2m 9qxd\n") == .reference(reference))
    #expect(throws: FieldProblem.notAPerson) { try Field.person("7K2M") }
    #expect(throws: FieldProblem.notAPerson) { try Field.person("Hồ Thị Lê") }
    #expect(throws: FieldProblem.missing) { try Field.person("") }
  }
}

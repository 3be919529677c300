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

  @Test(arguments: [
    "Lê 046058001234", "191234567 Lê", "Lê (046 058 001 234)", "Lê 046.058-001234 thôn 3",
    "Lê, 1958, 046058001234 3", "Lê ０４６０５８００１２３４", "Lê 123\u{2013}456\u{A0}789",
    "Lê 046058\u{301}001234", "Lê 0\u{301}4\u{301}6058001234", "Lê 1\u{20E3}9\u{20E3}1234567",
  ])
  func `a name may not carry a citizen number`(text: String) {
    #expect(throws: FieldProblem.citizenNumber) { try Field.name(text) }
  }

  @Test(arguments: [
    "Lê 0912345678", "Lê 1958", "Lê 046058001234567", "Lê 12345678", "L046e058l001234",
  ])
  func `other digits in a name are let be`(text: String) throws {
    #expect(try Field.name(text) == text)
  }

  @Test func `a title is a name that may have numbers in it`() throws {
    #expect(try Field.title(" Họp 20-11-2026  8 giờ ") == "Họp 20-11-2026 8 giờ")
    #expect(throws: FieldProblem.noLetter) { try Field.title("20") }
    #expect(throws: FieldProblem.controlCharacter) { try Field.title("Họp\u{AD}") }
  }

  @Test func `text has no invisible characters, and as many others as are allowed`() throws {
    #expect(try Field.text(" a\n b ") == "a b")
    #expect(try Field.text("abc", most: 3) == "abc")
    #expect(try Field.text("ệệệ", most: 3) == "ệệệ")
    #expect(throws: FieldProblem.tooLong(3)) { try Field.text("abcd", most: 3) }
    for text in ["a\u{7F}", "a\u{AD}b", "a\u{200B}", "a\u{1B}[2J", "\u{FEFF}a"] {
      #expect(throws: FieldProblem.controlCharacter) { try Field.text(text) }
    }
    #expect(throws: FieldProblem.missing) { try Field.text("\u{A0}") }
  }

  /// One of each kind, on both sides of what is meant: joiners, selectors, fillers, an empty cell,
  /// private use, noncharacters, what Unicode has not given out.
  private static let unseen =
    ([0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180F, 0x200C, 0x200D, 0x2065, 0x2800, 0x3164]
    + [
      0xE000, 0xF8FF, 0xFDD0, 0xFE00, 0xFE0F, 0xFFA0, 0xFFF0, 0xFFFC, 0xFFFE, 0x378, 0xE0100,
      0xE01EF,
    ]
    + [0xF0000, 0x10FFFF]).compactMap(Unicode.Scalar.init(_:) as (UInt32) -> Unicode.Scalar?)

  @Test(arguments: unseen)
  func `what cannot be told by looking is in no field`(scalar: Unicode.Scalar) {
    let text = "Hoa\(scalar) Qwer"
    #expect(throws: FieldProblem.controlCharacter) { try Field.name(text) }
    #expect(throws: FieldProblem.controlCharacter) { try Field.title(text) }
    #expect(throws: FieldProblem.controlCharacter) { try Field.hamlet(text) }
    #expect(throws: FieldProblem.controlCharacter) { try Field.externalKey(text) }
    #expect(throws: FieldProblem.controlCharacter) { try Field.remark(text) }
  }

  @Test(arguments: ["❤\u{FE0F}", "👩\u{200D}🌾", "❤\u{FE0F}\u{200D}🔥", "👍🏽", "1\u{FE0F}\u{20E3}"])
  func `emoji may be in what is written beside a record, and in no name that is made of more`(
    emoji: String
  ) throws {
    #expect(try Field.remark("vui \(emoji)") == "vui \(emoji)")
    guard emoji != "👍🏽" else { return }
    #expect(throws: FieldProblem.controlCharacter) { try Field.name("Hoa \(emoji)") }
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
    #expect(throws: FieldProblem.citizenNumber) { try Field.hamlet("046058\u{301}001234") }
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
    "0000000000", "00000000000", "+84 000 000 000", "000 0000 000",
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

  @Test(arguments: ["Vắng", "vắng mặt", "vang", "Absent"])
  func `who was absent has no result`(text: String) {
    #expect(throws: FieldProblem.absent) { try Field.result(text) }
  }

  @Test(
    arguments: [
      ("paper", .paper), ("Giấy", .paper), ("ký giấy", .paper), ("spoken", .spoken),
      ("nói", .spoken), ("Lời nói", .spoken), ("miệng", .spoken), ("digital", .digital),
      ("Điện tử", .digital),
      ("guardian", .guardian), ("người giám hộ", .guardian), ("none", .none), ("KHÔNG", .none),
    ] as [(String, Consent)])
  func `consent is read in both languages`(text: String, consent: Consent) throws {
    #expect(try Field.consent(text) == consent)
  }

  @Test(arguments: ["withdrawn", "có", "x"])
  func `another word is no consent`(text: String) {
    #expect(throws: FieldProblem.unknownWord) { try Field.consent(text) }
  }

  @Test(
    arguments: [
      ("class", .class), ("Lớp", .class), ("lớp học", .class), ("home", .home),
      ("Tại nhà", .home), ("desk", .desk), ("tại bàn", .desk), ("broadcast", .broadcast),
      ("Phát loa", .broadcast), ("tuyên truyền", .broadcast),
    ] as [(String, SessionForm)])
  func `the form of a session is read in both languages`(text: String, form: SessionForm) throws {
    #expect(try Field.form(text) == form)
  }

  @Test func `another word is no form of a session`() {
    #expect(throws: FieldProblem.unknownWord) { try Field.form("họp") }
  }

  @Test func `a session lasts from a minute to a day`() throws {
    #expect(try Field.minutes("1") == 1)
    #expect(try Field.minutes(" 1440 ") == 1440)
    #expect(throws: FieldProblem.outside(1...1440)) { try Field.minutes("0") }
    #expect(throws: FieldProblem.outside(1...1440)) { try Field.minutes("1441") }
    #expect(throws: FieldProblem.notANumber) { try Field.minutes("90 phút") }
  }

  @Test func `lessons stand in one cell, with commas or semicolons between them`() throws {
    #expect(try Field.lessons("3") == ["3"])
    #expect(try Field.lessons(" otp , 2;;passwords ;") == ["otp", "2", "passwords"])
    #expect(throws: FieldProblem.missing) { try Field.lessons(" , ;") }
    #expect(throws: FieldProblem.controlCharacter) { try Field.lessons("1,\u{7}") }
  }

  @Test func `an external key stays as it was typed, and is no citizen number`() throws {
    #expect(try Field.externalKey(" HS  007/a ") == "HS 007/a")
    #expect(try Field.externalKey("0460580012") == "0460580012")
    for number in ["046058001234", "191 234 567", "'191234567", "191234\u{323}567"] {
      #expect(throws: FieldProblem.citizenNumber) { try Field.externalKey(number) }
    }
    #expect(throws: FieldProblem.tooLong(100)) {
      try Field.externalKey(String(repeating: "1", count: 101))
    }
    #expect(throws: FieldProblem.controlCharacter) { try Field.externalKey("a\u{200B}") }
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

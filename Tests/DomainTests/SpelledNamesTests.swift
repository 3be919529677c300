import Domain
import Testing

@Suite struct SpelledNamesTests {
  private static let name = "Đặng Thị Thúy Hòa"

  private func likeness(_ name: String, in text: String) -> SpelledNames.Likeness? {
    SpelledNames([name], shortest: 2).likeness(in: text)
  }

  @Test(arguments: [
    "bà Đặng Thị Thúy Hòa mệt", "ĐẶNG THỊ THÚY HÒA", "Đặng Thị Thuý Hoà", "dang thi thuy hoa",
    "Đặng-Thị-Thúy-Hòa", "(Đặng  Thị\nThúy Hòa)", "\u{D0}ặng Thị Thúy Hòa",
    "\u{189}ặng Thị Thúy Hòa", "Đặng Thị Thúy Hòa1955", "1955Đặng Thị Thúy Hòa2",
    "ĐặngThịThúyHòa", "bà ĐặngThịThúyHòa1955.", "Đặng ThịThúy Hòa", "dangthithuyhoa@example.org",
    "Đặng Thị Thúy H\u{200D}òa", "Đặng Thị\u{2800}Thúy Hòa",
  ])
  func `a full name is meant however it is set`(text: String) {
    #expect(likeness(Self.name, in: text) == .meant)
  }

  @Test(arguments: [
    "Đặng Thi Thuy Hòa", "Đặng Thị Thúy Hoa", "bà Dang Thị Thuy Hoa", "ĐặngThịThúy Hoa",
    "Dặng Thị Thúy Hòa", "Đăng Thị Thúy Hòa", "Đạng Thị Thúy Hòa",
  ])
  func `a name with some of its marks is perhaps meant`(text: String) {
    #expect(likeness(Self.name, in: text) == .perhapsMeant)
  }

  @Test(arguments: [
    "Đặng Thị Thúy Hòavà con", "bàĐặng Thị Thúy Hòa", "ông-bà nhàĐặng thị thúy hòaở tổ 3",
  ])
  func `a name that letters touch is perhaps meant`(text: String) {
    #expect(likeness(Self.name, in: text) == .perhapsMeant)
  }

  @Test(arguments: [
    "", "Hòa", "Thúy Hòa", "Hòa Thúy Thị Đặng", "Đẵng Thị Thúy Hòa", "Đặng Thị Thúy Hoán",
    "Đặng Thị", "Đặng Thị Thúy", "Đ ặng Thị Thúy Hòa", "dang thi thuy hoan", "ĐặngThịThúyHòaBình",
  ])
  func `less than the name, another order or other marks are not the name`(
    text: String
  ) {
    #expect(likeness(Self.name, in: text) == nil)
  }

  @Test func `a name that was recorded without marks is perhaps meant by one with marks`() {
    #expect(likeness("Ho Thi An", in: "bà Hồ Thị Ân") == .perhapsMeant)
    #expect(likeness("Ho Thi An", in: "ho thi an") == .meant)
    #expect(likeness("Hồ Thi An", in: "Hồ Thị An") == nil)
  }

  @Test func `two words without marks may be another when they run together`() {
    #expect(likeness("An Na", in: "chị Anna") == .perhapsMeant)
    #expect(likeness("Lê An", in: "lean") == .perhapsMeant)
    #expect(likeness("Lê An", in: "bà LêAn") == .meant)
    #expect(likeness("An Na", in: "an na") == .meant)
    #expect(likeness("An Na", in: "a nna") == nil)
  }

  @Test func `a name of one word is perhaps meant where it stands as a word of its own`() {
    #expect(likeness("Zorblatquux", in: "nhà chị Zorblatquux") == .perhapsMeant)
    #expect(likeness("Ân", in: "ông Ân, ông An") == .perhapsMeant)
    #expect(likeness("Ân", in: "ông an") == .perhapsMeant)
    #expect(likeness("Ân", in: "ông Ấn, Ânh, lan") == nil)
    #expect(likeness("Ấn", in: "ông Ân, ông Án") == .perhapsMeant)
    #expect(SpelledNames(["Ân"]).likeness(in: "ông Ân") == .meant)
  }

  @Test func `a cell is a name only as a whole`() {
    let names = SpelledNames([Self.name, "Ân"])

    #expect(names.contain(" Đặng Thị Thúy Hòa") && names.contain("an") && names.contain("ÂN"))
    #expect(!names.contain("bà Ân") && !names.contain("Đặng Thị Thúy Hòa Bình"))
    #expect(!names.contain("Đặng Thi Thúy Hòa"))
    #expect(!SpelledNames([" ", "?"]).contain("") && SpelledNames([" ", "?"]).isEmpty)
  }

  @Test func `the last word may have run on where quotes fell out`() {
    let names = SpelledNames([Self.name])

    #expect(names.areWithin(unquoted: "Đặng Thị Thúy HòaPhú Xuân"))
    #expect(names.areWithin(unquoted: "dang thi thuy hoaphu"))
    #expect(!names.areWithin(unquoted: "Đặng Thị Thúy Hoán"))
    #expect(!names.areWithin("Đặng Thị Thúy HòaPhú Xuân"))
  }
}

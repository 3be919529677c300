import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct FindLearnersTests {
  private let register: Register

  init() throws {
    register = try Sample.register()
    try add("Hồ Thị Lê", 1958, in: "101", hamlet: "Thôn 3")
    try add("Hồ Thị Lệ", 1960, in: "101")
    try add("Ho Thi Le", 1962, in: "102")
    try add("Nguyễn Văn Đức", 1958, in: "102", hamlet: "Xóm Đình")
    try add("Lê Thị Hồ", 1970, in: "103")
    try add("Trần Lệ", nil, in: nil)
  }

  @Test func `marks and case are ignored, and đ is d`() throws {
    #expect(try find("nguyen van duc") == ["Nguyễn Văn Đức"])
    #expect(try find("ĐỨC") == ["Nguyễn Văn Đức"])
    #expect(try find("hồ thị le").count == 4)
  }

  @Test func `a whole word goes before the beginning of one, however many begin so`() throws {
    try addAll((1...250).map { "Hoàng Thị Hoa \($0)" }, 1970)
    try addAll((1...250).map { "Dương Thị Hoài \($0)" }, 1971)
    try addAll((1...30).map { "Hồ Thị Út \($0)" }, 1990)

    let found = try find("ho thi", limit: 40)

    #expect(found.count == 40)
    #expect(found.prefix(34).allSatisfy { SearchText.words(of: $0).contains("ho") }, "\(found)")
    #expect(found.dropFirst(34).allSatisfy { !SearchText.words(of: $0).contains("ho") })
  }

  @Test func `words side by side, in their order, at the beginning go before others`() throws {
    for name in ["Thị An Bình", "Lê An Thị Bình", "An Thị Lê Bình", "Ngô Bình An", "An Bình"] {
      try add(name, 1980, in: "101")
    }
    #expect(
      try find("an binh") == [
        "An Bình", "Thị An Bình", "An Thị Lê Bình", "Lê An Thị Bình", "Ngô Bình An",
      ])
    #expect(try find("an thi").first == "An Thị Lê Bình")
  }

  @Test func `the name with the marks typed is found among many that differ in them`() throws {
    try addAll((1...3200).map { "Lê Văn \($0)" }, 1950)
    try add("Ngô Thị Lệ", 1999, in: "103")
    #expect(
      Set(try find("Lệ", limit: 3)) == ["Hồ Thị Lệ", "Trần Lệ", "Ngô Thị Lệ"])
  }

  @Test func `capitals with marks are found among many that differ in them`() throws {
    try addAll((1...3200).map { "Duc Văn \($0)" }, 1950)
    try addAll((1...3200).map { "An Văn \($0)" }, 1950)
    try add("ĐINH THỊ ĐỨC", 1999, in: "103")
    try add("Lê Thị Ân", 1999, in: "103")
    try add("NGÔ THỊ ÂN", 1999, in: "103")

    #expect(Set(try find("đức", limit: 2)) == ["Nguyễn Văn Đức", "ĐINH THỊ ĐỨC"])
    #expect(try find("Đinh Đức", limit: 2).first == "ĐINH THỊ ĐỨC")
    #expect(Set(try find("ân", limit: 2)) == ["Lê Thị Ân", "NGÔ THỊ ÂN"])
  }

  @Test func `the marks typed go before others, and the name before the place`() throws {
    try add("Hồ Thị Nui", 1950, in: "102")
    try add("Lê Thị Nùi", 1950, in: "101")
    try add("Ngô Thị Núi", 1990, in: "101")
    try add("Phan Thị Ba", 1990, in: "101", hamlet: "Xóm Núi")

    #expect(
      try find("núi") == [
        "Ngô Thị Núi", "Ho Thi Le", "Hồ Thị Nui", "Nguyễn Văn Đức", "Lê Thị Nùi",
      ], "the very name, then those of Phường Núi, then a name with other marks")
    #expect(
      try find("nui") == [
        "Hồ Thị Nui", "Lê Thị Nùi", "Ngô Thị Núi", "Ho Thi Le", "Nguyễn Văn Đức",
      ], "whoever types no marks means any: names before the place")
  }

  @Test func `a word typed without marks prefers no name without marks`() throws {
    try add("Ho Thi Lan", 1950, in: "101")
    try add("Hồ Thị Lan", 1951, in: "101")
    try add("Ho Thi Lan", 1952, in: "101")
    let found = try register.read {
      try $0.findLearners("ho thi lan", limit: 9, today: Sample.day("2026-02-10")).map(
        \.person.birthYear)
    }
    #expect(found == [1950, 1951, 1952], "by name, then year")
  }

  @Test func `the very name comes first, then names with the words as typed`() throws {
    #expect(try find("Hồ Thị Lệ").prefix(1) == ["Hồ Thị Lệ"])
    #expect(try find("Hồ Thị Lê").prefix(1) == ["Hồ Thị Lê"])
    #expect(try find("thị lệ").prefix(1) == ["Hồ Thị Lệ"])
    #expect(try find("Lệ").prefix(2) == ["Hồ Thị Lệ", "Trần Lệ"])
  }

  @Test func `a name word may be cut short, in any order`() throws {
    #expect(try find("duc ngu") == ["Nguyễn Văn Đức"])
    #expect(try find("uc") == [])
  }

  /// The words end a whole name, and begin a longer word of another: only a place that they may name too
  /// has the search go on.
  @Test func `where somebody is called by the very words, words cut short find nobody more`() throws
  {
    try add("Hồ Thị Lệnh", 1971, in: "101")
    try add("Trần Sông", 1971, in: "102")
    try add("Trần Sôngg", 1971, in: "102")

    #expect(try find("Hồ Thị Lệ") == ["Hồ Thị Lệ", "Hồ Thị Lê", "Lê Thị Hồ", "Ho Thi Le"])
    #expect(try find("Trần Lệ 1960") == [])
    #expect(try find("tran song").contains("Trần Sôngg"), "Phường Sông is a place")
  }

  @Test func `four digits are a birth year`() throws {
    #expect(try find("ho 1958") == ["Hồ Thị Lê"])
    #expect(try find("le 1960") == ["Hồ Thị Lệ"])
    #expect(try find("le 1999") == [])
  }

  @Test func `words of the unit and the hamlet narrow the search`() throws {
    #expect(try find("thi le song") == ["Hồ Thị Lê", "Hồ Thị Lệ"])
    #expect(try find("le phường núi") == ["Ho Thi Le"])
    #expect(try find("le thôn 3") == ["Hồ Thị Lê"])
    #expect(try find("duc xom dinh") == ["Nguyễn Văn Đức"])
    #expect(Set(try find("núi")) == ["Ho Thi Le", "Nguyễn Văn Đức"])
    #expect(try find("núi 1958") == ["Nguyễn Văn Đức"])
  }

  @Test func `a word of a unit is looked for there though somebody bears it`() throws {
    try add("Ngô Thị Sông", 1971, in: "103")
    let found = try Set(find("le song"))
    #expect(found == ["Hồ Thị Lê", "Hồ Thị Lệ"])
  }

  @Test func `a reference finds its person, in any spelling`() throws {
    let learner = try #require(
      try register.read { try $0.findLearners("duc", limit: 9, today: Sample.day("2026-02-10")) }
        .first)
    let reference = Reference(learner.id).description
    #expect(try find(reference) == ["Nguyễn Văn Đức"])
    #expect(try find(reference.lowercased()) == ["Nguyễn Văn Đức"])
    #expect(try find(reference.filter { $0 != "-" }) == ["Nguyễn Văn Đức"])
    #expect(try find(Reference(learner.id, length: 12).description) == ["Nguyễn Văn Đức"])
  }

  @Test func `a reference of letters only finds its person`() throws {
    let learners = try register.record(on: "2026-02-10") { recorder in
      try (0..<150).map { number in
        try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: "Số \(number)"), sex: nil, residence: .unallocated),
          on: Sample.day("2026-02-10"), consent: .none, scope: .city)
      }
    }
    let learner = try #require(
      learners.first { !Reference($0.id).digits.contains(where: \.isNumber) })
    #expect(try find(Reference(learner.id).description) == [try #require(learner.person.name)])
    #expect(try find(Reference(learner.id).digits) == [try #require(learner.person.name)])
  }

  @Test func `people who have been taken back are found by reference only`() throws {
    let learner = try #require(
      try register.read { try $0.findLearners("duc", limit: 9, today: Sample.day("2026-02-10")) }
        .first)
    let id = RecordID(learner.id)
    try register.record(on: "2026-02-11") {
      try $0.record(Voided(target: id, reason: .other), subject: id, scope: .city)
    }
    #expect(try find("duc") == [])
    #expect(try find("núi") == ["Ho Thi Le"])
    #expect(try find(Reference(learner.id).description) == ["Nguyễn Văn Đức"])
  }

  @Test func `who lives in a unit of before the merger is found by the names of both`() throws {
    let bridge = try register.unit("101", from: "2025-01-01")
    try register.record(on: "2026-02-10") { recorder in
      _ = try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Phan Thị Bưởi", birthYear: 1955), sex: .female,
          residence: .unit(bridge.id)),
        on: Sample.day("2025-03-01"), consent: .paper, scope: .city)
    }
    #expect(try find("buoi cau") == ["Phan Thị Bưởi"])
    #expect(try find("buoi song") == ["Phan Thị Bưởi"])
    #expect(try find("phuong song").contains("Phan Thị Bưởi"))
    #expect(try find("buoi nui") == [])
  }

  /// Journals of before hold such names; no way in takes them any more.
  @Test func `a recorded name is found through what nobody sees in it`() throws {
    let names = ["Hoa\u{FE0F} Qwer Tran", "Hoa Qw\u{200D}er Tran", "Hoa\u{2800}Qwer Tran"]
    for name in names { try add(name, 1960, in: "101") }
    try add("\u{D0}ặng Qwer Tran", 1960, in: "101")

    #expect(try Set(find("hoa qwer tran")) == Set(names))
    #expect(try find("Đặng Qwer Tran") == ["\u{D0}ặng Qwer Tran"])
    #expect(try find("dang qwer") == ["\u{D0}ặng Qwer Tran"])
  }

  @Test func `nothing typed finds nobody, and a limit holds`() throws {
    #expect(try find("") == [])
    #expect(try find(" - ") == [])
    #expect(try find("%") == [])
    #expect(try find("le", limit: 2).count == 2)
  }

  private func find(_ typed: String, limit: Int = 50) throws -> [String] {
    try register.read {
      try $0.findLearners(typed, limit: limit, today: Sample.day("2026-02-10")).compactMap(
        \.person.name)
    }
  }

  /// As `add`, in one transaction.
  private func addAll(_ names: [String], _ year: Int) throws {
    let unit = try register.unit("101")
    try register.record(on: "2026-02-10") { recorder in
      for name in names {
        _ = try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: name, birthYear: year), sex: .female,
            residence: .unit(unit.id)),
          on: Sample.day("2026-02-10"), consent: .paper, scope: .city)
      }
    }
  }

  private func add(
    _ name: String, _ year: Int?, in code: String?, hamlet: String? = nil
  ) throws {
    let unit = try code.map { try register.unit($0) }
    try register.record(on: "2026-02-10") {
      _ = try $0.register(
        PersonDescription(
          person: PersonalDetails(name: name, birthYear: year, hamlet: hamlet), sex: .female,
          residence: unit.map { .unit($0.id) } ?? .unallocated),
        on: Sample.day("2026-02-10"), consent: .paper, scope: .city)
    }
  }
}

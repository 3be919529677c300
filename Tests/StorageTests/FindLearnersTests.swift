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

  @Test func `the very name comes first, then names with the words as typed`() throws {
    #expect(try find("Hồ Thị Lệ").prefix(1) == ["Hồ Thị Lệ"])
    #expect(try find("ho thi le").prefix(1) == ["Ho Thi Le"])
    #expect(try find("Hồ Thị Lê").prefix(1) == ["Hồ Thị Lê"])
    #expect(try find("thị lệ").prefix(1) == ["Hồ Thị Lệ"])
    #expect(try find("Lệ").prefix(2) == ["Hồ Thị Lệ", "Trần Lệ"])
  }

  @Test func `a name word may be cut short, in any order`() throws {
    #expect(try find("duc ngu") == ["Nguyễn Văn Đức"])
    #expect(try find("uc") == [])
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
    let learner = try #require(try register.read { try $0.findLearners("duc", limit: 9) }.first)
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
    let learner = try #require(try register.read { try $0.findLearners("duc", limit: 9) }.first)
    let id = RecordID(learner.id)
    try register.record(on: "2026-02-11") {
      try $0.record(Voided(target: id, reason: .other), subject: id, scope: .city)
    }
    #expect(try find("duc") == [])
    #expect(try find("núi") == ["Ho Thi Le"])
    #expect(try find(Reference(learner.id).description) == ["Nguyễn Văn Đức"])
  }

  @Test func `nothing typed finds nobody, and a limit holds`() throws {
    #expect(try find("") == [])
    #expect(try find(" - ") == [])
    #expect(try find("%") == [])
    #expect(try find("le", limit: 2).count == 2)
  }

  private func find(_ typed: String, limit: Int = 50) throws -> [String] {
    try register.read { try $0.findLearners(typed, limit: limit).compactMap(\.person.name) }
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

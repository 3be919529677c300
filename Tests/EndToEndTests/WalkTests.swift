import TestSupport
import Testing

/// A clerk's days from an empty folder to a report, with every figure worked out by hand.
@Suite struct WalkTests {
  /// Figures worked out by hand: of the population series `sapnhap-2025`, Phú Xuân has 130,247
  /// people, Kim Long 48,999, Thủy Xuân no figure, and the other 39 together 1,282,122.
  @Test(arguments: ["en", "vi"])
  func `from an empty folder to a report`(language: String) async throws {
    func word(vi: String, en: String) -> String { language == "vi" ? vi : en }
    let lantoa = try LantoaProcess(language: language)

    let made = try await lantoa.must(
      "init", "--test", "--places", "content/data/hue", "--as", "Trần Thị Kiểm")
    #expect(
      mentions(
        made.stderr,
        word(
          vi: "174 đơn vị|133 lần sáp nhập|5 nguồn dân số|83 số dân|8 khóa học|chương trình bản 1",
          en:
            "174 units|133 successions|5 population series|83 figures|8 courses|programme version 1"
        ).split(separator: "|").map(String.init)), "\(made)")
    #expect(try lantoa.scratch.mode(of: "lantoa.db") == 0o600)
    #expect(try lantoa.scratch.names.filter { $0.hasPrefix("lantoa.db.") } == [])

    let units = try await lantoa.must("unit", "list")
    #expect(units.stdout.contains("19753  Phường Phú Xuân"))
    #expect(
      units.stdout.hasSuffix(
        word(vi: "40 xã, phường ngày 23/11/2026.\n", en: "40 units on 2026-11-23.\n")))
    let resolved = try await lantoa.must(
      "unit", "resolve", "phường Thuận Lộc", "--on", word(vi: "01/05/2025", en: "2025-05-01"))
    #expect(
      resolved.stdout.contains(
        word(
          vi: "Đơn vị cũ 19753 Phường Thuận Lộc (Quận Phú Xuân); từ 01/07/2025 thuộc 19753 Phường "
            + "Phú Xuân.",
          en:
            "Former 19753 Phường Thuận Lộc (Quận Phú Xuân); since 2025-07-01 part of 19753 Phường "
            + "Phú Xuân.")), "\(resolved)")

    #expect(
      try await lantoa.must("unit", "resolve", "19753@2025-01-01").stdout == resolved.stdout)

    #expect(try await inUse(lantoa) == ["sapnhap-2025-corrected"])
    try await lantoa.must("population", "use", "sapnhap-2025")
    #expect(try await inUse(lantoa) == ["sapnhap-2025"])

    let courses = try await lantoa.must("course", "list")
    #expect(courses.stdout.contains(word(vi: "An toàn trên mạng", en: "Safe online")))
    let measures = try await lantoa.must("measure", "list")
    #expect(
      mentions(
        measures.stdout,
        ["reached", "trained", "skilled", word(vi: "cả 5 khóa", en: "all of 5 courses")]))

    // Two teams, three people known beforehand.
    let team = try await lantoa.must(
      "team", "form", "--unit", "19753", "--name", "Tổ CNSCĐ Phú Xuân 1", "--since", "2025-08-01")
    #expect(isReference(team.line))
    #expect(team.stderr.contains("“Tổ CNSCĐ Phú Xuân 1”, Phường Phú Xuân"))
    try await lantoa.must(
      "team", "form", "--unit", "kim long", "--name", "Tổ CNSCĐ Kim Long 1", "--since",
      "2025-09-01")
    let le = try await lantoa.must(
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1961", "--sex", "f", "--unit",
      "Phú Xuân", "--hamlet", "thôn 3", "--consent", "paper")
    #expect(isReference(le.line))
    #expect(le.stderr.contains("Hồ Thị Lê (thôn 3, 1961), Phường Phú Xuân"))
    let nobodyKnowsWhere = try await lantoa.must(
      "learner", "register", "--name", "Đặng Văn Giang", "--birth-year", "1955", "--sex", "m",
      "--consent", "spoken")
    #expect(
      nobodyKnowsWhere.stderr.contains(word(vi: "Chưa rõ nơi ở", en: "Residence not known")))
    let found = try await lantoa.must("learner", "find", "phu xuan")
    #expect(found.stdout.contains("\(le.line)  Hồ Thị Lê (thôn 3, 1961)"), "\(found)")
    #expect(!found.stdout.contains("Giang"))

    // A session of six: one known, one without a unit, one of Thủy Xuân, one from outside.
    try lantoa.scratch.write(
      """
      person,name,birth_year,sex,unit,result,score
      \(le.line),,,,,completed,
      ,Nguyễn Văn An,1950,m,Phú Xuân,,
      ,Trần Thị Bé,1970,f,Kim Long,completed,
      ,Lê Văn Cường,1980,m,19813,completed,
      ,Phạm Thị Dung,1990,f,,passed,90
      ,Võ Văn Em,1975,m,ngoài thành phố,completed,

      """, to: "attendees.csv")
    let session = try await lantoa.must(
      "session", "log", "--team", "Tổ CNSCĐ Phú Xuân 1", "--course", "safe-online", "--date",
      "2026-11-20", "--minutes", "90", "--attendees", "attendees.csv", "--unnamed", "2")
    #expect(isReference(session.line))
    #expect(
      session.stderr.contains(
        word(
          vi:
            "thứ Sáu 20/11/2026, tổ “Tổ CNSCĐ Phú Xuân 1”: 6 người có tên (5 người mới) + 2 không "
            + "tên + 0 khách = 8 lượt.",
          en: "Friday 2026-11-20, team “Tổ CNSCĐ Phú Xuân 1”: 6 by name (5 new) + 2 unnamed + 0 "
            + "guests = 8.")), "\(session)")
    try await lantoa.must(
      "completion", "record", "--learner", nobodyKnowsWhere.line, "--course", "safe-online",
      "--date", "2026-11-20")

    // trained: Lê and Dung in Phú Xuân, Bé in Kim Long, Cường in Thủy Xuân, Giang nobody knows where.
    try await expect(
      Figures(phuXuan: 2, kimLong: 1, thuyXuan: 1, unallocated: 1, outside: 1), of: lantoa)
    #expect(
      try await Figures(lantoa, "reached")
        == Figures(phuXuan: 3, kimLong: 1, thuyXuan: 1, unallocated: 1, outside: 1))
    #expect(
      try await Figures(lantoa, "skilled") == Figures(),
      "one course passed is not every core course")

    // Corrections: the day was wrong, An had finished the course, then the session itself is doubted.
    try await lantoa.must("session", "change", session.line, "--date", "2026-11-19")
    #expect(try await Figures(lantoa, on: "2026-11-18") == Figures())
    #expect(
      try await Figures(lantoa, on: "2026-11-19")
        == Figures(phuXuan: 2, kimLong: 1, thuyXuan: 1, outside: 1))
    let an = try #require(try await lantoa.json("learner", "find", "nguyen van an").elements.first)
    try await lantoa.must(
      "session", "mark", session.line, an["ref"].string ?? "", "--result", "completed")
    let corrected = Figures(phuXuan: 3, kimLong: 1, thuyXuan: 1, unallocated: 1, outside: 1)
    try await expect(corrected, of: lantoa)
    let voided = try await lantoa.must("session", "void", session.line, "--reason", "wrong-date")
    #expect(voided.stderr.contains("lantoa session unvoid \(session.line)"))
    try await expect(Figures(unallocated: 1), of: lantoa)
    let list = try await lantoa.must("session", "list")
    #expect(list.stdout.contains(word(vi: "đã hủy", en: "void")))
    try await lantoa.must("session", "unvoid", session.line)
    try await expect(corrected, of: lantoa)

    // 80% of 1,282,122 is 1,025,697.6; 5 of the 6 are held against it, so 1,025,693 are missing.
    try await lantoa.must(
      "target", "set", "--measure", "trained", "--unit", "46", "--percent", "80", "--by",
      "2026-12-31", "--document", "Kế hoạch 01/KH-UBND")
    try await lantoa.must(
      "target", "set", "--unit", "Phú Xuân", "--percent", "66,5", "--by", "31/12/2026")
    let targets = try await lantoa.json("target", "list")
    #expect(Set(targets.elements.map { $0["gap"].int }) == [1_025_693, 86_612])
    let report = try await lantoa.json("coverage", "report", "--measure", "trained")
    let phuXuan = try #require(report["units"].elements.first { $0["code"] == "19753" })
    #expect(phuXuan["target"].double == 66.5)
    // 66.5% of 130,247 is 86,614.255: 86,615 people, three of them there already.
    #expect(phuXuan["gap"] == 86_612)
    #expect(phuXuan["percent"].double == 100.0 * 3 / 130_247)

    // The same report for people.
    let table = try await lantoa.must(
      "coverage", "report", "--measure", "trained", "--as-of", "2026-11-30")
    #expect(
      mentions(
        table.stdout,
        word(
          vi: "SỔ THỬ|5 trong 1.282.122 dân · 39/40 xã, phường · đến 30/11/2026|nguồn dân số "
            + "sapnhap-2025 (không chính thức)|130.247|66,5%|2/40 xã, phường (5,0%)|Chưa có số dân: Phường "
            + "Thủy Xuân|Ngày báo cáo chưa tới|1 người chưa rõ nơi ở|Ngoài thành phố: 1 người",
          en: "TEST REGISTER|5 of 1,282,122 people · 39/40 units · by 2026-11-30|population "
            + "sapnhap-2025 (unofficial)|130,247|66.5%|2/40 units (5.0%)|No population figure: Phường "
            + "Thủy Xuân|is in the future|1 person of unknown residence|From outside the city: 1 person"
        ).split(separator: "|").map(String.init)), "\(table.stdout)")

    let former = try await lantoa.json("coverage", "report", "--units-of", "2025-06-30")
    #expect(former["units"].elements.count == 133 + 39)
    #expect(former["total"]["count"] == report["total"]["count"])

    // The journal holds it all, and the tables are its fold.
    let journal = try await lantoa.must("journal", "list", "--limit", "5")
    #expect(journal.stdout.contains("session.logged") == false)
    #expect(journal.stdout.contains("target.set"))
    #expect(journal.stdout.contains("Trần Thị Kiểm"))
    let before = try await lantoa.must("coverage", "report", "--format", "json").stdout
    let verified = try await lantoa.must("journal", "verify")
    #expect(verified.stdout.contains(word(vi: "tất cả nguyên vẹn", en: "all sound")))
    try await lantoa.must("journal", "rebuild")
    #expect(try await lantoa.must("coverage", "report", "--format", "json").stdout == before)
    #expect(try await lantoa.json("journal", "verify")["sound"] == true)
  }

  private func inUse(_ lantoa: LantoaProcess) async throws -> [String] {
    try await lantoa.json("population", "list").elements
      .filter { $0["default"] == true }.compactMap { $0["series"].string }
  }

  private func isReference(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.count == 2 && groups.allSatisfy { $0.count == 4 }
  }

  private func expect(
    _ figures: Figures, of lantoa: LantoaProcess, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let actual = try await Figures(lantoa)
    #expect(actual == figures, sourceLocation: sourceLocation)
  }
}

/// People per place in a coverage report, with everything that must follow from them checked.
private struct Figures: Hashable {
  var phuXuan = 0
  var kimLong = 0
  var thuyXuan = 0
  var unallocated = 0
  var outside = 0

  init(
    phuXuan: Int = 0, kimLong: Int = 0, thuyXuan: Int = 0, unallocated: Int = 0, outside: Int = 0
  ) {
    self.phuXuan = phuXuan
    self.kimLong = kimLong
    self.thuyXuan = thuyXuan
    self.unallocated = unallocated
    self.outside = outside
  }

  init(
    _ lantoa: LantoaProcess, _ measure: String = "trained", on day: String = "2026-11-30"
  ) async throws {
    let report = try await lantoa.json("coverage", "report", "--measure", measure, "--as-of", day)
    let units = Dictionary(
      uniqueKeysWithValues: report["units"].elements.map { ($0["code"].string ?? "", $0) })
    #expect(units.count == 40)
    phuXuan = units["19753"]?["count"].int ?? -1
    kimLong = units["19774"]?["count"].int ?? -1
    thuyXuan = units["19813"]?["count"].int ?? -1
    let total = report["total"]
    unallocated = total["unallocated"].int ?? -1
    outside = total["outside"].int ?? -1

    // What has no population has a count only, and stays out of the city's numerator.
    for key in ["numerator", "population", "percent"] {
      #expect(units["19813"]?[key] == .null)
    }
    #expect(units["19813"]?["quality"] == "missing")
    #expect(units["19753"]?["numerator"].int == phuXuan)
    #expect(units["19753"]?["population"] == 130_247)
    #expect(units["19774"]?["percent"].double == 100 * Double(kimLong) / 48_999)
    #expect(total["count"].int == phuXuan + kimLong + thuyXuan + unallocated)
    let numerator = phuXuan + kimLong + unallocated
    #expect(total["numerator"].int == numerator)
    #expect(total["population"] == 1_282_122)
    #expect(total["percent"].double == 100 * Double(numerator) / 1_282_122)
    #expect(total["unitsCounted"] == 39)
    #expect(total["unitsTotal"] == 40)
  }
}

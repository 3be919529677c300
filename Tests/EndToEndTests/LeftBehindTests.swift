import Foundation
import TestSupport
import Testing

/// What an erasure would leave behind of a person: other records of theirs, texts, and the list by which
/// they stay erased.
@Suite struct LeftBehindTests {
  private func register(
    _ lantoa: LantoaProcess, _ name: String, year: String = "1958", unit: String = "Phú Xuân",
    more: [String] = []
  ) async throws -> String {
    let outcome = try await lantoa.run(
      [
        "learner", "register", "--name", name, "--birth-year", year, "--sex", "f", "--unit", unit,
        "--consent", "paper", "--new",
      ] + more)
    try #require(outcome.code == 0, "\(outcome)")
    return outcome.line
  }

  @Test func `a record that was taken back is named with its reference, and goes by it`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let kept = try await register(lantoa, "Trần Mộng Xuyến")
    let undone = try await register(lantoa, "Tran Mong Xuyen", unit: "Thuận Hóa")
    try await lantoa.must("undo")
    try lantoa.scratch.write(
      "name,birth_year,sex,external_id\nTrần Mộng Xuyến,1958,f,HK-1\n", to: "a.csv")
    try await lantoa.must("learner", "import", "a.csv", "--source", "sổ")
    try await lantoa.must("import", "undo", "1")

    let asked = try await lantoa.run(["learner", "erase", kept])
    let done = try await lantoa.must("learner", "erase", kept, "--yes")
    for outcome in [asked, done] {
      #expect(mentions(outcome.stderr, ["taken back", undone, "learner erase"]), "\(outcome)")
    }
    let found = try await lantoa.json("learner", "find", "xuyen", "--void").elements
    #expect(found.count == 2 && found.allSatisfy { $0["void"] == true }, "\(found)")
    #expect(try await lantoa.json("learner", "find", "xuyen").elements.isEmpty)
    for person in found {
      try await lantoa.must("learner", "erase", try #require(person["ref"].string), "--yes")
    }
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("a.csv"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))
    #expect(
      bytes.range(of: Data("Xuyến".utf8)) == nil && bytes.range(of: Data("Xuyen".utf8)) == nil)
    try await lantoa.must("journal", "verify")
  }

  @Test func `a record is named that is alike by a former name, a phone or a key`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let married = try await register(lantoa, "Trần Mộng Xuyến")
    try await lantoa.must(
      "learner", "change", married, "--name", "Trần Thị Khác", "--phone", "0909777555")
    try await lantoa.must("learner", "change", married, "--phone", "0911222333")
    let maiden = try await register(lantoa, "Tran Mong Xuyen", unit: "Thuận Hóa")
    let sharing = try await register(lantoa, "Lê Văn A", year: "1990")
    try await lantoa.must("learner", "change", sharing, "--phone", "0909777555")
    try await lantoa.must("learner", "change", sharing, "--phone", "0911000000")
    let other = try await register(lantoa, "Trần Mộng Xuyến", year: "1959")
    try lantoa.scratch.write(
      "name,birth_year,sex,external_id\nTrần Khác,1958,f,HK-1\nLê B,1970,m,HK-2\n", to: "a.csv")
    try lantoa.scratch.write(
      "name,birth_year,sex,external_id\nKhác Xuyến,1961,f,HK-1\nNgô C,1958,f,HK-1\n", to: "b.csv")
    try await lantoa.must("learner", "import", "a.csv", "--source", "một")
    _ = try await lantoa.run(["learner", "import", "b.csv", "--source", "hai"])
    func reference(_ name: String) async throws -> String {
      try #require(try await lantoa.json("learner", "find", name).elements.first?["ref"].string)
    }
    let (first, second) = (try await reference("Trần Khác"), try await reference("Khác Xuyến"))

    let asked = try await lantoa.run(["learner", "erase", married]).stderr
    func line(of reference: String, in text: String) -> String {
      text.split(separator: "\n").first { $0.contains(reference) }.map(String.init) ?? ""
    }
    #expect(line(of: maiden, in: asked).contains("former name"), "\(asked)")
    #expect(line(of: sharing, in: asked).contains("phone"), "\(asked)")
    #expect(!asked.contains(other) && !asked.contains(first), "\(asked)")
    let turned = try await lantoa.run(["learner", "erase", maiden]).stderr
    #expect(line(of: married, in: turned).contains("former name"), "\(turned)")
    let keyed = try await lantoa.run(["learner", "erase", first]).stderr
    #expect(line(of: second, in: keyed).contains("key"), "\(keyed)")
    #expect(!keyed.contains("Lê B") && !keyed.contains("Ngô C"), "\(keyed)")
  }

  @Test func `a record that lacks the birth year or sex is named, with what is really the same`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let whole = try await register(lantoa, "Trần Mộng Xuyến")
    func add(_ more: String...) async throws -> String {
      let outcome = try await lantoa.run(
        [
          "learner", "register", "--name", "Trần Mộng Xuyến", "--unit", "Thuận Hóa", "--consent",
          "paper", "--new",
        ] + more)
      try #require(outcome.code == 0, "\(outcome)")
      return outcome.line
    }
    let sexless = try await add("--birth-year", "1958")
    let bare = try await add()
    let man = try await add("--birth-year", "1958", "--sex", "m")
    let undone = try await add("--sex", "f")
    try await lantoa.must("undo")

    let asked = try await lantoa.run(["learner", "erase", whole]).stderr
    func traits(of reference: String, in text: String) -> String? {
      text.split(separator: "\n").first { $0.contains(reference) }
        .flatMap { $0.components(separatedBy: ": ").last }
    }
    #expect(traits(of: sexless, in: asked) == "same name, same birth year", "\(asked)")
    #expect(traits(of: bare, in: asked) == "same name", "\(asked)")
    #expect(traits(of: undone, in: asked) == "same name, same sex", "\(asked)")
    #expect(!asked.contains(man), "\(asked)")
    let turned = try await lantoa.run(["learner", "erase", bare]).stderr
    for other in [whole, sexless, man, undone] { #expect(turned.contains(other), "\(turned)") }
  }

  @Test func `whoever is erased is on the list although the file cannot be written anew yet`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await register(lantoa, "Trần Mộng Xuyến")
    let reader = try lantoa.start(
      program: "/usr/bin/sqlite3", [lantoa.scratch.path("lantoa.db")], takesInput: true)
    try reader.send("SELECT count(*) FROM event;\n.shell touch ready\n")
    while !lantoa.scratch.has("ready") { try await Task.sleep(for: .milliseconds(20)) }

    let done = try await lantoa.must("learner", "erase", person, "--yes")

    #expect(
      mentions(done.stderr, ["old bytes still lie in the file"]), "the test has teeth: \(done)")
    let list = try lantoa.scratch.read("lantoa.db.erased")
    #expect(list.split(separator: "\n").count == 1 && list.hasSuffix(" 2026-11-23\n"), "\(list)")
    _ = try await reader.outcome()
  }

  @Test
  func `a list that cannot be written is told of until it is, and one that is gone comes back`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await register(lantoa, "Trần Mộng Xuyến")
    // Nothing can be put in the place of a folder with something in it.
    let path = lantoa.scratch.path("lantoa.db.erased")
    try FileManager.default.createDirectory(
      atPath: path + "/x", withIntermediateDirectories: true)

    let done = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(
      mentions(done.stderr, ["lantoa.db.erased", "list", "a folder", "lantoa doctor"]), "\(done)")
    #expect(!done.stderr.contains("for good"), "\(done)")
    func verdict() async throws -> (ok: Bool, detail: String) {
      let check = try await lantoa.json("doctor")["checks"].elements
        .first { $0["check"] == "erasure" }
      return (check?["ok"] == true, check?["detail"].string ?? "")
    }
    for _ in 0..<2 {
      let (ok, detail) = try await verdict()
      #expect(!ok && mentions(detail, ["lantoa.db.erased", "1 "]), "\(detail)")
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(try await verdict().ok)
    let list = try lantoa.scratch.read("lantoa.db.erased")
    #expect(list.hasSuffix(" 2026-11-23\n"))
    try FileManager.default.removeItem(atPath: path)
    try await lantoa.must("team", "list")
    #expect(try lantoa.scratch.read("lantoa.db.erased") == list)
    let foreign = "somebody's own words\n"
    try lantoa.scratch.write(foreign, to: "lantoa.db.erased")
    #expect(try await !verdict().ok)
    #expect(try lantoa.scratch.read("lantoa.db.erased") == foreign, "is never written over")
  }

  @Test func `a link that leads nowhere in the place of the list is told of, and stays`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await register(lantoa, "Trần Mộng Xuyến")
    let path = lantoa.scratch.path("lantoa.db.erased")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "gone/list")

    let done = try await lantoa.must("learner", "erase", person, "--yes")

    #expect(mentions(done.stderr, ["not yet on the list", "leads nowhere"]), "\(done)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "gone/list")
  }
}

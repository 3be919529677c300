import Foundation
import TestSupport
import Testing

/// What a register owes the people in it, and whoever keeps it: erasure, backup, restore.
@Suite struct SafetyTests {
  private static let people = """
    name,birth_year,sex,unit,hamlet,phone,external_id
    Trần Mộng Xuyến,1958,f,Phú Xuân,Xóm Quýt,0909777555,HK-QUYT-77
    Trần Mộng Xuyến,abc,f,Phú Xuân,,,HK-QUYT-78
    Lê Thị Hoa,19x0,f,Phú Xuân,,,HK-3

    """
  private static let canaries = ["Xuyến", "xuyen", "Xóm Quýt", "0909777555", "HK-QUYT"]

  /// Files in which a word of the canary stands.
  private func files(_ lantoa: LantoaProcess, holding words: [String]) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path)
    return Set(
      names.filter { name in
        let path = lantoa.scratch.path(name)
        guard let bytes = FileManager.default.contents(atPath: path) else { return false }
        return words.contains { bytes.range(of: Data($0.utf8)) != nil }
      })
  }

  @Test func `an erased person is in no file that lantoa wrote, and counts as before`() async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(Self.people, to: "people.csv")
    _ = try await lantoa.run(["learner", "import", "people.csv", "--source", "sổ"])
    let found = try await lantoa.json("learner", "find", "tran mong xuyen").elements
    let person = try #require(found.first?["ref"].string)
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--attendee", person,
      "--result", "completed")
    let before = try await lantoa.json("coverage", "report")
    #expect(before["total"]["count"] == 1)
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("people.csv"))
    #expect(
      try files(lantoa, holding: Self.canaries).isSuperset(of: [
        "lantoa.db", "people.csv.errors.csv",
      ]), "the test has teeth")

    let asked = try await lantoa.run(["learner", "erase", person])
    #expect(asked.code == 1 && mentions(asked.stderr, ["--yes", "Not erased"]), "\(asked)")
    let done = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(mentions(done.stderr, ["Erased for good", "errors.csv", "older backups"]), "\(done)")

    #expect(try files(lantoa, holding: Self.canaries) == [])
    #expect(try lantoa.scratch.read("people.csv.errors.csv").contains("Lê Thị Hoa"))
    #expect(try lantoa.scratch.mode(of: "lantoa.db.erased") == 0o600)
    try await lantoa.must("journal", "verify")
    let after = try await lantoa.json("coverage", "report")
    #expect(after == before)
    #expect(try await lantoa.json("learner", "find", "xuyen").elements.isEmpty)
    let shown = try await lantoa.json("learner", "show", person)
    #expect(shown["erased"] == true && shown["name"] == .null && shown["birthYear"] == .null)
    try await lantoa.must("backup", "later.db")
    #expect(try files(lantoa, holding: Self.canaries) == [])
    let undo = try await lantoa.run(["undo"])
    #expect(undo.code == 1 && mentions(undo.stderr, ["erasure"]), "\(undo)")
  }

  /// A register with somebody in it, in `kept.csv.errors.csv` and in `broken.csv.errors.csv`, which
  /// cannot be read to its end.
  private func rejected() async throws -> (lantoa: LantoaProcess, person: String) {
    let (lantoa, _) = try await LantoaProcess.founded()
    for list in ["kept.csv", "broken.csv"] {
      try lantoa.scratch.write(Self.people + (list == "kept.csv" ? "" : "\n"), to: list)
      _ = try await lantoa.run(["learner", "import", list, "--source", list])
    }
    let broken = try lantoa.scratch.read("broken.csv.errors.csv")
    try lantoa.scratch.write(broken + "\"open,,,,\n", to: "broken.csv.errors.csv")
    let found = try await lantoa.json("learner", "find", "tran mong xuyen").elements
    return (lantoa, try #require(found.first?["ref"].string))
  }

  @Test func `files of rejected rows are clear before the erasure is recorded`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try lantoa.scratch.write(Self.people, to: "kept.csv")
    _ = try await lantoa.run(["learner", "import", "kept.csv", "--source", "kept.csv"])
    let found = try await lantoa.json("learner", "find", "tran mong xuyen").elements
    let person = try #require(found.first?["ref"].string)
    // Stands for a process that is killed between the two: there is room for a list, and none for a record.
    let outcome = try await lantoa.start(
      program: "/usr/bin/bash",
      [
        "-c", "ulimit -f 36; exec \"$0\" \"$@\"", LantoaProcess.program, "learner", "erase", person,
        "--yes",
      ]
    ).outcome()

    #expect(outcome.code != 0, "\(outcome)")
    #expect(try await lantoa.json("learner", "show", person)["erased"] == false)
    #expect(try !lantoa.scratch.read("kept.csv.errors.csv").contains("Xuyến"))
    #expect(try lantoa.scratch.read("kept.csv.errors.csv").contains("Lê Thị Hoa"))
  }

  @Test func `a file that could not be cleared is named until somebody has seen to it`()
    async throws
  {
    let (lantoa, person) = try await rejected()
    let done = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(mentions(done.stderr, ["broken.csv.errors.csv", "lantoa doctor"]), "\(done)")
    func isNamed() async throws -> Bool {
      try await lantoa.must("doctor").stdout.contains("broken.csv.errors.csv")
    }
    #expect(try await isNamed())
    #expect(try await isNamed(), "until it is seen to")
    try await Task.sleep(for: .milliseconds(20))
    try lantoa.scratch.write("name,line,reason\nLê Thị Hoa,3,sai\n", to: "broken.csv.errors.csv")
    #expect(try await !isNamed())
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}\r\n", "name,line,reason\n"])
  func `a file that somebody has emptied holds nobody`(content: String) async throws {
    let (lantoa, person) = try await rejected()
    let other = try await lantoa.must(
      "learner", "register", "--name", "Lê Văn Khác", "--consent", "paper"
    ).line
    // Left uncleared by the first erasure, and emptied under the same stamp.
    try await lantoa.must("learner", "erase", person, "--yes")
    try lantoa.scratch.write(content, to: "broken.csv.errors.csv")
    try await lantoa.sqlite(
      "UPDATE local SET value = 'uncleared:' WHERE key GLOB 'rejected:*broken*'")

    let done = try await lantoa.must("learner", "erase", other, "--yes")

    #expect(!done.stderr.contains("broken.csv.errors.csv"), "\(done)")
    let doctor = try await lantoa.must("doctor")
    #expect(!doctor.stdout.contains("broken.csv.errors.csv"), "\(doctor)")
  }

  @Test func `what others have put into a register is told wherever it may hold people`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    try await lantoa.sqlite(
      """
      CREATE TABLE guests AS SELECT name FROM learner;
      ALTER TABLE event ADD COLUMN memo TEXT; UPDATE event SET memo = 'Trần Mộng Xuyến';
      """)
    for (language, words) in [("vi", "không phải của lantoa"), ("en", "not of lantoa's making")] {
      let doctor = try await lantoa.must("doctor", language: language)
      #expect(
        mentions(doctor.stdout, [words, "column event.memo", "table guests", "lantoa restore"]),
        "\(doctor)")
    }
    let check = try await lantoa.json("doctor")["checks"].elements.first {
      $0["check"] == "foreign"
    }
    #expect(check?["ok"] == false)
    let erased = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(
      mentions(
        erased.stderr, ["Not searched", "column event.memo", "table guests", "lantoa restore"]),
      "\(erased)")
    let backup = try await lantoa.must("backup", "copy.db")
    #expect(
      mentions(
        backup.stdout + backup.stderr, ["The copy has", "column event.memo", "table guests"]),
      "\(backup)")

    let restored = try await lantoa.must("restore", "copy.db", "--db", "new.db")
    #expect(
      mentions(restored.stderr, ["Left behind", "column event.memo", "table guests"]),
      "\(restored)")
    try await lantoa.must("journal", "verify", "--db", "new.db")
    let doctor = try await lantoa.must("doctor", "--db", "new.db")
    #expect(!doctor.stdout.contains("guests"))
    let bytes = FileManager.default.contents(atPath: lantoa.scratch.path("new.db"))
    #expect(bytes?.range(of: Data("Xuyến".utf8)) == nil)
  }

  @Test func `rows with a former name or number go too`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--phone", "0909777555", "--consent",
      "paper"
    ).line
    try lantoa.scratch.write(
      "name,phone,birth_year\nTrần Mộng Xuyến,,abc\nX,0909777555,abc\nLê Thị Hoa,,abc\n",
      to: "a.csv")
    _ = try await lantoa.run(["learner", "import", "a.csv"])
    try await lantoa.must(
      "learner", "change", person, "--name", "Trần Thị Khác", "--phone", "0911222333")
    try await lantoa.must("learner", "erase", person, "--yes")
    let left = try lantoa.scratch.read("a.csv.errors.csv")
    #expect(!left.contains("Xuyến") && !left.contains("0909777555"), "\(left)")
    #expect(left.contains("Lê Thị Hoa"))
  }

  @Test func `records that may be of the same person are named before an erasure and after it`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    var people: [String] = []
    for (name, unit) in [
      ("Trần Mộng Xuyến", "Phú Xuân"), ("Tran Mong Xuyen", "Thuận Hóa"),
      ("Trần Mộng Xuyến", "Hương Thủy"),
    ] {
      people.append(
        try await lantoa.must(
          "learner", "register", "--name", name, "--birth-year", "1958", "--sex", "f", "--unit",
          unit, "--consent", "paper"
        ).line)
    }
    try await lantoa.must("learner", "distinct", people[0], people[2])

    let asked = try await lantoa.run(["learner", "erase", people[0]])
    #expect(asked.code == 1)
    let done = try await lantoa.must("learner", "erase", people[0], "--yes")

    #expect(mentions(asked.stderr, [people[1], "learner link", "--yes"]), "\(asked)")
    #expect(mentions(done.stderr, [people[1], "learner erase"]), "\(done)")
    for outcome in [asked, done] { #expect(!outcome.stderr.contains(people[2]), "\(outcome)") }
    let alone = try await lantoa.run(["learner", "erase", people[1]])
    #expect(mentions(alone.stderr, [people[2]]), "\(alone)")
    try await lantoa.must("learner", "link", people[1], people[2])
    let linked = try await lantoa.run(["learner", "erase", people[1]])
    #expect(!linked.stderr.contains("not linked"), "\(linked)")
  }

  @Test func `a file of rejected rows that was moved is told of once`() async throws {
    let (lantoa, person) = try await rejected()
    try FileManager.default.moveItem(
      atPath: lantoa.scratch.path("kept.csv.errors.csv"),
      toPath: lantoa.scratch.path("corrected.csv"))
    let words = ["Not found any more", "kept.csv.errors.csv", "take this person's rows out there"]
    let done = try await lantoa.must("learner", "erase", person, "--yes")
    #expect(mentions(done.stderr, words), "\(done)")
    let other = try await lantoa.must(
      "learner", "register", "--name", "Lê Thị A", "--consent", "none"
    ).line
    let again = try await lantoa.must("learner", "erase", other, "--yes")
    #expect(!again.stderr.contains("Not found any more"), "\(again)")
  }

  @Test func `a lost register comes back without whoever was erased since`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--birth-year", "1958", "--unit",
      "Phú Xuân", "--consent", "paper"
    ).line
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--attendee", person,
      "--result", "completed")
    let copy = try await lantoa.json("backup", "copy.db")
    #expect(copy["erased"] == 0)
    let alone = try await lantoa.must("restore", "copy.db", "--db", "alone.db")
    #expect(mentions(alone.stderr, ["No list of erased people", "--erased"]), "\(alone)")
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("alone.db"))
    try await lantoa.must("learner", "erase", person, "--yes")
    // The register is lost; the list beside it is not.
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: lantoa.scratch.path("lantoa.db\(suffix)"))
    }
    let restored = try await lantoa.must("restore", "copy.db", "--db", "lantoa.db")
    #expect(mentions(restored.stderr, ["all sound", "1 person"]), "\(restored)")
    #expect(!restored.stderr.contains("No list"), "\(restored)")
    #expect(try files(lantoa, holding: ["Xuyến", "xuyen"]) == ["copy.db"])
    #expect(try await lantoa.json("coverage", "report")["total"]["count"] == 1)
    try await lantoa.must("journal", "verify")
    try await lantoa.must(
      "learner", "register", "--name", "Lê Thị Hoa", "--unit", "Phú Xuân", "--consent", "paper")

    let over = try await lantoa.run(["restore", "copy.db", "--db", "lantoa.db"])
    #expect(over.code == 1 && mentions(over.stderr, ["never overwritten", "--db"]), "\(over)")
    let missing = try await lantoa.run(["restore", "none.db", "--db", "new.db"])
    #expect(missing.code == 1 && mentions(missing.stderr, ["none.db"]), "\(missing)")
    #expect(!lantoa.scratch.has("new.db"))
  }

  @Test func `a folder keeps the newest backups, and everything else that lies there`() async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let folder = lantoa.scratch.path("usb")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try lantoa.scratch.write("thơ", to: "usb/lantoa-old.db")
    var made: [String] = []
    for _ in 0..<3 {
      let backup = try await lantoa.json("backup", "usb", "--keep", "2")
      made.append((try #require(backup["file"].string) as NSString).lastPathComponent)
      try await Task.sleep(for: .milliseconds(1100))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let expected =
      ["lantoa-old.db"] + made.suffix(2).flatMap { [$0, $0 + ".manifest.json"] }
    #expect(left == expected.sorted())
  }

  @Test func `backups of another register, and those put aside by name, are nobody's to remove`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("usb"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("x"), withIntermediateDirectories: true)
    // The other register has the same name, and so have its backups.
    try await lantoa.must("restore", try await lantoa.backup(to: "aside.db"), "--db", "x/lantoa.db")
    let others = try await lantoa.backup(to: "usb", of: "x/lantoa.db")
    try await lantoa.must("backup", "usb/lantoa-before-the-merger.db")
    try await lantoa.must("backup", "usb/lantoa-2026-11-01.db")
    _ = try await lantoa.backup(to: "usb", keep: 1)
    try await Task.sleep(for: .milliseconds(1100))
    let last = try await lantoa.backup(to: "usb", keep: 1)

    let left = try lantoa.scratch.names(in: "usb").filter { $0.hasSuffix(".db") }
    #expect(
      left.sorted()
        == [others, last, "usb/lantoa-before-the-merger.db", "usb/lantoa-2026-11-01.db"]
        .map { ($0 as NSString).lastPathComponent }.sorted())
  }

  @Test(arguments: ["usb/lantoa-2026-11-02.db", "nowhere", "usb/lantoa-2026-11-01.db"])
  func `old backups are not asked to go beside a file, only in a folder`(place: String) async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("usb"), withIntermediateDirectories: true)
    try await lantoa.must("backup", "usb/lantoa-2026-11-01.db")
    let before = try lantoa.scratch.names(in: "usb").sorted()

    let refused = try await lantoa.run(["backup", place, "--keep", "1"])

    #expect(refused.code == 64, "\(refused)")
    #expect(mentions(refused.stderr, [place, "--keep needs a folder"]), "\(refused)")
    #expect(try lantoa.scratch.names(in: "usb").sorted() == before)
    #expect(!lantoa.scratch.has("nowhere"))
  }

  @Test func `a list that still has somebody who was erased brings them in anew, and says so`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let row = "Trần Mộng Xuyến,1958,f,HK-1\n"
    try lantoa.scratch.write("name,birth_year,sex,external_id\n" + row, to: "a.csv")
    try await lantoa.must("learner", "import", "a.csv", "--source", "sổ")
    let found = try await lantoa.json("learner", "find", "tran mong xuyen").elements
    try await lantoa.must("learner", "erase", try #require(found.first?["ref"].string), "--yes")
    try lantoa.scratch.write("name,birth_year,sex,external_id\n\n" + row, to: "a.csv")

    let other = try await lantoa.must("learner", "import", "a.csv", "--source", "khác")
    try await lantoa.must("import", "undo", "2")
    let again = try await lantoa.must("learner", "import", "a.csv", "--source", "sổ", "--dry-run")

    #expect(!other.stderr.contains("erased"), "\(other)")
    #expect(mentions(again.stderr, ["erased: 1", "registered anew"]), "\(again)")
  }
}

extension LantoaProcess {
  /// Makes a backup and returns its path.
  fileprivate func backup(
    to place: String, keep: Int? = nil, of register: String = "lantoa.db"
  ) async throws -> String {
    let kept = keep.map { ["--keep", "\($0)"] } ?? []
    let outcome = try await run(
      ["backup", place, "--db", register, "--format", "json"] + kept)
    return try #require(ParsedJSON(outcome.stdout)?["file"].string, "\(outcome)")
  }
}

extension ScratchFolder {
  fileprivate func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder))
  }
}

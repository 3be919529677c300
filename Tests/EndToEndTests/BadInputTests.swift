import TestSupport
import Testing

/// What people mistype: refused with a reason and a next step, and nothing is recorded.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let code: Int32
    /// What the message must name, next step included.
    let words: [String]

    /// `arguments`: `TEAM` and `LEARNER` stand for their references.
    init(_ name: String, _ arguments: String..., code: Int32 = 1, says words: String...) {
      testDescription = name
      self.arguments = arguments
      self.code = code
      self.words = words
    }
  }

  private static let cases = [
    Case(
      "an unknown unit", "team", "form", "--unit", "Phú Xân", "--name", "Tổ 2", "--since",
      "2026-01-01", says: "Phú Xân", "19753 Phường Phú Xuân"),
    Case(
      "a unit nobody knows anything like", "learner", "register", "--name", "Lê Thị Mai", "--unit",
      "Sài Gòn", "--consent", "paper", says: "Sài Gòn", "lantoa unit list"),
    Case(
      "a unit of before the merger", "learner", "register", "--name", "Lê Thị Mai", "--unit",
      "Phường Tây Lộc", "--consent", "paper", says: "Tây Lộc", "2025-06-30",
      "19753 Phường Phú Xuân"),
    Case(
      "the code of a unit of before the merger", "team", "form", "--unit", "19750", "--name",
      "Tổ 2",
      "--since", "2026-01-01", says: "19750", "19753"),
    Case(
      "the whole city as a home", "learner", "register", "--name", "Lê Thị Mai", "--unit", "46",
      "--consent", "paper", says: "46 Thành phố Huế", "lantoa unit list"),
    Case(
      "a name that two units had", "unit", "resolve", "Hương Phong", "--on", "2025-05-01",
      says: "Hương Phong", "20002", "20080", "code"),
    Case(
      "a name that two units had, marks aside", "unit", "resolve", "huong van", "--on",
      "2025-05-01",
      says: "20008", "20011"),
    Case(
      "a unit of before the merger, its tone on the other vowel", "unit", "resolve",
      "Phường Thuận Hoà", says: "19762 Phường Thuận Hòa", "now part of 19753 Phường Phú Xuân"),
    Case(
      "a unit of today on a day of before", "unit", "resolve", "Phường Phú Xuân", "--on",
      "2025-05-01", says: "Phú Xuân", "2025-05-01"),
    Case(
      "a day that never was", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--date", "2026-02-29", "--unnamed", "3", code: 64, says: "2026-02-29", "2026-11-20"),
    Case(
      "a day that is none", "coverage", "report", "--as-of", "31/11/2026", code: 64,
      says: "31/11/2026"),
    Case(
      "a session in the future", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--date", "2026-11-24", "--unnamed", "3", says: "2026-11-24", "2026-11-23", "clock"),
    Case(
      "lessons of no course", "session", "log", "--team", "TEAM", "--form", "home", "--lessons",
      "1",
      "--unnamed", "3", says: "--course"),
    Case(
      "attendees without an end", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--attendees", "/dev/zero", says: "/dev/zero", "64 MB", "Divide"),
    Case(
      "a citizen number in a hamlet", "learner", "register", "--name", "Lê Thị Mai", "--hamlet",
      "thôn 3 046058001234", "--consent", "paper", code: 64, says: "citizen number"),
    Case(
      "a citizen number in a note", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--unnamed", "3", "--note", "CCCD 046058001234", code: 64, says: "--note", "citizen number"),
    Case(
      "consent withdrawn before it was given", "learner", "register", "--name", "Lê Thị Mai",
      "--consent", "withdrawn", code: 64, says: "withdrawn", "paper"),
    Case(
      "a session before the team existed", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--date", "2025-07-31", "--unnamed", "3", says: "2025-07-31",
      "Tổ CNSCĐ Phú Xuân 1", "2025-08-01"),
    Case(
      "a completion in the future", "completion", "record", "--learner", "LEARNER", "--course",
      "safe-online", "--date", "2027-01-01", says: "2027-01-01"),
    Case(
      "a team from the future", "team", "form", "--unit", "19753", "--name", "Tổ 2", "--since",
      "2026-12-01", says: "2026-12-01"),
    Case(
      "a team older than its unit", "team", "form", "--unit", "19753", "--name", "Tổ 2", "--since",
      "2025-06-30", says: "2025-06-30", "2025-07-01"),
    Case(
      "a team twice", "team", "form", "--unit", "19753", "--name", "tổ cnscđ phú xuân 1", "--since",
      "2026-01-01", says: "phú xuân 1", "TEAM", "since 2025-08-01", "lantoa team list"),
    Case(
      "an unknown course", "session", "log", "--team", "TEAM", "--course", "safe-onlin",
      "--unnamed", "3", says: "safe-onlin", "safe-online"),
    Case(
      "an unknown lesson", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--lesson", "9", "--unnamed", "3", says: "“9”", "otp-never-share"),
    Case(
      "a title that is no lesson's", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--lesson", "Mật khẩu yếu", "--unnamed", "3", says: "“Mật khẩu yếu”", "otp-never-share"),
    Case(
      "a target of a unit of before the merger", "target", "set", "--unit", "19753@2025-01-01",
      "--percent", "80", "--by", "2026-12-31", says: "19753 Phường Thuận Lộc",
      "now part of 19753 Phường Phú Xuân"),
    Case(
      "an unknown team", "session", "log", "--team", "Tổ Mây", "--course", "safe-online",
      "--unnamed", "3", says: "Tổ Mây", "lantoa team list"),
    Case(
      "an unknown learner", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--attendee", "0000-0000", says: "0000-0000", "lantoa learner find"),
    Case(
      "an unknown session", "session", "void", "0000-0000", "--reason", "wrong-date",
      says: "0000-0000", "lantoa session list"),
    Case(
      "an unknown measure", "coverage", "report", "--measure", "touched", says: "touched",
      "reached, trained, skilled"),
    Case(
      "an unknown population series", "population", "use", "census", says: "census",
      "sapnhap-2025"),
    Case(
      "the same person by reference twice", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--attendee", "LEARNER", "--attendee", "LEARNER", says: "Hồ Thị Lê", "twice",
      "nothing was recorded"),
    Case(
      "the same person in two rows", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--attendees", "twice.csv", says: "twice.csv", "line 3", "line 2", "take one row out"),
    Case(
      "the same known person in two rows", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--attendees", "known-twice.csv", says: "line 3", "line 2"),
    Case(
      "the same person by reference and in a row", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--attendee", "LEARNER", "--attendees", "known.csv", says: "Hồ Thị Lê",
      "twice"),
    Case(
      "rows with errors, all told at once", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--attendees", "errors.csv", says: "line 2: birth_year “1850”",
      "line 3: sex “z”", "line 4: name", "nothing was recorded"),
    Case(
      "rows with unknown and former units", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--attendees", "units.csv", says: "line 3", "Atlantis", "line 4", "Tây Lộc"),
    Case(
      "a row of somebody who may be known", "session", "log", "--team", "TEAM", "--course",
      "safe-online", "--attendees", "maybe.csv", says: "line 2", "Hồ Thị Lê", "person", "new"),
    Case(
      "a file without its columns", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--attendees", "columns.csv", says: "columns.csv", "birth_year"),
    Case(
      "a file of citizen numbers", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--attendees", "citizens.csv", says: "CCCD", "remove the column"),
    Case(
      "a file that is not there", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--attendees", "nowhere.csv", says: "nowhere.csv", "no such file"),
    Case(
      "nobody at all", "session", "log", "--team", "TEAM", "--course", "safe-online",
      says: "--attendees", "--unnamed"),
    Case(
      "a class without a course", "session", "log", "--team", "TEAM", "--unnamed", "3",
      says: "--course", "lantoa course list"),
    Case(
      "names in a broadcast", "session", "log", "--team", "TEAM", "--form", "broadcast",
      "--attendee", "LEARNER", says: "--unnamed"),
    Case(
      "somebody who is registered already", "learner", "register", "--name", "Ho Thi Le",
      "--birth-year", "1961", "--sex", "f", "--unit", "Phú Xuân", "--consent", "paper",
      says: "Hồ Thị Lê (1961)", "--new"),
    Case(
      "a birth year of the future", "learner", "register", "--name", "Lê Thị Mai", "--birth-year",
      "2027", "--consent", "paper", code: 64, says: "--birth-year", "2027", "2026"),
    Case(
      "a target of more than everybody", "target", "set", "--unit", "46", "--percent", "120",
      "--by", "2026-12-31", code: 64, says: "--percent", "120", "100"),
    Case(
      "minutes without end", "session", "log", "--team", "TEAM", "--course", "safe-online",
      "--unnamed", "3", "--minutes", "9999", code: 64, says: "--minutes", "1440"),
    Case(
      "a required option left out", "team", "form", "--name", "Tổ 2", "--since", "2026-01-01",
      code: 64, says: "--unit"),
    Case("a command that is none", "team", "dissolve", code: 64, says: "dissolve"),
    Case(
      "a language that is none", "unit", "list", "--lang", "fr", code: 64, says: "fr", "vi", "en"),
  ]

  @Test func `each is refused with a reason and a next step, and nothing is recorded`() async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    let learner = try await lantoa.must(
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1961", "--sex", "f", "--unit",
      "Phú Xuân", "--consent", "paper"
    ).line
    let header = "person,name,birth_year,sex,unit\n"
    try lantoa.scratch.write(
      header + "new,Trần Văn Hai,1950,m,Phú Xuân\n,trần văn hai,1950,m,Phú Xuân\n", to: "twice.csv")
    try lantoa.scratch.write(header + "\(learner),,,,\n", to: "known.csv")
    try lantoa.scratch.write(
      header + "\(learner),,,,\n\(learner),Hồ Thị Lê,1961,f,Phú Xuân\n", to: "known-twice.csv")
    try lantoa.scratch.write(
      header + ",Trần Văn Hai,1850,m,\n,Lê Thị Ba,1960,z,\n,,1960,f,\n", to: "errors.csv")
    try lantoa.scratch.write(
      header + ",Trần Văn Hai,1950,m,Kim Long\n,Lê Thị Ba,1960,f,Atlantis\n"
        + ",Võ Thị Tư,1970,f,Phường Tây Lộc\n", to: "units.csv")
    try lantoa.scratch.write(header + ",Ho Thi Le,1961,f,Phú Xuân\n", to: "maybe.csv")
    try lantoa.scratch.write("name,unit\nLê Thị Ba,Kim Long\n", to: "columns.csv")
    try lantoa.scratch.write(
      "name,birth_year,sex,unit,CCCD\nLê Thị Ba,1960,f,Kim Long,046160000001\n", to: "citizens.csv")
    let length = try await lantoa.journalLength()
    let content = try await lantoa.contentHash()

    for bad in Self.cases {
      let outcome = try await lantoa.run(
        bad.arguments.map { ["TEAM": team, "LEARNER": learner][$0] ?? $0 })
      #expect(outcome.code == bad.code, "\(bad.testDescription): \(outcome)")
      #expect(outcome.stdout == "", "\(bad.testDescription)")
      let words = bad.words.map { ["TEAM": team][$0] ?? $0 }
      #expect(mentions(outcome.stderr, words), "\(bad.testDescription): \(outcome.stderr)")
      #expect(try await lantoa.contentHash() == content, "\(bad.testDescription)")
    }
    #expect(try await lantoa.journalLength() == length)
    #expect(try await lantoa.run("journal", "verify").code == 0)
  }

  @Test(arguments: ["Ý là", "Dùng mã số", "không phải là ngày", "chưa tới", "chưa thành lập"])
  func `in Vietnamese too`(words: String) async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let arguments =
      switch words {
      case "Ý là": ["team", "list", "--unit", "Phú Xân"]
      case "Dùng mã số": ["unit", "resolve", "Hương Phong", "--on", "01/05/2025"]
      case "không phải là ngày": ["coverage", "report", "--as-of", "31/11/2026"]
      default:
        [
          "session", "log", "--team", team, "--course", "safe-online", "--unnamed", "3", "--date",
          words == "chưa tới" ? "24/11/2026" : "31/07/2025",
        ]
      }
    let outcome = try await lantoa.run(arguments, language: "vi")
    #expect(outcome.code != 0)
    #expect(mentions(outcome.stderr, ["Lỗi: ", words]), "\(outcome)")
  }

  @Test(arguments: [
    (#"learner register --name $'L\xe9' --consent paper"#, "argument 4", "thứ 4"),
    (#"--db lantoa.db session list --team $'T\xe1\xbb'"#, "argument 6", "thứ 6"),
  ])
  func `what is not UTF-8 is refused before anything is done`(
    typed: String, en: String, vi: String
  ) async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let content = try await lantoa.contentHash()
    for (language, place) in [("en", en), ("vi", vi)] {
      let outcome = try await lantoa.start(
        program: "/bin/bash", ["-c", "exec \"$0\" \(typed)", LantoaProcess.program],
        language: language
      ).outcome()
      #expect(outcome.code == 64, "\(outcome)")
      #expect(outcome.stdout == "")
      #expect(mentions(outcome.stderr, [place, "UTF-8"]), "\(outcome)")
    }
    #expect(try await lantoa.contentHash() == content)
  }

  @Test func `a session that is corrected into nonsense stays as it was`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let session = try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--date", "2026-11-20",
      "--unnamed", "5"
    ).line
    let content = try await lantoa.contentHash()
    let changes: [([String], Int32, [String])] = [
      (["--date", "2026-11-24"], 1, ["2026-11-24", "future"]),
      (["--date", "2025-07-01"], 1, ["2025-07-01", "2025-08-01"]),
      (["--date", "2026-13-01"], 64, ["2026-13-01"]),
      (["--course", "nothing"], 1, ["nothing", "safe-online"]),
      (["--team", "nobody"], 1, ["nobody", "lantoa team list"]),
      (["--unnamed", "-1"], 64, ["--unnamed"]),
      (["--date", "2026-11-20"], 1, ["nothing to change"]),
      ([], 64, ["say what to change", "--date"]),
    ]
    for (arguments, code, words) in changes {
      let outcome = try await lantoa.run(["session", "change", session] + arguments)
      #expect(outcome.code == code, "\(arguments): \(outcome)")
      #expect(mentions(outcome.stderr, words), "\(arguments): \(outcome.stderr)")
      #expect(try await lantoa.contentHash() == content, "\(arguments)")
    }
    try await lantoa.must("session", "void", session, "--reason", "wrong-date")
    let again = try await lantoa.run("session", "void", session, "--reason", "wrong-date")
    #expect(again.code == 1)
    #expect(mentions(again.stderr, [session, "void already", "lantoa session unvoid \(session)"]))
    let change = try await lantoa.run("session", "change", session, "--minutes", "90")
    #expect(change.code == 1)
    #expect(mentions(change.stderr, [session, "voided", "lantoa session unvoid \(session)"]))
  }

  @Test func `a team that was taken back is marked in the list, and another is asked for`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    let second = try await lantoa.must(
      "team", "form", "--unit", "19753", "--name", "Tổ 2", "--since", "2026-01-01"
    ).line
    try await lantoa.must("undo")
    let list = try await lantoa.must("team", "list").stdout.split(separator: "\n")
    #expect(list.first { $0.contains(second) }?.hasSuffix("void") == true, "\(list)")
    #expect(list.first { $0.contains(team) }?.hasSuffix("void") == false)

    let session = try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--unnamed", "3"
    ).line
    let change = try await lantoa.run("session", "change", session, "--team", second)
    #expect(change.code == 1)
    #expect(mentions(change.stderr, ["Tổ 2", "voided", "--team", "lantoa team list"]), "\(change)")
  }

  @Test func `a mistyped list of lessons, a score of somebody absent, a folder for a register`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    let learner = try await lantoa.must(
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1958", "--hamlet", "thôn 3",
      "--consent", "paper"
    ).line
    let log = ["session", "log", "--team", team, "--course", "safe-online"]
    let session = try await lantoa.run(
      log + [
        "--unnamed", "2", "--lesson", "2", "--lessons", "1, 2,1", "--lesson", "otp-never-share",
        "--lesson", "mat khau manh, de nho", "--lesson", "OTP codes: never read them out",
      ]
    ).line
    #expect(
      try await lantoa.json("session", "show", session)["lessons"].strings == [
        "otp-never-share", "strong-passwords",
      ])
    try await lantoa.must("session", "change", session, "--lessons", "1,1")
    #expect(
      try await lantoa.json("session", "show", session)["lessons"].strings == ["strong-passwords"])

    for absent in [["--absent", "--score", "5"], ["--result", "absent", "--basis", "tested"]] {
      let outcome = try await lantoa.run(["session", "mark", session, learner] + absent)
      #expect(outcome.code == 64 && outcome.stderr.contains("--score"), "\(outcome)")
    }
    let nobody = try await lantoa.run("session", "mark", session, learner, "--absent")
    #expect(nobody.code == 1)
    #expect(
      mentions(nobody.stderr, ["Hồ Thị Lê (thôn 3, 1958)", "lantoa session show"]), "\(nobody)")
    let twice = try await lantoa.run(log + ["--attendee", learner, "--attendee", learner])
    #expect(mentions(twice.stderr, ["Hồ Thị Lê (thôn 3, 1958)", "twice"]), "\(twice)")

    try lantoa.scratch.write("name,birth_year,sex,unit\n", to: "empty.csv")
    let empty = try await lantoa.run(log + ["--attendees", "empty.csv"])
    #expect(empty.code == 1)
    #expect(mentions(empty.stderr, ["empty.csv", "no people"]), "\(empty)")
    #expect(!empty.stderr.contains("Nobody is in this session"))

    for arguments in [["unit", "list"], ["init"], ["demo", "--learners", "9"]] {
      let folder = try await lantoa.run(arguments + ["--db", lantoa.scratch.path])
      #expect(folder.code == 1)
      #expect(mentions(folder.stderr, [lantoa.scratch.path, "is a folder", "--db"]), "\(folder)")
      #expect(!folder.stderr.contains("Cocoa"))
    }
  }

  @Test func `a list comes from standard input and from pipes, to its end`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let rows = (1...400).map { "new,Người Thứ \($0),\(1900 + $0 % 100),f,Kim Long\n" }.joined()
    try lantoa.scratch.write("person,name,birth_year,sex,unit\n" + rows, to: "list.csv")
    let log = "\"$0\" session log --team \(team) --course safe-online --attendees"
    // In two halves, so that reading what is there first is not enough.
    let halves = "{ head -c 9000 list.csv; sleep 0.3; tail -c +9001 list.csv; }"
    for line in [
      "\(halves) | \(log) -", "\(halves) | \(log) /dev/stdin", "\(log) <(\(halves))",
      "\(log) - < list.csv",
    ] {
      let outcome = try await lantoa.start(
        program: "/usr/bin/bash", ["-c", line, LantoaProcess.program]
      ).outcome()
      #expect(outcome.code == 0, "\(line): \(outcome)")
      let session = try await lantoa.json("session", "show", outcome.line)
      #expect(session["marks"].elements.count == 400, "\(line)")
    }
    let folder = try await lantoa.start(
      program: "/usr/bin/bash", ["-c", "\(log) .", LantoaProcess.program]
    ).outcome()
    #expect(folder.code == 1 && folder.stderr.contains("folder"), "\(folder)")
  }
}

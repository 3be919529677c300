import Commands
import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// From arguments and environment to a language, a register and an exit code.
@Suite struct LaunchTests {
  @Test(
    arguments: [
      (["--help"], 0), (["--version"], 0), (["session", "log", "--help"], 0), ([], 0),
      (["unit"], 0),
      (["unit", "list"], 0), (["learner", "find", "nobody"], 0), (["journal", "verify"], 0),
      (["doctor"], 0),
      (["unit", "resolve", "nowhere"], 1), (["team", "list", "--db", "missing.db"], 1),
      (["coverage", "report", "--measure", "touched"], 1),
      (["unti", "list"], 64), (["unit", "lits"], 64), (["unit", "list", "--frobnicate"], 64),
      (["unit", "list", "--format", "xml"], 64), (["unit", "list", "--on", "2026-02-30"], 64),
      (["unit", "resolve"], 64), (["unit", "list", "--lang", "fr"], 64),
      (["journal", "list", "--limit", "-3"], 64), (["init", "--share", "nowhere"], 64),
    ] as [([String], Int32)])
  func `exit codes: 0 done, 1 failed, 64 not understood`(arguments: [String], code: Int32)
    async throws
  {
    let outcome = await (try Bench.founded()).run(arguments)
    #expect(outcome.code == code, "\(outcome)")
    #expect(outcome.stdout.isEmpty == (code != 0), "data on stdout, talk on stderr: \(outcome)")
    #expect(code == 0 || !outcome.stderr.isEmpty)
  }

  @Test func `errors begin with a word of the language`() async throws {
    let bench = try Bench.founded()
    let vi = await bench.run("unit", "resolve", "Xyz", language: "vi")
    let en = await bench.run("unit", "resolve", "Xyz", language: "en")
    #expect(vi.stderr.hasPrefix("Lỗi: "))
    #expect(en.stderr.hasPrefix("Error: "))
  }

  @Test func `the option goes before LANTOA_LANG, the register's setting and the locale`()
    async throws
  {
    var bench = try Bench(language: nil)
    try bench.found("vi.db") { try $0.set(.language, to: "vi") }
    try bench.found("silent.db")
    bench.environment["LANG"] = "en_US.UTF-8"
    func isVietnamese(_ arguments: String..., environment: [String: String] = [:]) async -> Bool {
      var bench = bench
      bench.environment.merge(environment) { _, last in last }
      return await bench.run(["unit", "list"] + arguments).stdout.contains("xã, phường ngày")
    }

    #expect(await isVietnamese("--db", "vi.db"))
    #expect(await isVietnamese("--db=vi.db"))
    #expect(await isVietnamese(environment: ["LANTOA_DB": "vi.db"]))
    #expect(await !isVietnamese("--db", "silent.db"))
    #expect(await isVietnamese("--db", "silent.db", environment: ["LANG": "vi_VN.UTF-8"]))
    #expect(
      await !isVietnamese(
        "--db", "silent.db", environment: ["LANG": "vi_VN.UTF-8", "LC_ALL": "en_GB.UTF-8"]))
    #expect(await !isVietnamese("--db", "vi.db", environment: ["LANTOA_LANG": "en"]))
    #expect(await isVietnamese("--db", "silent.db", environment: ["LANTOA_LANG": "vi"]))
    #expect(await !isVietnamese("--db", "vi.db", "--lang", "en"))
    #expect(
      await isVietnamese("--db", "silent.db", "--lang=vi", environment: ["LANTOA_LANG": "en"]))
  }

  @Test func `the option goes before LANTOA_DB, the nearest register and the data folder`()
    async throws
  {
    var bench = try Bench()
    for folder in ["near/village/hall", "data/lantoa", "option", "environment"] {
      try bench.makeFolder(folder)
    }
    for name in [
      "option/a.db", "environment/b.db", "near/lantoa.db", "near/village/lantoa.db",
      "data/lantoa/lantoa.db",
    ] {
      try bench.found(name)
    }
    func opened(_ arguments: String..., in bench: Bench) async throws -> String {
      let doctor = await bench.run(["doctor", "--format", "json"] + arguments)
      let path = try #require(ParsedJSON(doctor.stdout)?["path"].string, "\(doctor)")
      return String(path.dropFirst(bench.scratch.path.count + 1))
    }

    bench.environment["XDG_DATA_HOME"] = bench.scratch.path("data")
    bench.folder = "option"
    #expect(try await opened(in: bench) == "data/lantoa/lantoa.db")
    bench.folder = "near/village/hall"
    #expect(try await opened(in: bench) == "near/village/lantoa.db")
    bench.folder = "near"
    #expect(try await opened(in: bench) == "near/lantoa.db")
    bench.environment["LANTOA_DB"] = "../environment/b.db"
    #expect(try await opened(in: bench) == "environment/b.db")
    #expect(
      try await opened("--db", bench.scratch.path("option/a.db"), in: bench) == "option/a.db")
    bench.environment["LANTOA_DB"] = ""
    #expect(try await opened(in: bench) == "near/lantoa.db")
  }

  @Test(arguments: [
    ["doctor"], ["backup", "b.db"], ["restore", "lantoa.db"], ["init"], ["site", "check"],
  ])
  func `an empty --db is refused, for it would mean another register`(verb: [String]) async throws {
    var bench = try Bench.founded()
    bench.environment["LANTOA_DB"] = "lantoa.db"
    for (option, words) in [(["--db", ""], "--db is empty"), (["--db="], "'--db <file>'")] {
      for arguments in [verb + option, option + verb] {
        let refused = await bench.run(arguments)
        #expect(refused.code == 64, "\(arguments): \(refused)")
        #expect(refused.stderr.contains(words), "\(arguments): \(refused)")
      }
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.scratch.path) == ["lantoa.db"])
  }

  @Test func `LANTOA_NOW is heeded in test registers only`() async throws {
    var bench = try Bench()
    let test = await bench.run("init", "--test", "--db", "test.db")
    let real = await bench.run("init", "--db", "real.db")
    #expect(test.code == 0 && real.code == 0)
    bench.environment["LANTOA_NOW"] = "2026-11-25"
    func today(_ name: String) async throws -> ParsedJSON {
      let doctor = await bench.run("doctor", "--db", name, "--format", "json")
      return try #require(ParsedJSON(doctor.stdout), "\(doctor)")["today"]
    }
    #expect(try await today("test.db") == "2026-11-25")
    // The workspace's own clock.
    #expect(try await today("real.db") == "2026-11-23")
    let list = await bench.run("unit", "list", "--db", "real.db")
    #expect(!list.stdout.contains("TEST REGISTER"))
    bench.environment["LANTOA_NOW"] = "some day"
    let unreadable = await bench.run("doctor", "--db", "test.db")
    #expect(unreadable.code == 64)
    #expect(unreadable.stderr.contains("LANTOA_NOW “some day”"))
    #expect(await bench.run("doctor", "--db", "real.db").code == 0)
  }

  @Test func `who records is --as, else LANTOA_AS, else whoever the register remembers`()
    async throws
  {
    var bench = try Bench.founded()
    func form(_ name: String, _ arguments: String...) async throws -> String? {
      let formed = await bench.run(
        ["team", "form", "--unit", "101", "--name", name, "--since", "2026-01-01"] + arguments)
      try #require(formed.code == 0, "\(formed)")
      let journal = await bench.run("journal", "list", "--kind", "team.formed", "--limit", "1")
      return journal.stdout.split(separator: "\n").last?.components(separatedBy: "  ").last
    }
    #expect(try await form("Tổ 1") == "Trần Thị Kiểm")
    #expect(try await form("Tổ 2", "--as", "Lê Văn Hai") == "Lê Văn Hai")
    bench.environment["LANTOA_AS"] = "Võ Thị Ba"
    #expect(try await form("Tổ 3") == "Võ Thị Ba")
    #expect(try await form("Tổ 4", "--as", "Lê Văn Hai") == "Lê Văn Hai")
    let actors = await bench.run(
      "journal", "list", "--kind", "actor.named", "--format", "json", "--limit", "100")
    #expect(ParsedJSON(actors.stdout)?.elements.count == 3, "nobody is introduced twice")
  }

  @Test func `quiet leaves references and data only`() async throws {
    let bench = try Bench.founded()
    let team = await bench.run(
      "team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01", "--quiet")
    #expect(team.code == 0)
    #expect(team.stderr == "")
    #expect(team.stdout.count == 10, "a reference and its line break")
  }

  @Test func `invented data say so even where the records cannot, and nobody wants talk`()
    async throws
  {
    let bench = try Bench.founded()
    let journal = await bench.run("journal", "list", "--format", "json", "--quiet")
    #expect(journal.stderr.contains("TEST REGISTER"), "an envelope has no key for it")
    let teams = await bench.run("team", "list", "--format", "json", "--quiet")
    #expect(teams.stderr == "", "each record says it")
  }
}

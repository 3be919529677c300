import Domain
import Foundation
import TestSupport
import Testing

/// What a refusal says to do next can be done, and leads on.
@Suite struct NextStepTests {
  private func registered(_ name: String, in bench: Bench) async throws -> String {
    let outcome = await bench.run(
      "learner", "register", "--name", name, "--birth-year", "1961", "--consent", "paper", "-q")
    try #require(outcome.code == 0, "\(outcome)")
    return outcome.stdout.trimmingCharacters(in: .newlines)
  }

  /// What stands behind the last `lantoa ` of a message, as arguments.
  private func step(in message: String) -> [String] {
    let command = message.components(separatedBy: "lantoa ").last ?? ""
    return command.trimmingCharacters(in: .newlines).split(separator: "\"")
      .enumerated().flatMap { position, part in
        position.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
      }
  }

  @Test func `a correction that changes nothing shows the person, not a session`() async throws {
    let bench = try Bench.founded()
    let person = try await registered("Hồ Thị Lê", in: bench)
    for correction in [
      ["change", person, "--birth-year", "1961"], ["died", person, "--retract"],
    ] {
      let outcome = await bench.run(["learner"] + correction)
      #expect(outcome.code == 1, "\(outcome)")
      #expect(step(in: outcome.stderr) == ["learner", "show", person], "\(outcome)")
    }
    let shown = await bench.run("learner", "show", person)
    #expect(shown.stdout.contains("Hồ Thị Lê"))
  }

  @Test func `two references to one record are told so, and how to find the other`() async throws {
    let bench = try Bench.founded()
    let person = try await registered("Hồ Thị Lê", in: bench)
    for verb in [["link"], ["distinct"], ["unlink", "--yes"]] {
      let outcome = await bench.run(["learner"] + verb + [person, person])
      #expect(outcome.code == 1)
      #expect(outcome.stderr.contains("one record"), "\(outcome)")
      #expect(step(in: outcome.stderr) == ["learner", "find", "Hồ Thị Lê"], "\(outcome)")
    }
    let other = try await registered("Ngô Thị Ba", in: bench)
    let apart = await bench.run("learner", "unlink", person, other, "--yes")
    #expect(step(in: apart.stderr) == ["learner", "show", person], "\(apart)")
    #expect(await bench.run("learner", "link", person, other).code == 0)
    let again = await bench.run("learner", "link", person, other)
    #expect(again.code == 1)
    let unlinked = await bench.run(step(in: again.stderr) + ["--yes"])
    #expect(unlinked.code == 0, "\(again) \(unlinked)")
  }

  @Test func `a day before the first units says so, with a day or a code that works`() async throws
  {
    let bench = try Bench.founded()
    let outcome = await bench.run("unit", "resolve", "101", "--on", "2024-05-01")
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("Choose a day from 2025-01-01 on"), "\(outcome)")
    #expect(!outcome.stderr.contains("unit list"), "\(outcome)")
    let codes = outcome.stderr.split { " ,\n".contains($0) }.filter { $0.contains("@") }
      .map { $0.trimmingCharacters(in: ["."]) }
    #expect(Set(codes) == ["101@2025-01-01", "101@2025-07-01"])
    for code in codes {
      let resolved = await bench.run("unit", "resolve", code, "--on", "2024-05-01")
      #expect(resolved.code == 0, "\(code): \(resolved)")
    }
  }

  @Test func `a register whose check fails is brought back, not checked again`() async throws {
    let bench = try Bench.founded()
    let path = bench.scratch.path("lantoa.db")
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    let size = try file.seekToEnd()
    for offset in stride(from: UInt64(4096), to: size, by: 8192) {
      try file.seek(toOffset: offset)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    }
    try file.close()
    for verb in ["verify", "rebuild"] {
      for language in ["vi", "en"] {
        let outcome = await bench.run("journal", verb, language: language)
        #expect(outcome.code == 1)
        #expect(outcome.stderr.contains("lantoa restore "), "\(outcome)")
        #expect(!outcome.stderr.contains("lantoa journal verify"), "\(outcome)")
      }
    }
  }

  @Test func `an event that was changed is named by its row, and not printed`() async throws {
    let bench = try Bench.founded()
    let damage = try await LantoaProcess(scratch: bench.scratch).sqlite(
      """
      UPDATE event SET envelope = replace(envelope, 'zalo', 'zala')
      WHERE key = (SELECT min(key) FROM event WHERE envelope LIKE '%zalo%')
      """)
    try #require(damage.code == 0, "\(damage)")
    let json = await bench.run("journal", "verify", "--format", "json")
    let row = try #require(ParsedJSON(json.stdout)?["faults"].elements.first?["row"].int)
    for language in ["vi", "en"] {
      let outcome = await bench.run("journal", "rebuild", language: language)
      #expect(outcome.code == 1)
      #expect(outcome.stderr.contains(" \(row) "), "\(outcome)")
      #expect(!outcome.stderr.contains("{"), "\(outcome)")
      #expect(step(in: outcome.stderr) == ["journal", "verify"], "\(outcome)")
    }
    let verified = await bench.run("journal", "verify")
    #expect(verified.code == 1 && verified.stdout.contains("lantoa restore "), "\(verified)")
  }

  @Test(arguments: [
    ("DELETE FROM event WHERE key = 5", "2 faults"),
    (
      "UPDATE event SET personal = replace(personal, 'Trần', 'Tran') WHERE personal IS NOT NULL",
      "1 fault,"
    ),
  ])
  func `tables are not rebuilt from a journal that is not whole`(damage: String, count: String)
    async throws
  {
    let bench = try Bench.founded()
    let sqlite = try LantoaProcess(scratch: bench.scratch)
    let done = try await sqlite.sqlite("PRAGMA foreign_keys = OFF; \(damage)")
    try #require(done.code == 0, "\(done)")
    let before = try await sqlite.sqlite(".sha3sum")

    let outcome = await bench.run("journal", "rebuild")
    #expect(outcome.code == 1 && outcome.stdout == "", "\(outcome)")
    #expect(outcome.stderr.contains("Error: the journal has \(count)"), "\(outcome)")
    #expect(outcome.stderr.contains("lantoa restore BACKUP"), "\(outcome)")
    #expect(step(in: outcome.stderr) == ["journal", "verify"], "\(outcome)")
    let vi = await bench.run("journal", "rebuild", language: "vi")
    #expect(vi.code == 1 && vi.stderr.contains("\(count.prefix(1)) lỗi"), "\(vi)")
    #expect(try await sqlite.sqlite(".sha3sum").stdout == before.stdout)
  }

  @Test func `a completion that is recorded already changes nothing`() async throws {
    let bench = try Bench.founded()
    let person = try await registered("Hồ Thị Lê", in: bench)
    let record = [
      "completion", "record", "--learner", person, "--course", "zalo", "--date", "2026-11-22",
    ]
    let once = await bench.run(record)
    #expect(once.code == 0, "\(once)")
    let twice = await bench.run(record + ["--basis", "tested"])
    #expect(twice.code == 1 && twice.stderr.contains("Nothing to change"), "\(twice)")
    #expect(step(in: twice.stderr) == ["learner", "show", person], "\(twice)")
    #expect((await bench.run(record + ["--result", "passed"])).code == 0)
    #expect((await bench.run(record.dropLast() + ["2026-11-21"])).code == 0)

    let reference = once.stdout.trimmingCharacters(in: .newlines)
    let void = await bench.run("completion", "void", reference, "--reason", "wrong-date")
    #expect(void.code == 0, "\(void)")
    #expect((await bench.run(record)).code == 0, "a void one does not stand in the way")
  }

  @Test func `what is recorded twice in a session is told by what there is`() async throws {
    let bench = try Bench.founded()
    let person = try await registered("Hồ Thị Lê", in: bench)
    await bench.run("team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    let visit = ["session", "log", "--team", "Tổ 1", "--form", "home", "--unnamed", "1"]
    let twice = await bench.run(visit + ["--attendee", person, "--attendee", person])
    #expect(twice.code == 1 && twice.stderr.contains("Take one of the two out"), "\(twice)")
    #expect(!twice.stderr.contains("row"), "\(twice)")

    let session = (await bench.run(visit)).stdout.trimmingCharacters(in: .newlines)
    let again = await bench.run(visit)
    #expect(again.stderr.contains("of the same day and form already: \(session)"), "\(again)")
    let vi = await bench.run(visit, language: "vi")
    #expect(vi.stderr.contains("cùng ngày, cùng hình thức"), "\(vi)")

    let absent = await bench.run("session", "mark", session, person, "--absent")
    #expect(step(in: absent.stderr) == ["session", "show", session], "\(absent)")
  }

  @Test func `a clock that nobody can trust is refused, and a trusted one is no record`()
    async throws
  {
    var bench = try Bench.founded()
    bench.environment["LANTOA_NOW"] = "0001-01-01"
    let impossible = await bench.run("doctor", "--clock-is-right")
    #expect(impossible.code == 1)
    #expect(impossible.stderr.contains("0001-01-01, which cannot be right"), "\(impossible)")

    bench.environment["LANTOA_NOW"] = "2025-06-01"
    #expect(await bench.run("doctor", "--clock-is-right").code == 0)
    bench.environment["LANTOA_NOW"] = "2026-11-23"
    let register = ["learner", "register", "--name", "Hồ Thị Lê", "--consent", "paper"]
    let ahead = await bench.run(register)
    #expect(ahead.code == 1)
    #expect(ahead.stderr.contains("last trusted (2025-06-01)"), "\(ahead)")
    #expect(!ahead.stderr.contains("newest record"), "\(ahead)")
    #expect(await bench.run("doctor", "--clock-is-right").code == 0)
    #expect(await bench.run(register).code == 0)
  }
}

import Foundation
import TestSupport
import Testing

/// Whoever keeps a register safe is killed at it.
extension InterruptionTests {
  @Test func `killed backups leave a whole one, and nothing half that is taken for one`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    let shelf = lantoa.scratch.path("usb")
    try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
    func names() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: shelf))
    }
    let backup = ["backup", "usb", "--keep", "2"]
    var usual = try await usualTime(of: backup, in: lantoa)
    var killed = 0
    for _ in 0..<8 * Torture.times(100) where killed < Torture.times(100) {
      if try await isKilled(lantoa, backup, within: usual) {
        killed += 1
      } else {
        usual = usual * 0.7
      }
      let left = try names()
      let whole = left.filter { $0.hasSuffix(".db") && left.contains($0 + ".manifest.json") }
      #expect(!whole.isEmpty, "\(left)")
    }
    #expect(killed == Torture.times(100))
    for (number, name) in try names().filter({ $0.hasSuffix(".db") }).enumerated() {
      let register = "restored-\(number).db"
      try await lantoa.must("restore", "usb/\(name)", "--db", register)
      let shown = try await lantoa.json("learner", "show", person, "--db", register)
      #expect(shown["name"] == "Trần Mộng Xuyến")
    }
    try await lantoa.must("backup", "usb", "--keep", "2")
    #expect(try names().filter { $0.contains(".new-") } == [])
    try await lantoa.must("journal", "verify")
  }

  @Test func `a killed erasure has erased everything or nothing, and no count changes`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    let wanted = Torture.times(100)
    try lantoa.scratch.write(
      "person,name,birth_year,sex,unit\n"
        + (0...2 * wanted).map { "new,Trần Mộng Xuyến\(1000 + $0),1960,f,Kim Long\n" }.joined(),
      to: "people.csv")
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--result", "completed",
      "--attendees", "people.csv")
    let before = try await lantoa.json("coverage", "report")
    try #require(before["total"]["count"].int == 2 * wanted + 1)
    var people = try await lantoa.json("learner", "find", "tran mong", "--limit", "1000").elements
      .map { (ref: try #require($0["ref"].string), name: try #require($0["name"].string)) }
    let first = people.removeLast()
    var usual = try await usualTime(of: ["learner", "erase", first.ref, "--yes"], in: lantoa)
    var killed = 0
    while killed < wanted, let (person, name) = people.popLast() {
      if try await isKilled(lantoa, ["learner", "erase", person, "--yes"], within: usual) {
        killed += 1
      } else {
        usual = usual * 0.7
      }
      let shown = try await lantoa.json("learner", "show", person)
      if shown["erased"] == true {
        #expect(shown["name"] == .null)
        #expect(try files(of: lantoa, holding: String(name.suffix(9))) == [], "\(name)")
        #expect(
          try lantoa.scratch.names.filter { $0.contains(".new-") || $0.hasSuffix("-journal") } == []
        )
      } else {
        #expect(shown["name"].string == name && shown["birthYear"] == 1960)
      }
      #expect(try await lantoa.json("coverage", "report") == before)
    }
    #expect(killed == wanted)
    try await lantoa.must("journal", "verify")
  }

  /// Starts a command and kills it at some time in the course of it; false where it was done before.
  private func isKilled(
    _ lantoa: LantoaProcess, _ arguments: [String], within usual: Duration
  ) async throws -> Bool {
    let process = try lantoa.start(arguments)
    try await Task.sleep(for: usual * Double.random(in: 0...1.1))
    process.kill()
    return try await process.outcome().wasKilled
  }

  private func usualTime(of arguments: [String], in lantoa: LantoaProcess) async throws -> Duration
  {
    let start = ContinuousClock.now
    let outcome = try await lantoa.run(arguments)
    try #require(outcome.code == 0, "\(outcome)")
    return ContinuousClock.now - start
  }

  /// The register and what lies beside it, where a name stands as it is written or as it is searched for.
  private func files(of lantoa: LantoaProcess, holding name: String) throws -> [String] {
    let words = [name, name.replacing("ế", with: "e").lowercased()]
    return try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path)
      .filter { $0.hasPrefix("lantoa.db") }
      .filter { file in
        let bytes = FileManager.default.contents(atPath: lantoa.scratch.path(file)) ?? Data()
        return words.contains { bytes.range(of: Data($0.utf8)) != nil }
      }
  }
}

import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// Files with payloads for names.
@Suite struct FileNameInjectionTests {
  /// The payloads that can stand in the name of a file, several to a name.
  private static let names: [String] = {
    var names: [String] = []
    var name = ""
    for payload in Payload.all where !payload.text.utf8.contains(where: { $0 == UInt8(ascii: "/") }) {
      let longer = name + payload.text
      guard longer.utf8.count > 200 else {
        name = longer
        continue
      }
      if !name.isEmpty { names.append(name) }
      name = payload.text.utf8.count > 200 ? "" : payload.text
    }
    return (names + [name]).filter { !$0.isEmpty }
  }()

  @Test func `a list is called by its file's name, whatever that is`() async throws {
    let bench = try Bench.founded()
    for (number, name) in Self.names.enumerated() {
      try bench.scratch.write("name,sex\nLan \(number),f\nLê,\u{1B}[2J\n", to: "\(name).csv")
      let outcome = await bench.run("learner", "import", "--", "\(name).csv")
      expectHarmless(outcome, name.spelledOut)
      #expect(outcome.code == 1, "\(outcome.stderr)")
      #expect(bench.scratch.has("\(name).csv.errors.csv"), "\(name.spelledOut)")
    }
    let list = await bench.run("import", "list", "--format", "json")
    let sources = ParsedJSON(list.stdout)?.texts(under: ["source"]) ?? []
    #expect(sources.count == Self.names.count)
    expectAll(Self.names.map { "\($0).csv" }, in: sources)
    for format in ["table", "csv"] {
      let list = await bench.run("import", "list", "--format", format)
      if format == "table" { expectHarmless(list) }
      #expect(format == "table" || Shown.formulas(list.stdout) == [])
    }
  }

  @Test func `results and backups go where they are told, and the manifest names the file`()
    async throws
  {
    let bench = try Bench.founded()
    for name in Self.names {
      let list = await bench.run("unit", "list", "--format=csv", "--output=\(name)")
      expectHarmless(list, name.spelledOut)
      #expect(list.code == 0 && bench.scratch.has(name), "\(name.spelledOut)")
    }
    for name in Self.names.prefix(8) {
      for format in ["table", "json"] {
        let file = "\(name).\(format)"
        let backup = await bench.run("backup", "--format=\(format)", "--", file)
        expectHarmless(backup, name.spelledOut)
        #expect(backup.code == 0, "\(backup.stderr)")
        let manifest = ParsedJSON(try bench.scratch.read("\(file).manifest.json"))
        #expect(manifest?["file"].string?.bytes == file.bytes)
      }
      let restored = await bench.run("restore", "--db=\(name).new", "--", "\(name).table")
      expectHarmless(restored, name.spelledOut)
      #expect(restored.code == 0, "\(restored.stderr)")
      let doctor = await bench.run("doctor", "--db=\(name).new")
      expectHarmless(doctor, name.spelledOut)
      #expect(doctor.code == 0)
      let again = await bench.run("restore", "--db=\(name).new", "--", "\(name).table")
      expectHarmless(again, name.spelledOut)
      expectRefusal(again, name.spelledOut)
    }
  }

  @Test func `a file that is not there is named as words`() async throws {
    let bench = try Bench.founded()
    for name in Self.names + [Self.names.joined()] {
      for words in [
        ["unit", "list", "--db=\(name)"], ["learner", "import", "--", name],
        ["session", "log", "--team=x", "--attendees=\(name)"], ["restore", "--db=new.db", "--", name],
        ["restore", "--db=new.db", "--erased=\(name)", "x.db"],
        ["unit", "list", "--output=\(name)/x"],
        ["init", "--test", "--db=new.db", "--places=\(name)"],
        ["init", "--test", "--db=new.db", "--share=\(name)"],
      ] {
        let outcome = await bench.run(words)
        expectHarmless(outcome, "\(words[0]): \(name.spelledOut)")
        expectRefusal(outcome, "\(words[0]): \(name.spelledOut)")
      }
    }
  }
}

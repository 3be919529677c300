@testable import Commands
import TestSupport
import Testing

/// Help is written for both readers: every command, option and argument says what it is for.
@Suite struct HelpTests {
  /// ArgumentParser's own words, which it has in English only.
  private static let parserWords: Set = [
    "Show the version.", "Show help information.", "Show subcommand help information.",
  ]

  /// One line of help: where it stands, and what it says.
  private struct Line: Hashable {
    let place: String
    let text: String
  }

  private func lines(language: String) async throws -> [Line] {
    let dump = try await Bench(language: language).run("--experimental-dump-help")
    try #require(dump.code == 0)
    let root = try #require(ParsedJSON(dump.stdout))["command"]
    return lines(of: root, path: "lantoa")
  }

  private func lines(of command: ParsedJSON, path: String) -> [Line] {
    var lines = [Line(place: path, text: command["abstract"].string ?? "")]
    for argument in command["arguments"].elements {
      let name = argument["preferredName"]["name"].string ?? argument["valueName"].string ?? "?"
      lines.append(Line(place: "\(path) \(name)", text: argument["abstract"].string ?? ""))
    }
    // The parser's own command `help` repeats what `--help` says.
    for verb in command["subcommands"].elements where verb["commandName"] != "help" {
      lines += self.lines(of: verb, path: "\(path) \(verb["commandName"].string ?? "?")")
    }
    return lines
  }

  @Test func `every abstract is there in both languages, and differs`() async throws {
    let vi = try await lines(language: "vi")
    let en = try await lines(language: "en")

    #expect(vi.map(\.place) == en.map(\.place))
    #expect(en.count > 200)
    for (vi, en) in zip(vi, en) where !Self.parserWords.contains(en.text) {
      #expect(!vi.text.isEmpty && !en.text.isEmpty, "\(en.place)")
      #expect(vi.text != en.text, "\(en.place)")
      #expect(en.text.hasSuffix(".") && vi.text.hasSuffix("."), "\(en.place): \(vi), \(en)")
    }
  }

  @Test func `every command has help of its own, with an example in each that does something`()
    async throws
  {
    let commands = try await lines(language: "en").map(\.place)
    let verbs = Set(commands).filter { place in
      let words = place.split(separator: " ")
      return words.count <= 3 && commands.contains("\(place) help")
        && !commands.contains { $0.hasPrefix(place + " ") && commands.contains("\($0) help") }
    }
    #expect(verbs.count > 30)
    for verb in verbs.sorted() {
      for language in ["vi", "en"] {
        let words = verb.split(separator: " ").dropFirst().map(String.init)
        let help = try await Bench(language: language).run(words + ["--help"])
        #expect(help.code == 0)
        #expect(help.stderr == "")
        #expect(help.stdout.contains("USAGE: \(verb)"), "\(verb)")
        #expect(help.stdout.contains(language == "vi" ? "Ví dụ:" : "Examples:"), "\(verb)")
        let examples = help.stdout.replacing("\n", with: " ")
        #expect(examples.contains(" \(verb)"), "\(verb)")
      }
    }
  }

  @Test(arguments: ["en", "vi"])
  func `every example can be copied as it stands, the first ones too`(language: String) async throws
  {
    let bench = try Bench(language: language)
    let commands = try await lines(language: "en").map(\.place)
    var examples = 0
    for place in Set(commands) where commands.contains("\(place) help") {
      let words = place.split(separator: " ").dropFirst().map(String.init)
      let help = await bench.run(words + ["--help"]).stdout.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in help.enumerated() where line.hasPrefix("  lantoa ") {
        examples += 1
        #expect(line.count <= 80, "\(place): \(line)")
        // What is not the end of a command says that it goes on, and only then does it.
        var line = line
        var number = number
        while line.hasSuffix("\\") {
          number += 1
          line = help[number]
          #expect(line.hasPrefix("    ") && line.count <= 80, "\(place): \(line)")
        }
        let next = number + 1 < help.count ? help[number + 1] : ""
        #expect(next.isEmpty || next.hasPrefix("  lantoa "), "\(place): \(next)")
      }
    }
    #expect(examples > 40)
  }

  @Test func `help says where a register lies, what is not counted, and what a list is called`()
    async throws
  {
    let bench = try Bench()
    for (language, words) in [("vi", "mặc định là tên tệp"), ("en", "by default the file's name")] {
      let list = await bench.run("unit", "list", "--help", language: language)
      let unfolded = list.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(unfolded.contains("$XDG_DATA_HOME/lantoa"), "\(list)")
      #expect(unfolded.contains("~/.local/share/lantoa"), "\(list)")
      let imported = await bench.run("learner", "import", "--help", language: language)
      #expect(
        imported.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          .contains(words), "\(imported)")
    }
    let report = await bench.run("coverage", "report", "--help", language: "vi")
    #expect(
      report.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("khách và buổi tuyên truyền không tính"), "\(report)")
  }

  @Test func `the command line of the contract is there`() async throws {
    let places = Set(try await lines(language: "en").map(\.place))
    let promised = [
      "init", "unit list", "unit resolve", "population list", "population use", "team form",
      "team list", "learner register", "learner find", "session log", "session change",
      "session mark", "session void", "session unvoid", "completion record", "course list",
      "measure list", "target set", "target list", "coverage report", "journal list",
      "journal verify", "journal rebuild", "doctor",
    ]
    for command in promised { #expect(places.contains("lantoa \(command)"), "\(command)") }
    for place in places where place.hasSuffix(" list") || place.hasSuffix(" report") {
      #expect(places.contains("\(place) format"), "\(place)")
      #expect(places.contains("\(place) output"), "\(place)")
    }
  }
}

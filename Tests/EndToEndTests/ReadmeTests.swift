import Foundation
import TestSupport
import Testing

/// The README's commands, read off the page and run as they stand there.
@Suite struct ReadmeTests {
  /// The fenced blocks of a section, one after the other.
  private func script(ofSection title: String) throws -> String {
    let page = try String(contentsOfFile: LantoaProcess.checkout + "/README.md", encoding: .utf8)
    let section = try #require(
      page.components(separatedBy: "\n## ").first { $0.hasPrefix(title + "\n") })
    let blocks = section.components(separatedBy: "\n```\n")
    #expect(blocks.count > 2 && !blocks.count.isMultiple(of: 2), "an open fence in \(title)")
    return stride(from: 1, to: blocks.count, by: 2).map { blocks[$0] }.joined(separator: "\n")
  }

  /// Runs a script in a folder that has `folders` of the checkout, with lantoa on its path.
  private func run(
    _ script: String, with folders: [String] = []
  ) async throws -> (lantoa: LantoaProcess, outcome: LantoaProcess.Outcome) {
    var lantoa = try LantoaProcess()
    lantoa.environment["PATH"] =
      (LantoaProcess.program as NSString).deletingLastPathComponent + ":/usr/bin:/bin"
    for folder in folders {
      try FileManager.default.createSymbolicLink(
        atPath: lantoa.scratch.path(folder),
        withDestinationPath: "\(LantoaProcess.checkout)/\(folder)")
    }
    let outcome = try await lantoa.start(
      program: "/usr/bin/bash", ["-e", "-u", "-o", "pipefail", "-c", script]
    ).outcome()
    #expect(outcome.code == 0 && !outcome.wasKilled, "\(outcome)")
    return (lantoa, outcome)
  }

  @Test func `a register of your own, command by command`() async throws {
    let script = try script(ofSection: "A register of your own")
    let commands = script.components(separatedBy: "\n").filter { $0.contains("lantoa ") }
    #expect(commands.count > 25)

    // The page is read in the checkout; here stands what it names of that.
    var (lantoa, outcome) = try await run(script, with: ["content", "docs"])
    #expect(!outcome.stderr.contains("Error"), "\(outcome.stderr)")
    // What the page promises of its commands, and of the file it leaves behind.
    #expect(
      mentions(
        outcome.stdout,
        [
          "Former 19753 Phường Thuận Lộc", "Hồ Thị Lê (1961)", "4 by name",
          "all sound",
        ]), "\(outcome.stdout)")
    lantoa.environment["LANTOA_DB"] = "try.db"
    #expect(try await inUse(lantoa) == "sapnhap-2025-corrected")
    let report = try #require(ParsedJSON(try lantoa.scratch.read("report.json")))
    #expect(report["asOf"] == "2026-11-30")
    // Completed: one of the list, and whoever was marked so; passed: one of the list, one completion.
    // Two more came with the lists.
    #expect(report["total"]["count"] == 5, "\(report["total"])")
    let session = try #require(try await lantoa.json("session", "list").elements.first)
    #expect(session["minutes"] == 75 && session["void"] == false)
    #expect(session["marks"].elements.count == 5)
  }

  @Test func `courses and their site, command by command`() async throws {
    let script = try script(ofSection: "Courses and their site")
    let (lantoa, outcome) = try await run(script)
    #expect(mentions(outcome.stdout + outcome.stderr, ["lantoa site todo", "public/index.html"]))
    for page in [
      "index.html", "vi/safe-online/otp-never-share/index.html", "en/glossary/index.html",
    ] {
      #expect(lantoa.scratch.has("public/\(page)"), "\(page)")
    }
  }

  @Test func `writing a lesson, command by command`() async throws {
    let page = try String(
      contentsOfFile: LantoaProcess.checkout + "/docs/authors.md", encoding: .utf8)
    // Blocks in another language than the shell's say which.
    let blocks = page.components(separatedBy: "\n```")
    let script = stride(from: 1, to: blocks.count, by: 2).map { blocks[$0] }
      .filter { $0.hasPrefix("\n") }.joined()
    let (lantoa, outcome) = try await run(script, with: ["content", "courses"])
    #expect(
      mentions(
        outcome.stdout + outcome.stderr,
        [
          "told, as it should be", "+- Mở máy", "1 × pasted-from-word", "kiem-tra.html",
          "try-site/index.html", "Version 2 is published", "Readers now see version 1",
        ]), "\(outcome)")
    #expect(!lantoa.scratch.has("try"))
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md"])
  func `every file and folder that a page names is there`(page: String) throws {
    let text = try String(contentsOfFile: "\(LantoaProcess.checkout)/\(page)", encoding: .utf8)
    let folders = ["Sources/", "Tests/", "docs/", "content/", "scripts/"]
    let named = text.split { "`()\n ".contains($0) }.map(String.init).filter { word in
      folders.contains { word.hasPrefix($0) } && !word.contains("<")
    }.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ",;:.")) }
    #expect(named.count >= 8, "\(named)")
    for path in named {
      let isThere = [path, path + ".swift"].contains {
        FileManager.default.fileExists(atPath: "\(LantoaProcess.checkout)/\($0)")
      }
      #expect(isThere, "\(path)")
    }
  }

  @Test func `every promise names suites that are there, none of them a folder of many`() throws {
    let page = try String(contentsOfFile: LantoaProcess.checkout + "/README.md", encoding: .utf8)
    let rows = page.components(separatedBy: "\n").drop { $0 != "| promise | test |" }
      .dropFirst(2).prefix { $0.hasPrefix("| ") }
    #expect(rows.count > 10)
    let broad = ["Storage", "EndToEnd", "Site", "Commands", "Courseware", "Browser"]
      .map { "Tests/\($0)Tests" }
    for row in rows {
      let parts = (row.components(separatedBy: " | ").last ?? "").components(separatedBy: "`")
      let named = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
        .filter { !$0.hasPrefix("make ") }
      #expect(!named.isEmpty, "\(row)")
      var folder = ""
      for name in named {
        // A suite alone lies in the folder of the one before it.
        let path = name.hasPrefix("Tests/") ? name : "\(folder)/\(name)"
        folder = (path as NSString).deletingLastPathComponent
        let isThere = [path, path + ".swift"].contains {
          FileManager.default.fileExists(atPath: "\(LantoaProcess.checkout)/\($0)")
        }
        #expect(isThere && !broad.contains(path), "\(path)")
      }
    }
  }

  @Test func `one file holds one command, and is named for it`() throws {
    let folder = LantoaProcess.checkout + "/Sources/Commands"
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    var verbs = 0
    for case let path as String in files where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      let structs = text.components(separatedBy: "\nstruct ").dropFirst().compactMap { part in
        part.prefix { $0 != "{" }.contains(": Verb ") ? String(part.prefix { $0 != ":" }) : nil
      }
      guard let verb = structs.first else { continue }
      verbs += 1
      #expect(structs.count == 1, "\(path): \(structs)")
      let name = (path as NSString).lastPathComponent.replacing(".swift", with: "")
      #expect(verb == name || verb == name + "Command", "\(path): \(verb)")
    }
    #expect(verbs > 25)
  }

  private func inUse(_ lantoa: LantoaProcess) async throws -> String? {
    try await lantoa.json("population", "list").elements
      .first { $0["default"] == true }?["series"].string
  }
}

import Foundation
import TestSupport
import Testing

struct SiteTranslatedTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    for folder in ["courses", "content"] {
      try FileManager.default.copyItem(
        atPath: "\(LantoaProcess.checkout)/\(folder)", toPath: bench.scratch.path(folder))
    }
  }

  private func site(_ words: String...) async -> Bench.Outcome {
    await bench.run(["site"] + words + ["--courses", "courses", "--content", "content"])
  }

  private func translated(_ text: String, to language: String = "en") async -> Bench.Outcome {
    await site("translated", text, "--language", language)
  }

  /// What waits, of translations.
  private func stale() async -> [String] {
    let todo = await site("todo", "--format", "csv")
    return todo.stdout.split(separator: "\n").map(String.init)
      .filter { $0.contains("translation-") }
  }

  @Test(arguments: [
    ("safe-online/02", "courses/safe-online/02-otp-never-share"), ("privacy", "content/privacy"),
  ])
  func `a changed original makes its translation wait until somebody has compared them`(
    text: String, stem: String
  ) async throws {
    #expect(await stale().isEmpty)
    let before = try bench.scratch.read("\(stem).en.md")
    try bench.scratch.write(
      try bench.scratch.read("\(stem).vi.md") + "\nThêm một câu.\n", to: "\(stem).vi.md")
    let waiting = await stale()
    #expect(waiting.count == 1 && waiting.first?.contains("\(stem).en.md") == true, "\(waiting)")

    let mended = await site("check", "--fix")
    #expect(mended.code == 0)
    #expect(try bench.scratch.read("\(stem).en.md") == before)

    let outcome = await translated(text)
    #expect(outcome.code == 0 && outcome.stdout == "\(stem).en.md\n", "\(outcome)")
    #expect(await stale().isEmpty)
    let after = try bench.scratch.read("\(stem).en.md")
    let lines = { (text: String) in text.components(separatedBy: "\n") }
    let changed = zip(lines(before), lines(after)).filter { $0 != $1 }
    #expect(lines(before).count == lines(after).count && changed.count == 1)
    #expect(changed.first?.1.hasPrefix("source_rev: ") == true)

    let again = await translated(text)
    #expect(again.code == 0 && again.stdout.isEmpty, "\(again)")
  }

  @Test func `what is no translation, or has an error, is refused`() async throws {
    for (text, language) in [("safe-online/02", "vi"), ("safe-online/09", "en"), ("khac", "en")] {
      let outcome = await translated(text, to: language)
      #expect(outcome.code == 1 && outcome.stderr.contains("“\(text)”"), "\(outcome)")
    }
    let path = "content/privacy.en.md"
    let broken = try bench.scratch.read(path) + "\n[x](khong-co.en.md)\n"
    try bench.scratch.write(broken, to: path)
    let outcome = await translated("privacy")
    #expect(outcome.code == 1 && outcome.stderr.contains("“\(path)” has errors"), "\(outcome)")
    #expect(try bench.scratch.read(path) == broken)
  }
}

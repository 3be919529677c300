@testable import Commands
import Domain
import Foundation
import Intake
import Storage
import Tabular
import TestSupport
import Testing

/// Every refusal has words in both languages: the cause, and what to do next.
@Suite struct MessageTests {
  @Test func `a message with a cause only would be noticed`() {
    #expect(!hasCauseAndStep("The session “7K2M-9QXD” is void already.", Self.steps.en))
    #expect(!hasCauseAndStep("is not a number.", Self.steps.en))
    #expect(!hasCauseAndStep("tệp trống.", Self.steps.vi))
    #expect(!hasCauseAndStep("Không có gì thay đổi: sổ đã ghi đúng như vậy.", Self.steps.vi))
  }

  @Test(arguments: RegisterError.examples)
  func `a register that cannot be used`(error: RegisterError) {
    let message = inBothLanguages { error.message }
    expectSentences(message)
    switch error {
    case .clockAhead, .clockBehind, .clockImpossible, .notDurable: break
    default:
      #expect(message.vi.contains("/home/lan/lantoa.db"))
      #expect(message.en.contains("/home/lan/lantoa.db"))
    }
  }

  @Test(arguments: RecordError.examples)
  func `a fact that cannot be recorded`(error: RecordError) {
    expectSentences(inBothLanguages { error.message })
  }

  @Test(arguments: RecordError.Noun.examples)
  func `a record that is not there`(noun: RecordError.Noun) {
    let words = inBothLanguages { noun.words }
    #expect(words.vi != words.en)
    expectSentences(inBothLanguages { RecordError.unknown(noun, "xyz", similar: []).message })
    expectSentences(inBothLanguages { RecordError.unknown(noun, "xyz", similar: ["xy"]).message })
    expectSentences(
      inBothLanguages { RecordError.ambiguous(noun, "x", among: ["a", "b"]).message })
    expectSentences(inBothLanguages { RecordError.voidRecord(noun, "x").message })
    expectSentences(inBothLanguages { RecordError.alreadyVoid(noun, "x").message })
    expectSentences(inBothLanguages { RecordError.notVoid(noun, "x").message })
  }

  @Test(arguments: PlaceError.examples)
  func `a place that is not one unit`(error: PlaceError) {
    expectSentences(inBothLanguages { error.message })
  }

  @Test func `a place without anything like it, or of a day to come, has a next step too`() {
    let day = Sample.day("2025-05-01")
    let unknown = inBothLanguages { PlaceError.unknown("Xyz", on: day, similar: []).message }
    expectSentences(unknown)
    #expect(unknown.en.contains("lantoa unit list"))
    let notYet = inBothLanguages {
      PlaceError.anotherTime("Sông", on: day, units: [.river], nowIn: nil).message
    }
    expectSentences(notYet)
    #expect(notYet.en.contains("lantoa unit list --on 2025-05-01"))
    #expect(notYet.vi.contains("lantoa unit list --on 2025-05-01"))
  }

  @Test(arguments: FieldProblem.examples)
  func `a field of a file or an option`(problem: FieldProblem) {
    expectSentences(inBothLanguages { problem.message })
    let row = inBothLanguages {
      RowError(line: 7, field: .birthYear, value: "abc", problem: .field(problem))
        .message(under: nil)
    }
    expectSentences(row)
    for (text, column) in [(row.vi, "năm sinh"), (row.en, "birth_year")] {
      #expect(text.contains("7") && text.contains(column))
      #expect(text.contains(problem == .citizenNumber ? "“…abc”" : "“abc”"))
    }
  }

  @Test(arguments: [(ListColumn.consent, "giấy", "paper"), (.form, "tại nhà", "home")])
  func `a word that a column does not know, with those that it does`(
    column: ListColumn, vi: String, en: String
  ) {
    let row = inBothLanguages {
      RowError(line: 7, field: column, value: "abc", problem: .field(.unknownWord))
        .message(under: nil)
    }
    expectSentences(row)
    #expect(row.vi.contains(vi))
    #expect(row.en.contains(en))
  }

  @Test(arguments: CSVProblem.Kind.examples)
  func `a row that cannot be divided into fields`(kind: CSVProblem.Kind) {
    expectSentences(
      inBothLanguages {
        RowError(line: 7, field: nil, value: "", problem: .row(kind)).message(under: nil)
      })
  }

  @Test(arguments: CSVError.examples)
  func `a file that is no CSV`(error: CSVError) {
    expectSentences(inBothLanguages { error.message })
  }

  @Test(arguments: ListFileError.examples)
  func `a file of attendees that cannot be read`(error: ListFileError) {
    expectSentences(inBothLanguages { error.message })
  }

  /// Cells of a table, not sentences: each problem is provoked and read off `journal verify`.
  @Test(arguments: JournalFault.Problem.allCases)
  func `a fault of the journal`(problem: JournalFault.Problem) async throws {
    let bench = try Bench.founded()
    if problem == .personalKept { try await eraseSomebody(at: bench) }
    let damage = try await LantoaProcess(scratch: bench.scratch).sqlite(
      "PRAGMA foreign_keys = OFF; \(problem.damage)")
    try #require(damage.code == 0, "\(damage)")

    let found = await bench.run("journal", "verify", "--format", "json")
    #expect(found.code == 1)
    let json = try #require(ParsedJSON(found.stdout), "\(found)")
    #expect(json["sound"] == false)
    #expect(json.isSorted)
    #expect(json["faults"].elements.map { $0["problem"] }.contains(.text(problem.rawValue)))

    let vi = await bench.run("journal", "verify", language: "vi")
    let en = await bench.run("journal", "verify", language: "en")
    let words = zip(faults(in: vi.stdout), faults(in: en.stdout))
    #expect(words.underestimatedCount == json["faults"].elements.count)
    for (vi, en) in words {
      #expect(!vi.isEmpty && !en.isEmpty && vi != en)
    }
    let step = problem.isLeftBehind ? "lantoa backup" : "lantoa journal rebuild"
    #expect(vi.stdout.contains(step) && en.stdout.contains(step))
    for words in [vi.stdout, en.stdout] where !problem.isMendedByRebuilding {
      #expect(words.contains("lantoa restore"))
    }
  }

  /// Keeps what was said of them in a table beside.
  private func eraseSomebody(at bench: Bench) async throws {
    let person = await bench.run(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--birth-year", "1958", "--sex", "f",
      "--unit", "101", "--consent", "paper")
    try #require(person.code == 0, "\(person)")
    let kept = try await LantoaProcess(scratch: bench.scratch).sqlite(
      "CREATE TABLE kept AS SELECT key AS k, personal AS p, nonce AS n FROM event")
    try #require(kept.code == 0, "\(kept)")
    let erased = await bench.run(
      "learner", "erase", person.stdout.trimmingCharacters(in: .newlines), "--yes")
    try #require(erased.code == 0, "\(erased)")
  }

  /// The first cells of the rows below the rule.
  private func faults(in table: String) -> [String] {
    let lines = table.split(separator: "\n").map(String.init)
    guard let rule = lines.firstIndex(where: { $0.hasPrefix("──") }) else { return [] }
    return lines[(rule + 1)...].prefix { $0.contains("  ") && !$0.contains(". ") }
      .map { $0.components(separatedBy: "  ")[0] }
  }

  /// What asks somebody to do something: a command, an option, or a verb that begins a clause.
  private static let steps = (
    vi: [
      "lantoa ", "--", "hãy", "chọn", "xem", "dùng", "thêm", "sửa", "bỏ", "ghi rõ", "cho phép",
      "chỉnh",
      "cập nhật", "đóng", "xóa", "chép", "gõ lại", "rút ngắn", "tìm", "trong excel", "ý là",
      "hoặc đổi tên", "không ghi gì; xem", "dòng đầu phải có",
    ],
    en: [
      "lantoa ", "--", "choose", "check", "use", "add", "take", "set", "close", "update", "allow",
      "make", "see", "copy", "write", "type", "shorten", "correct", "fill", "save", "mend",
      "remove",
      "look", "in excel", "did you mean", "try", "the first line must",
    ]
  )

  /// Whether `text` first says something and then, in a clause of its own, what to do.
  private func hasCauseAndStep(_ text: String, _ steps: [String]) -> Bool {
    let clauses = text.lowercased().split { ".;:,?\n(".contains($0) }
      .map { $0.drop { $0 == " " } }
    let isStep = { (clause: Substring) in
      steps.contains { clause.hasPrefix($0) || $0.hasSuffix(" ") && clause.contains($0) }
        || clause.contains("--")
    }
    guard let cause = clauses.first, cause.count > 5, !isStep(cause) || clauses.count > 1 else {
      return false
    }
    return clauses.dropFirst().contains(where: isStep)
  }

  /// Both said, differently: the cause, then what to do next, each to its end: a full stop, a question,
  /// or a command to type.
  private func expectSentences(
    _ message: (vi: String, en: String), sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(message.vi != message.en, sourceLocation: sourceLocation)
    #expect(
      hasCauseAndStep(message.vi, Self.steps.vi), "“\(message.vi)”", sourceLocation: sourceLocation)
    #expect(
      hasCauseAndStep(message.en, Self.steps.en), "“\(message.en)”", sourceLocation: sourceLocation)
    for text in [message.vi, message.en] {
      let last = text.split(separator: "\n").last.map(String.init) ?? ""
      let sentence = last.components(separatedBy: ": ").last ?? ""
      let isComplete = [".", "?"].contains { last.hasSuffix($0) } || sentence.hasPrefix("lantoa ")
      #expect(isComplete, "“\(text)”", sourceLocation: sourceLocation)
      #expect(!text.contains("  \n") && !text.contains(".  "), sourceLocation: sourceLocation)
    }
  }
}

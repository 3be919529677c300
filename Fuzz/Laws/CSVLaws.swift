import Domain
import Intake
import Tabular

/// The reader of lists takes any bytes, however they are cut; what the writer writes it reads back.
enum CSVLaws {
  static func check(_ bytes: [UInt8]) throws {
    let whole = Outcome(of: [bytes])
    try require(whole == Outcome(of: bytes.map { [$0] }), "bytes one by one read as in one piece")
    try require(whole == Outcome(of: pieces(of: bytes)), "pieces read as in one piece")
    try checkWidths(whole)
    for isSafe in [false, true] { try checkWriter(whole.rows, isSafe: isSafe) }
    readLists(bytes)
  }

  private static func checkWidths(_ outcome: Outcome) throws {
    guard let width = outcome.rows.first?.count else { return }
    try require(outcome.rows.allSatisfy { $0.count == width }, "rows are as wide as the header")
  }

  private static func checkWriter(_ rows: [[String]], isSafe: Bool) throws {
    guard !rows.isEmpty else { return }
    let text = CSVWriter(spreadsheetSafe: isSafe).text(rows.map { $0.map { .text($0) } })
    let read = Outcome(of: [Array(text.utf8)])
    try require(read.problems == 0 && read.error == nil, "what is written reads without problems")
    let fields = isSafe ? read.rows.map { $0.map(SpreadsheetText.unescaped) } : read.rows
    try require(
      fields.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
      "what is written reads back the same")
  }

  /// The lists themselves may refuse a file, and must say the same of it each time.
  private static func readLists(_ bytes: [UInt8]) {
    _ = try? AttendeeFile(csv: bytes, thisYear: 2026)
    var rest: [UInt8]? = bytes
    let once = {
      defer { rest = nil }
      return rest
    }
    guard var reader = try? ListReader<SessionRowDraft>(thisYear: 2026, chunks: once) else {
      return
    }
    while let row = try? reader.next() { _ = row.content }
  }

  /// Cut at places that follow from the bytes.
  private static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    var random = SplitMix64(seed: bytes.reduce(UInt64(bytes.count)) { $0 &* 31 &+ UInt64($1) })
    var (pieces, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...])
    while !rest.isEmpty {
      let size = Int.random(in: 0...9, using: &random)
      pieces.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return pieces
  }
}

/// All that a reader says of one file, byte for byte.
private struct Outcome: Equatable {
  private(set) var rows: [[String]] = []
  private(set) var problems = 0
  private(set) var error: CSVError?
  private var said: [[UInt8]] = []

  init(of chunks: [[UInt8]]) {
    var chunks = chunks[...]
    var reader = CSVReader { chunks.popFirst() }
    do {
      while let record = try reader.next() {
        note(record)
      }
    } catch {
      self.error = error
    }
  }

  private mutating func note(_ record: CSVRecord) {
    let fields: [String]
    switch record {
    case .row(let row):
      fields = row.fields
      rows.append(fields)
      said.append(Array("row \(row.line)".utf8))
    case .problem(let problem):
      fields = problem.fields
      problems += 1
      said.append(Array("problem \(problem.line) \(problem.kind)".utf8))
    }
    said += fields.map { Array($0.utf8) }
  }
}

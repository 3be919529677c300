import Domain
import Intake
import Testing

@Suite struct ListProperties {
  /// Pieces of lists and what breaks them, in any order.
  @Test(arguments: UInt64(0)..<100)
  func `whatever bytes a list has, it is read the same however it is cut`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts =
      [
        "Lê", "77", "046058001234", "1/3/2026", "45000", "B1", "lớp", "new", "7K2M-9QXD", "'=1",
        "\"",
        "\"\"", ",", ",", ",", ",", "\n", "\n", "\r\n", " ", "\u{FEFF}", "\u{7}",
      ].map { Array($0.utf8) } + [[0xFF], [0]]
    let header = Array("session,date,team,course,name,birth_year,unit,person,extra_cells\n".utf8)
    for _ in 0..<5 {
      var bytes = header
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        // Bytes that stop the whole list are rare, or nothing else would be seen.
        let isAny = Int.random(in: 0..<100, using: &random) == 0
        bytes += parts[Int.random(in: 0..<parts.count - (isAny ? 0 : 2), using: &random)]
      }

      let whole = Outcome(reading: [bytes])

      #expect(Outcome(reading: bytes.map { [$0] }) == whole)
      guard case .rows(let rows) = whole else { continue }
      let isSound = rows.allSatisfy { row in
        row.draft?.line == row.line || !row.errors.isEmpty
      }
      #expect(isSound)
      #expect(rows.map(\.line) == rows.map(\.line).sorted())
    }
  }
}

private enum Outcome: Equatable {
  case rows([ListRow<SessionRowDraft>])
  case error(ListFileError)

  init(reading pieces: [[UInt8]]) {
    do {
      self = .rows(try IntakeTests.rows(in: pieces))
    } catch {
      self = .error(error)
    }
  }
}

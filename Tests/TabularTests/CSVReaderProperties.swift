import Tabular
import Testing

@Suite struct CSVReaderProperties {
  @Test func `chunks may be cut anywhere`() throws {
    let text = "\u{FEFF}tên;năm\r\n\"Hồ; \"\"Tí\"\"\r\nLê\";1958\r\r\n\"x\"y;1\nmột;2;3\n\"\";\"\""
    let bytes = Array(text.utf8)
    let whole = try records(bytes)

    for cut in 0...bytes.count {
      #expect(try records(in: [Array(bytes[..<cut]), [], Array(bytes[cut...])]) == whole)
    }
    #expect(try records(in: bytes.map { [$0] }) == whole)
    #expect(whole.count == 5)
  }

  @Test func `random bytes never stop the program, and chunks never change the answer`() {
    var random = SeededGenerator(state: 7)
    let likely = Array("\"\",;\t\r\n a\u{1EC7}".utf8) + [0x00, 0xFF, 0xEF, 0xBB, 0xBF]

    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? UInt8.random(in: .min ... .max, using: &random)
          : likely[Int.random(in: 0..<likely.count - 5, using: &random)]
      }
      let whole = Result { try records(bytes) }.mapError(String.init(describing:))
      let pieces = Result { try records(in: bytes.map { [$0] }) }
        .mapError(String.init(describing:))
      #expect(whole == pieces)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `a damaged file gives rows, problems or one error, the same however it is cut`(
    seed: UInt64
  ) {
    var random = SeededGenerator(state: seed)
    let valid = Array(
      "\u{FEFF}tên,năm\r\n\"Hồ, \"\"Tí\"\"\",1958\r\n\n'=1,\"2\n3\"\r\nLệ,\r\n\"\",\"\"".utf8)
    for _ in 0..<20 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
        case 2: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 3: bytes.insert(contentsOf: bytes[..<place], at: place)
        default: bytes.removeLast(bytes.count - place)
        }
      }
      var chunks: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let size = Int.random(in: 1...9, using: &random)
        chunks.append(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }

      let whole = Result { try records(bytes) }.mapError(String.init(describing:))
      let pieces = Result { try records(in: chunks) }.mapError(String.init(describing:))

      #expect(whole == pieces)
      if case .success(let records) = whole, case .row(let header) = records.first {
        for case .row(let row) in records { #expect(row.fields.count == header.fields.count) }
      }
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `what is written reads back the same`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let parts = [
      "a", "Lệ", "e\u{301}", " ", ",", ";", "\t", "\"", "\n", "\r", "\r\n", "=", "\u{FEFF}",
    ]
    let width = Int.random(in: 1...4, using: &random)
    let table = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0...6, using: &random))
          .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
      }
    }

    let text = CSVWriter(spreadsheetSafe: false).text(table.map { $0.map { .text($0) } })

    #expect(
      try fields(text).map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
  }
}

extension Result where Failure == any Error {
  fileprivate func mapError(_ text: (any Error) -> String) -> Result<Success, Described> {
    mapError { Described(text: text($0)) }
  }
}

private struct Described: Error, Equatable {
  let text: String
}

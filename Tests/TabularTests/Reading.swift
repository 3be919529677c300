import Tabular

func records(_ text: String) throws -> [CSVRecord] { try records(Array(text.utf8)) }

func records(_ bytes: [UInt8]) throws -> [CSVRecord] {
  var reader = CSVReader(bytes)
  return try rest(of: &reader)
}

func records(in chunks: [[UInt8]]) throws -> [CSVRecord] {
  var chunks = chunks[...]
  var reader = CSVReader { chunks.popFirst() }
  return try rest(of: &reader)
}

func rows(_ text: String) throws -> [CSVRow] { try rows(Array(text.utf8)) }

func fields(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)).map(\.fields) }

func fields(_ bytes: [UInt8]) throws -> [[String]] { try rows(bytes).map(\.fields) }

private func rows(_ bytes: [UInt8]) throws -> [CSVRow] {
  try records(bytes).map { record in
    switch record {
    case .row(let row): row
    case .problem(let problem): throw UnexpectedProblem(problem: problem)
    }
  }
}

private func rest(of reader: inout CSVReader) throws -> [CSVRecord] {
  var records: [CSVRecord] = []
  while let record = try reader.next() { records.append(record) }
  return records
}

private struct UnexpectedProblem: Error {
  let problem: CSVProblem
}

/// SplitMix64: the whole sequence follows from the seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

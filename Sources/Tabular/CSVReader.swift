/// Reads the rows of a CSV file one by one, holding one chunk and one row at a time.
///
/// UTF-8 with or without a byte-order mark; `,` `;` or tab, whichever the header line has most of;
/// LF, CRLF or CR. Quotes matter only at the start of a field. Lines of nothing but spaces and tabs
/// are skipped. The first row is the header: it is returned like the others, and every other row
/// must be as wide.
package struct CSVReader {
  /// The most bytes that one row may have, without its line break.
  package static let longestRecord = 1 << 20

  private let pull: () throws -> [UInt8]?
  private var chunk: [UInt8] = []
  private var position = 0
  private var isExhausted = false

  private var line = 1
  /// The last byte ended a line, and a line feed right after it belongs to the same break.
  private var isAfterCarriageReturn = false
  /// Unknown until the header line has been seen.
  private var delimiter: UInt8?
  private var width: Int?
  private var failure: CSVError?
  /// The bytes of the field being read.
  private var field: [UInt8] = []

  /// Takes the file in pieces of any size, cut anywhere; `chunks` returns nil after the last.
  package init(chunks: @escaping () throws -> [UInt8]?) {
    pull = chunks
  }

  package init(_ bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init(chunks: {
      defer { rest = nil }
      return rest
    })
  }

  /// The next row or its problem; nil after the last.
  ///
  /// An error is final: it is thrown again by every later call.
  package mutating func next() throws(CSVError) -> CSVRecord? {
    if let failure { throw failure }
    do {
      return try nextRecord()
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func nextRecord() throws(CSVError) -> CSVRecord? {
    let delimiter = if let known = self.delimiter { known } else { try open() }
    guard let draft = try nextDraft(delimiter: delimiter) else {
      if width == nil { throw .empty }
      return nil
    }
    let record = draft.record(width: width)
    if width == nil {
      switch record {
      case .row(let row): width = row.fields.count
      case .problem(let problem): throw .header(problem)
      }
    }
    return record
  }
}

// MARK: - Bytes to rows

extension CSVReader {
  private enum State {
    case fieldStart, plain, quoted
    /// After a quote inside a quoted field: its end, or the first half of a doubled one.
    case quoteSeen
    /// After text behind a closing quote: the rest of the line cannot be divided into fields.
    case spoiled
  }

  /// A row in the making.
  private struct Draft {
    let line: Int
    var state = State.fieldStart
    var fields: [String] = []
    var fieldLine: Int
    var size = 0
    /// False as long as there are only spaces and tabs.
    var isFilled = false

    init(line: Int) {
      self.line = line
      fieldLine = line
    }

    func record(width: Int?) -> CSVRecord {
      if state == .spoiled {
        return .problem(CSVProblem(line: line, kind: .textAfterQuote, fields: fields))
      }
      if let width, fields.count != width {
        let kind = CSVProblem.Kind.ragged(expected: width, got: fields.count)
        return .problem(CSVProblem(line: line, kind: kind, fields: fields))
      }
      return .row(CSVRow(line: line, fields: fields))
    }
  }

  private mutating func nextDraft(delimiter: UInt8) throws(CSVError) -> Draft? {
    var draft = Draft(line: line)
    draft.fields.reserveCapacity(width ?? 0)
    field.removeAll(keepingCapacity: true)
    while try hasByte() {
      if draft.state == .fieldStart {
        let end = try passWholeFields(delimiter: delimiter, into: &draft)
        if end > position { isAfterCarriageReturn = false }
        position = end
        if position == chunk.count { continue }
      }
      let byte = chunk[position]
      if byte == 0 { throw .nulByte(line: line) }
      if byte != .lineFeed {
        isAfterCarriageReturn = false
      } else if isAfterCarriageReturn, draft.state == .fieldStart {
        // The second half of the break that ended the row before.
        isAfterCarriageReturn = false
        position += 1
        continue
      }
      if draft.state == .quoted {
        readQuoted(byte, into: &draft)
      } else if byte == .quote, draft.state == .fieldStart || draft.state == .quoteSeen {
        openQuote(in: &draft)
      } else if byte.isLineBreak {
        countLineBreak(byte)
        position += 1
        if draft.isFilled {
          try endField(of: &draft)
          return draft
        }
        // A blank line: the row is still to come.
        draft = Draft(line: line)
        field.removeAll(keepingCapacity: true)
      } else {
        try readPlain(byte, delimiter: delimiter, into: &draft)
      }
      if draft.size > Self.longestRecord { throw sizeError(of: draft) }
    }
    if draft.state == .quoted { throw .unclosedQuote(line: draft.fieldLine) }
    guard draft.isFilled else { return nil }
    try endField(of: &draft)
    return draft
  }

  /// Takes the fields that lie whole in the chunk with their delimiter, unless something in them needs
  /// a second look; what follows is read byte by byte. Returns the position after them.
  private func passWholeFields(delimiter: UInt8, into draft: inout Draft) throws(CSVError) -> Int {
    let bytes = chunk.span
    var start = position
    while start < bytes.count {
      let isQuoted = bytes[start] == .quote
      let first = isQuoted ? start + 1 : start
      let last = isQuoted ? UInt8.quote : delimiter
      var end = first
      while end < bytes.count, bytes[end] != last, !bytes[end].needsSecondLook { end += 1 }
      let next = isQuoted ? end + 1 : end
      guard next < bytes.count, bytes[end] == last, bytes[next] == delimiter else { break }
      let size = draft.size + next + 1 - start
      guard size <= Self.longestRecord else { break }

      let text = bytes.extracting(first..<end)
      do {
        draft.fields.append(String(copying: try UTF8Span(validating: text)))
      } catch {
        throw .notUTF8(line: line)
      }
      draft.isFilled = draft.isFilled || isQuoted || !delimiter.isBlank || !text.isBlank
      draft.size = size
      start = next + 1
    }
    draft.fieldLine = line
    return start
  }

  private mutating func readQuoted(_ byte: UInt8, into draft: inout Draft) {
    if byte == .quote {
      draft.state = .quoteSeen
      draft.size += 1
      position += 1
    } else if byte.isLineBreak {
      countLineBreak(byte)
      field.append(byte)
      draft.size += 1
      position += 1
    } else {
      readRun(into: &draft) { $0 == .quote }
    }
  }

  private mutating func openQuote(in draft: inout Draft) {
    if draft.state == .quoteSeen { field.append(.quote) }
    draft.state = .quoted
    draft.isFilled = true
    draft.size += 1
    position += 1
  }

  private mutating func readPlain(
    _ byte: UInt8, delimiter: UInt8, into draft: inout Draft
  ) throws(CSVError) {
    if draft.state != .spoiled, byte == delimiter {
      try endField(of: &draft)
      draft.isFilled = draft.isFilled || !byte.isBlank
      draft.size += 1
      position += 1
    } else if draft.state == .spoiled || draft.state == .quoteSeen {
      draft.state = .spoiled
      readRun(into: &draft) { _ in false }
    } else {
      draft.state = .plain
      let start = position
      readRun(into: &draft) { $0 == delimiter }
      draft.isFilled = draft.isFilled || !chunk[start..<position].allSatisfy(\.isBlank)
    }
  }

  /// Takes bytes into the field up to a line break, a zero byte, a stop or the end of the chunk.
  private mutating func readRun(into draft: inout Draft, stop: (UInt8) -> Bool) {
    let end = chunk[position...].firstIndex { $0.needsSecondLook || stop($0) }
    let run = position..<(end ?? chunk.endIndex)
    field.append(contentsOf: chunk[run])
    draft.size += run.count
    position = run.upperBound
  }

  private mutating func endField(of draft: inout Draft) throws(CSVError) {
    do {
      draft.fields.append(String(copying: try UTF8Span(validating: field.span)))
    } catch {
      let valid = field[..<error.byteOffsets.lowerBound]
      throw .notUTF8(line: draft.fieldLine + valid.lineBreakCount)
    }
    draft.fieldLine = line
    if draft.state != .spoiled { draft.state = .fieldStart }
    field.removeAll(keepingCapacity: true)
  }

  private mutating func countLineBreak(_ byte: UInt8) {
    if byte == .lineFeed, isAfterCarriageReturn {
      isAfterCarriageReturn = false
    } else {
      line += 1
      isAfterCarriageReturn = byte == .carriageReturn
    }
  }

  /// A quote that has swallowed whole lines was most likely never meant to.
  private func sizeError(of draft: Draft) -> CSVError {
    draft.state == .quoted && line > draft.fieldLine
      ? .unclosedQuote(line: draft.fieldLine) : .lineTooLong(line: draft.line)
  }
}

// MARK: - Chunks

extension CSVReader {
  /// Passes the byte-order mark and chooses the delimiter, which reads ahead to the end of the
  /// header line.
  private mutating func open() throws(CSVError) -> UInt8 {
    while chunk.count < 4, try load() {}
    // "PK", and what begins a file within the archive.
    if chunk.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .workbook }
    if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }

    var header = CSVDelimiterCount()
    var ahead = position
    while ahead <= Self.longestRecord {
      if ahead == chunk.count, try !load() { break }
      if header.ends(with: chunk[ahead]) { break }
      ahead += 1
    }
    delimiter = header.delimiter
    return header.delimiter
  }

  private mutating func hasByte() throws(CSVError) -> Bool {
    if position < chunk.count { return true }
    chunk.removeAll()
    position = 0
    return try load()
  }

  /// Adds the next chunk that is not empty; false when there is none.
  private mutating func load() throws(CSVError) -> Bool {
    while !isExhausted {
      let more: [UInt8]?
      do {
        more = try pull()
      } catch {
        throw .readFailed(line: line, reason: String(describing: error))
      }
      guard let more else {
        isExhausted = true
        break
      }
      if more.isEmpty { continue }
      if chunk.isEmpty { chunk = more } else { chunk += more }
      return true
    }
    return false
  }
}

extension UInt8 {
  /// A line break, or the zero byte that no text has.
  @inline(__always)
  fileprivate var needsSecondLook: Bool { self <= .carriageReturn && (isLineBreak || self == 0) }
}

extension Span<UInt8> {
  fileprivate var isBlank: Bool { indices.allSatisfy { self[$0].isBlank } }
}

extension ArraySlice<UInt8> {
  /// CRLF counts once.
  fileprivate var lineBreakCount: Int {
    zip(self, [0] + self).count { byte, before in
      byte.isLineBreak && !(byte == .lineFeed && before == .carriageReturn)
    }
  }
}

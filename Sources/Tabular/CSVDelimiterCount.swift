/// Counts the candidate delimiters outside quotes on the header line, fed byte by byte.
struct CSVDelimiterCount {
  /// In order of preference where counts are equal.
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  private enum State { case fieldStart, plain, quoted, quoteSeen }

  private var counts = [Int](repeating: 0, count: candidates.count)
  private var state = State.fieldStart
  private var isFilled = false

  var delimiter: UInt8 {
    let most = counts.max() ?? 0
    return zip(Self.candidates, counts).first { $0.1 == most }?.0 ?? UInt8(ascii: ",")
  }

  /// True when `byte` ends the first line that is not blank.
  mutating func ends(with byte: UInt8) -> Bool {
    if state == .quoted {
      if byte == .quote { state = .quoteSeen }
      return false
    }
    if byte == .quote {
      state = state == .plain ? .plain : .quoted
      isFilled = true
      return false
    }
    if byte.isLineBreak {
      if isFilled { return true }
      self = Self()
      return false
    }
    isFilled = isFilled || !byte.isBlank
    if let candidate = Self.candidates.firstIndex(of: byte) {
      counts[candidate] += 1
      state = .fieldStart
    } else {
      state = .plain
    }
    return false
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  @inline(__always)
  var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }

  /// A space or a tab: what a blank line may be made of.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

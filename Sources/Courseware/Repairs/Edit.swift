/// A change of a file that mends a finding: the bytes of `range` become `replacement`.
package struct Edit: Hashable, Sendable {
  package let range: Range<Int>
  package let replacement: [UInt8]
  package let rule: Diagnostic.Rule
  /// Of the finding, counted from 1.
  package let line: Int

  package init(_ range: Range<Int>, _ replacement: [UInt8], rule: Diagnostic.Rule, line: Int) {
    self.range = range
    self.replacement = replacement
    self.rule = rule
    self.line = line
  }

  /// The same in a text that begins `bytes` further on.
  func moved(by bytes: Int) -> Edit {
    Edit(
      range.lowerBound + bytes..<range.upperBound + bytes, replacement, rule: rule, line: line)
  }
}

extension [Edit] {
  /// `bytes` with every change made, and every other byte as it was.
  ///
  /// The changes do not overlap; of two at one place the first comes first.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    let ordered = enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    for (_, edit) in ordered {
      result += bytes[index..<edit.range.lowerBound]
      result += edit.replacement
      index = edit.range.upperBound
    }
    return result + bytes[index...]
  }
}

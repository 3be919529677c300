/// Folds a text of plain Latin letters, as nearly every name here is, in one pass and without Unicode's
/// tables.
enum LatinFolding {
  /// What `SearchText.folded` gives; nil where a letter becomes anything but one letter of ASCII.
  ///
  /// None of the letters looked up here joins with the one before it, so that each folds by itself.
  static func folded(_ text: String) -> String? {
    var isPlain = true
    let result = String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
      var count = 0
      var pendingSpace = false
      for scalar in text.unicodeScalars {
        let letter = place(of: scalar).map { letters[$0] } ?? unknown
        if letter == unknown {
          isPlain = false
          return 0
        }
        if letter == space {
          pendingSpace = count > 0
          continue
        }
        if pendingSpace {
          bytes[count] = space
          count += 1
          pendingSpace = false
        }
        bytes[count] = letter
        count += 1
      }
      return count
    }
    return isPlain ? result : nil
  }

  private static let space = UInt8(ascii: " ")
  private static let unknown: UInt8 = 0
  private static let blocks: [ClosedRange<UInt32>] = [0x20...0x24F, 0x1E00...0x1EFF]

  /// Of each letter of these blocks, what Unicode folds it to.
  private static let letters: [UInt8] = blocks.joined().map { value in
    guard let scalar = Unicode.Scalar(value) else { return unknown }
    if scalar.properties.isWhitespace { return space }
    let folded = SearchText.foldedByUnicode(String(scalar)).utf8
    guard folded.count == 1, let letter = folded.first else { return unknown }
    return letter
  }

  private static func place(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x24F: Int(scalar.value - 0x20)
    case 0x1E00...0x1EFF: Int(scalar.value - 0x1E00 + 0x230)
    default: nil
    }
  }
}

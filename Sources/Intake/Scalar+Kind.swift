extension Unicode.Scalar {
  /// True for what stands in most cells and needs no look at Unicode's tables: visible letters,
  /// digits and signs of blocks that hold no combining mark.
  var isPlain: Bool {
    switch value {
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// A mark on the character before it, or what shows nothing.
  var isMarkOrInvisible: Bool {
    guard !isPlain, self != " " else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  /// Marks of vowels are none by themselves.
  var isLetter: Bool {
    switch self {
    case "a"..."z", "A"..."Z": true
    default: !isASCII && properties.isAlphabetic && properties.generalCategory != .nonspacingMark
    }
  }

  /// Of whatever script: full-width digits are no way past a rule.
  var isDigit: Bool {
    switch self {
    case "0"..."9": true
    default: !isPlain && properties.numericType == .decimal
    }
  }

  /// What people put between groups of digits.
  var isBetweenDigits: Bool {
    switch self {
    case " ", ".", "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": true
    default: !isPlain && properties.isWhitespace
    }
  }
}

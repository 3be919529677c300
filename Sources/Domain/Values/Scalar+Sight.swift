/// What of a text nobody can tell by looking at it.
extension Unicode.Scalar {
  /// What screens are told to pass over: joiners, soft hyphens, variation selectors, tags.
  package var isIgnorable: Bool { !isPlainlySeen && properties.isDefaultIgnorableCodePoint }

  /// An empty place that is no white space to Unicode: an empty Braille cell, fillers of scripts, what is
  /// left where a picture stood.
  package var isBlankSign: Bool {
    switch value {
    case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0x13441, 0x13442, 0x16FE4, 0x1D159: true
    default: false
    }
  }

  /// True for everything that shows nothing (spaces apart), steers what stands beside it, or is
  /// another sign on every screen, as private characters and those to come are.
  package var isUnseen: Bool {
    guard !isPlainlySeen else { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: properties.isDefaultIgnorableCodePoint || isBlankSign
    }
  }

  /// True where the character only chooses the shape of the emoji before it, or joins the next to it.
  package func shapesEmoji(after last: Unicode.Scalar?) -> Bool {
    switch value {
    case 0xFE0E, 0xFE0F: last?.properties.isEmoji ?? false
    case 0x200D: last.map { $0.value == 0xFE0F || !$0.isASCII && $0.properties.isEmoji } ?? false
    default: false
    }
  }

  /// Without a look at Unicode's tables: the letters and signs of Latin, and the spaces among them.
  private var isPlainlySeen: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF: true
    default: false
    }
  }
}

import Domain

/// The words of a text as they are looked up: composed, in small letters.
enum SearchWords {
  /// Each once, in the order in which they first stand.
  static func words(of text: String) -> [String] {
    var seen: Set<String> = []
    return tokens(of: SearchText.composed(text))
      .map { $0.unicodeScalars.allSatisfy(isSmall) ? $0 : $0.lowercased() }
      .filter { seen.insert($0).inserted }
  }

  /// What stands between characters that are neither letters nor numbers, each once.
  private static func tokens(of text: String) -> [String] {
    guard text.unicodeScalars.allSatisfy({ kind(of: $0) != .unsure }) else {
      return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    var tokens: [String] = []
    var seen: Set<ArraySlice<UInt8>> = []
    let bytes = Array(text.utf8)
    var start = 0
    var place = 0
    func close() {
      let token = bytes[start..<place]
      if start < place, seen.insert(token).inserted {
        tokens.append(String(decoding: token, as: UTF8.self))
      }
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if kind(of: scalar) == .other {
        close()
        start = place + width
      }
      place += width
    }
    close()
    return tokens
  }

  private enum Kind {
    case letter, other
    /// Only Unicode's tables tell.
    case unsure
  }

  /// Of the letters of Latin and what stands between them, without a look at Unicode's tables; each of
  /// these is a character by itself.
  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
    case ..<0x80, 0xA0, 0xAB, 0xB0, 0xB7, 0xBB, 0xD7, 0xF7, 0x2010...0x203A: .other
    case 0xC0...0x24F, 0x1E00...0x1EFF: .letter
    default: .unsure
    }
  }

  /// True for what is surely no capital.
  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0xDF...0xFF, 0x1A1, 0x1B0: true
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF: !scalar.value.isMultiple(of: 2)
    default: false
    }
  }
}

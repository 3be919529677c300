import Foundation

/// Text as people search it: NFC kept for display, folded for comparison.
package enum SearchText {
  /// The text in Unicode normalisation form C, without a call into Foundation where it plainly is already.
  package static func composed(_ text: String) -> String {
    isPlainlyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  package static func isComposed(_ text: String) -> Bool {
    isPlainlyComposed(text)
      || text.unicodeScalars.elementsEqual(
        text.precomposedStringWithCanonicalMapping.unicodeScalars)
  }

  /// Lower case, without Vietnamese marks and with đ as d; words separated by one space.
  ///
  /// Folds what Vietnamese keyboards leave out, so that `ho thi le` finds `Hồ Thị Lệ`. Letters of
  /// other alphabets lose the marks that Unicode can take apart and keep the rest (ø stays ø).
  package static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    var isPlain = true
    func append(_ letter: Unicode.Scalar) {
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
      }
      result.append(letter)
    }
    for character in lowerCase(text).unicodeScalars {
      if isWhitespace(character) {
        pendingSpace = !result.isEmpty
      } else if character.isASCII {
        append(character)
      } else if let base = vietnameseBase(of: character) {
        append(base)
      } else {
        isPlain = false
        // A mark that stands alone leaves nothing behind, and no space before it.
        for part in String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        where !(0x300...0x36F).contains(part.value) {
          append(part)
        }
      }
    }
    // What stood on both sides of a mark may be one letter now.
    return isPlain
      ? String(result) : composed(String(result)).decomposedStringWithCanonicalMapping
  }

  /// The folded words, in order.
  package static func words(of text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Marks kept; case, spacing, what nobody sees and which of two vowels bears the tone not: what "the
  /// same name with its marks" means.
  package static func exact(_ text: String) -> String {
    // Scalars: a mark after a space would make one character of the two.
    let words = lowerCase(text).unicodeScalars.split(whereSeparator: isWhitespace)
    return withToneOnSecondVowel(words.map { String($0) }.joined(separator: " "))
  }

  /// Composed again in lower case, which takes İ apart.
  private static func lowerCase(_ text: String) -> String {
    composed(composed(asSeen(text)).lowercased())
  }

  /// Without what screens pass over, and with đ for the letters that look like it as capitals.
  private static func asSeen(_ text: String) -> String {
    func isOther(_ scalar: Unicode.Scalar) -> Bool {
      strokedD(for: scalar) != nil || scalar.isIgnorable && !scalar.isBlankSign
    }
    guard text.unicodeScalars.contains(where: isOther) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letter = strokedD(for: scalar) {
        result.append(letter)
      } else if !isOther(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Old code pages and fonts have left Ð and Ɖ where Đ was meant.
  private static func strokedD(for letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "\u{D0}", "\u{F0}", "\u{189}", "\u{256}": "đ"
    default: nil
    }
  }

  /// True when every scalar lies in blocks that hold no combining mark and compose with nothing
  /// before them: Basic Latin to Spacing Modifiers, Latin Extended Additional, General Punctuation's
  /// dashes and quotes.
  private static func isPlainlyComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value < 0x300 || (0x1E00...0x1EFF).contains($0.value)
        || (0x2010...0x203A).contains($0.value)
    }
  }

  /// Without a look at Unicode's tables for the letters of Latin, which are nearly all there is.
  private static func isWhitespace(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case ..<0x115F, 0x1E00...0x1EFF: false
    default: character.isBlankSign || character.properties.isWhitespace
    }
  }

  private static func vietnameseBase(of letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "à", "á", "ả", "ã", "ạ", "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ", "â", "ầ", "ấ", "ẩ", "ẫ", "ậ": "a"
    case "è", "é", "ẻ", "ẽ", "ẹ", "ê", "ề", "ế", "ể", "ễ", "ệ": "e"
    case "ì", "í", "ỉ", "ĩ", "ị": "i"
    case "ò", "ó", "ỏ", "õ", "ọ", "ô", "ồ", "ố", "ổ", "ỗ", "ộ", "ơ", "ờ", "ớ", "ở", "ỡ", "ợ": "o"
    case "ù", "ú", "ủ", "ũ", "ụ", "ư", "ừ", "ứ", "ử", "ữ", "ự": "u"
    case "ỳ", "ý", "ỷ", "ỹ", "ỵ": "y"
    case "đ": "d"
    default: nil
    }
  }
}

extension SearchText {
  /// Small letters with the tone of `oa`, `oe` and `uy` on the second vowel: `hòa` and `hoà` are one
  /// word, which old and new keyboards write in two ways.
  static func withToneOnSecondVowel(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { tones[$0] != nil }) else { return text }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let first = scalars.popFirst() {
      guard let (plain, tone) = tones[first], let next = scalars.first,
        let vowel = seconds["\(plain)\(next)"]?[tone]
      else {
        result.append(first)
        continue
      }
      scalars.removeFirst()
      result.append(plain)
      result.append(vowel)
    }
    return String(result)
  }

  /// The pairs of vowels that `exact` leaves where others may have the tone on the first.
  package static let movableTones = seconds.flatMap { pair, vowels in
    vowels.map { "\(pair.prefix(1))\($0)" }
  }

  /// A first vowel with its tone: the vowel, and the place of the tone below.
  private static let tones: [Unicode.Scalar: (Unicode.Scalar, Int)] = [
    "ò": ("o", 0), "ó": ("o", 1), "ỏ": ("o", 2), "õ": ("o", 3), "ọ": ("o", 4), "ù": ("u", 0),
    "ú": ("u", 1), "ủ": ("u", 2), "ũ": ("u", 3), "ụ": ("u", 4),
  ]

  /// The second vowel under each tone.
  private static let seconds: [String: [Unicode.Scalar]] = [
    "oa": ["à", "á", "ả", "ã", "ạ"], "oe": ["è", "é", "ẻ", "ẽ", "ẹ"],
    "uy": ["ỳ", "ý", "ỷ", "ỹ", "ỵ"],
  ]
}

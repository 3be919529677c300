import Domain
import Foundation
import Testing

@Suite struct SearchTextTests {
  @Test(
    arguments: [
      ("Hồ Thị Lệ", "ho thi le"), ("ĐẶNG Thu Hà", "dang thu ha"), ("đường", "duong"),
      ("Phường Thuận Hóa", "phuong thuan hoa"), ("QUÝ", "quy"), ("Vỹ Dạ", "vy da"),
      ("Ưu Ơ Ă Â Ê Ô", "uu o a a e o"), ("  Lê \u{A0}\t\n Lợi  ", "le loi"), ("thôn 3", "thon 3"),
      ("A Lưới 4", "a luoi 4"), ("Müller Škoda ñ", "muller skoda n"), ("Ðuro Ð", "duro d"),
      ("ﬀ ø", "ﬀ ø"), ("", ""), (" ", ""), ("İ", "i"), ("日本", "日本"),
    ])
  func `text folds to lower case without marks`(text: String, folded: String) {
    #expect(Array(SearchText.folded(text).unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test func `every Vietnamese letter folds to its base, composed or apart, in either case`() {
    // Base letters with the mark they may carry, times the five tones and none.
    let letters = "a ă â e ê i o ô ơ u ư y".split(separator: " ").map(String.init)
    let bases = "a a a e e i o o o u u y".split(separator: " ").map(String.init)
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    var seen: Set<String> = []
    for (letter, base) in zip(letters, bases) {
      for tone in tones {
        let apart = (letter + tone).decomposedStringWithCanonicalMapping
        for text in [apart, apart.precomposedStringWithCanonicalMapping] {
          #expect(SearchText.folded(text) == base)
          #expect(SearchText.folded(text.uppercased()) == base)
          #expect(SearchText.folded("h\(text)n") == "h\(base)n")
        }
        seen.insert(SearchText.composed(apart))
      }
    }
    #expect(seen.count == 72)
  }

  @Test func `marks in another order fold the same and compose to the same letter`() {
    let typed = ["Lệ", "Le\u{302}\u{323}", "Le\u{323}\u{302}", "L\u{1EB9}\u{302}", "Lê\u{323}"]

    for text in typed {
      #expect(Array(SearchText.composed(text).utf8) == [0x4C, 0xE1, 0xBB, 0x87])
      #expect(SearchText.folded(text) == "le")
    }
  }

  @Test func `exact keeps marks, and only case and spacing go`() {
    #expect(SearchText.exact(" HỒ  Thị\tLệ ") == "hồ thị lệ")
    #expect(SearchText.exact("Ho\u{300}\u{302}") != SearchText.exact("Hồ"))
    #expect(SearchText.exact("Ho\u{302}\u{300}") == SearchText.exact("Hồ"))
    #expect(SearchText.exact("Lê") != SearchText.exact("Lệ"))
    #expect(SearchText.folded("Lê") == SearchText.folded("Lệ"))
    #expect(SearchText.exact("Đ") == "đ")
  }

  @Test(arguments: [
    ("a \u{301}", "a"), ("\u{301} a", "a"), ("a \u{301} b", "a b"), ("\u{301}", ""),
    ("Lê \u{323}\u{300}\n Lợi", "le loi"),
  ])
  func `a mark that stands alone leaves nothing behind`(text: String, folded: String) {
    #expect(Array(SearchText.folded(text).utf8) == Array(folded.utf8))
  }

  @Test func `exact text is composed, and marks behind a space stay`() {
    // A dot above belongs behind a macron below; a Tamil vowel sign may stand behind a space.
    let expected = [
      ("\u{130}\u{331}", "i\u{331}\u{307}"), ("a \u{BCB}", "a \u{BCB}"), ("A\u{A0} B", "a b"),
    ]
    for (text, exact) in expected {
      #expect(Array(SearchText.exact(text).utf8) == Array(exact.utf8))
      #expect(Array(SearchText.exact(exact).utf8) == Array(exact.utf8))
    }
  }

  @Test(
    arguments: [
      ("hòa", "hoà"), ("Hòa", "HOÀ"), ("Thủy", "Thuỷ"), ("THỦY", "thuỷ"), ("khỏe", "khoẻ"),
      ("Lõa", "loã"), ("họe", "hoẹ"), ("ho\u{300}a", "hoa\u{300}"), ("Thu\u{309}y", "Thuỷ"),
      ("Nguyễn Thị Hóa  Lụy", "nguyễn thị hoá luỵ"),
    ])
  func `the tone of oa, oe and uy stands on either vowel`(one: String, other: String) {
    #expect(SearchText.exact(one) == SearchText.exact(other))
  }

  @Test func `the tone is moved under each of the five, and only its place is forgotten`() {
    let tones = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    var seen: Set<String> = []
    for (first, second) in [("o", "a"), ("o", "e"), ("u", "y")] {
      for tone in tones {
        let last = "h\(first)\(second)\(tone)".precomposedStringWithCanonicalMapping
        #expect(SearchText.exact("h\(first)\(tone)\(second)") == last)
        #expect(SearchText.exact(last) == last)
        seen.insert(last)
      }
    }
    #expect(seen.count == 15)
  }

  @Test(arguments: ["quý", "hoàn", "của", "lúa", "mùi", "thuở", "hoa", "huy", "khuya", "tuỳ"])
  func `a word whose tone has one place stays as it is`(word: String) {
    #expect(SearchText.exact(word) == word)
    #expect(SearchText.exact(word.uppercased()) == word)
  }

  @Test(arguments: ["\u{110}", "\u{D0}", "\u{189}"])
  func `capitals that look like Đ are Đ`(letter: String) {
    #expect(SearchText.exact("\(letter)ặng") == "đặng")
    #expect(SearchText.folded("\(letter)ẶNG") == "dang")
  }

  @Test(arguments: [
    "Hoa\u{FE0F} Lê", "H\u{34F}oa Lê", "Hoa \u{180B}Lê", "Hoa\u{E0100} Lê", "Hoa\u{AD} Lê",
    "Ho\u{200D}a Lê", "\u{FEFF}Hoa Lê", "Hoa\u{2800}Lê", "Hoa\u{3164} Lê", "Hoa Lê\u{FFA0}",
    "Hoa Le\u{200B}\u{302}", "Hoa \u{2060} Lê",
  ])
  func `what nobody sees makes no other name`(text: String) {
    #expect(SearchText.exact(text) == "hoa lê")
    #expect(SearchText.folded(text) == "hoa le")
    #expect(SearchText.words(of: text) == ["hoa", "le"])
  }

  @Test func `words are folded and free of punctuation`() {
    #expect(
      SearchText.words(of: "Hồ Thị-Lệ (thôn 3), 1958.") == ["ho", "thi", "le", "thon", "3", "1958"])
    #expect(SearchText.words(of: " –, ") == [])
  }

  @Test(arguments: UInt64(0)..<200)
  func `composed means what Unicode says it means`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces =
      Array("aăâeêioôơuưyđĐẠệộợỹ 1–'".unicodeScalars)
      + ([
        "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}",
        "\u{328}", "\u{30A}", "A", "\u{1100}", "\u{1161}", "\u{212B}",
      ] as [Unicode.Scalar])
    for _ in 0..<50 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        text.append(pieces[Int.random(in: 0..<pieces.count, using: &random)])
      }
      let composed = String(text).precomposedStringWithCanonicalMapping

      #expect(SearchText.isComposed(String(text)) == composed.unicodeScalars.elementsEqual(text))
      #expect(
        SearchText.composed(String(text)).unicodeScalars.elementsEqual(composed.unicodeScalars))
    }
  }

  @Test func `no letter that is taken for composed changes when Unicode composes it`() {
    var wrong: [String] = []
    for value in Array(0...0x10FF) + Array(0x1E00...0x30FF) + Array(0xF900...0xFFFD) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      for text in [String(scalar), "a\(scalar)", "\(scalar)\u{301}"] {
        let composed = text.precomposedStringWithCanonicalMapping
        let isComposed = composed.unicodeScalars.elementsEqual(text.unicodeScalars)
        if SearchText.isComposed(text) != isComposed { wrong.append(text) }
      }
    }
    #expect(wrong.isEmpty)
  }
}

/// Sentences that can be read aloud in one breath.
enum SentenceChecks {
  private static let most = 20

  static func run(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    guard manuscript.isLesson, manuscript.language == "vi" else { return }
    for prose in manuscript.prose where !prose.isForTeam {
      for sentence in Sentence.sentences(of: prose) where sentence.syllables > most {
        findings.report(
          .sentenceLong, at: sentence.place, length: sentence.firstWord,
          Words(
            vi: "câu này dài \(sentence.syllables) tiếng; nhiều nhất là \(most)",
            en: "this sentence has \(sentence.syllables) syllables; \(most) are the most"),
          fix: Words(vi: "Tách thành hai câu.", en: "Make two sentences of it."))
      }
    }
  }
}

/// A sentence by its length and where it begins.
struct Sentence {
  let place: SourcePlace
  /// Written syllables: what stands between spaces.
  let syllables: Int
  /// Bytes of its first word.
  let firstWord: Int

  /// The sentences of a paragraph, each ended by `.`, `!`, `?`, `…` or `:` before a space.
  static func sentences(of prose: Prose) -> [Sentence] {
    var sentences: [Sentence] = []
    var start: (place: SourcePlace, length: Int)?
    var (syllables, isInWord, ends) = (0, false, false)
    func close() {
      if let start {
        sentences.append(
          Sentence(place: start.place, syllables: syllables, firstWord: start.length))
      }
    }
    for run in prose.runs {
      var byte = run.place.byte
      // Scalars: a text is long, and no mark that stands apart begins or ends a word.
      for scalar in run.text.unicodeScalars {
        let width = UTF8.width(scalar)
        if scalar.isBlank {
          if ends {
            close()
            (start, syllables, ends) = (nil, 0, false)
          }
          isInWord = false
        } else {
          if !isInWord, scalar.isLetterOrNumber {
            isInWord = true
            syllables += 1
            start = start ?? (SourcePlace(line: run.place.line, byte: byte), 0)
          }
          if syllables == 1, isInWord, let first = start {
            start = (first.place, first.length + width)
          }
          switch scalar {
          case ".", "!", "?", "…", ":": ends = true
          case "\"", "”", "’", ")": break
          default: ends = false
          }
        }
        byte += width
      }
    }
    close()
    return sentences
  }
}

extension Unicode.Scalar {
  /// Without a look at Unicode's tables for the letters of Latin, which are nearly all there is.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case ..<0x1680, 0x1E00...0x1EFF: false
    default: properties.isWhitespace
    }
  }

  fileprivate var isLetterOrNumber: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}

extension String {
  /// Words as they are counted when something is read aloud.
  var syllableCount: Int {
    split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}

package import Intake
import Tabular

extension RowError {
  /// Line, field as the header spells it, value, reason; of a citizen number only its end.
  package func message(under header: ListHeader?) -> String {
    "\(Self.place(line)): \(words(under: header))"
  }

  /// Every error of one row, the line said once.
  static func message(of errors: [RowError], under header: ListHeader?) -> String {
    let words = errors.map { $0.words(under: header) }.joined(separator: " ")
    return errors.first.map { "\(place($0.line)): \(words)" } ?? words
  }

  private static func place(_ line: Int) -> String {
    say(vi: "dòng \(line)", en: "line \(line)")
  }

  private func words(under header: ListHeader?) -> String {
    let column = field.map { header?.name(of: $0) ?? $0.spoken } ?? ""
    switch problem {
    case .field(.unknownWord): return "\(column) “\(shown)”: \(unknownWord)"
    case .field(let problem): return "\(column) “\(shown)”: \(problem.message)"
    case .row(.textAfterQuote):
      return say(
        vi: "có chữ sau dấu ngoặc kép đóng; sửa dấu ngoặc kép của dòng này.",
        en: "there is text after a closing quote; mend the quotes of this line.")
    case .row(.ragged(let expected, let got)):
      return say(
        vi: "có \(got) ô, tiêu đề có \(expected); thêm hoặc bớt dấu phân cách.",
        en: "\(got) cells where the header has \(expected); add or remove separators.")
    }
  }

  /// A row with its reason must not be longer than a row may be.
  private var shown: String {
    isOfCitizenNumber ? "…\(value.suffix(3))".printable : value.excerpt
  }

  /// With the words that this field knows.
  private var unknownWord: String {
    switch field {
    case .consent:
      say(
        vi: "không hiểu. Hãy ghi: giấy, lời nói, điện tử, người giám hộ hoặc không.",
        en: "is not understood. Write paper, spoken, digital, guardian or none.")
    case .form:
      say(
        vi: "không hiểu. Hãy ghi: lớp, tại nhà, tại bàn hoặc tuyên truyền.",
        en: "is not understood. Write class, home, desk or broadcast.")
    default: FieldProblem.unknownWord.message
    }
  }
}

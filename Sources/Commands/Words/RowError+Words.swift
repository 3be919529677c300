package import Intake
import Tabular

extension RowError {
  /// Line, field, value, reason.
  package var message: String {
    let place = say(vi: "dòng \(line)", en: "line \(line)")
    switch problem {
    case .field(let problem):
      return "\(place): \(field?.rawValue ?? "") “\(value)”: \(problem.message)"
    case .row(.textAfterQuote):
      return say(
        vi: "\(place): có chữ sau dấu ngoặc kép đóng; sửa dấu ngoặc kép của dòng này.",
        en: "\(place): there is text after a closing quote; mend the quotes of this line.")
    case .row(.ragged(let expected, let got)):
      return say(
        vi: "\(place): có \(got) ô, tiêu đề có \(expected); thêm hoặc bớt dấu phân cách.",
        en: "\(place): \(got) cells where the header has \(expected); add or remove separators.")
    }
  }
}

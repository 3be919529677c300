import Domain
import Intake

/// What a row says of a registered person that the register does not: a list of attendees records who
/// came, and corrects nobody.
struct AttendeeDifference {
  let line: Int
  let person: Learner
  /// As they stand in the row, each with what it is.
  let details: [String]
}

extension [AttendeeDifference] {
  /// One remark about all of them; nil where there are none.
  var remark: String? {
    guard !isEmpty else { return nil }
    let shown = prefix(5).map { difference in
      say(
        vi: "dòng \(difference.line): \(difference.person.spoken): ",
        en: "line \(difference.line): \(difference.person.spoken): ")
        + difference.details.joined(separator: ", ")
    }.joined(separator: "; ")
    let more = count > 5 ? say(vi: "; và \(count - 5) dòng nữa", en: "; and \(count - 5) more") : ""
    return say(
      vi: "\(count) người đã có trong sổ mà tệp ghi khác (\(shown)\(more)); sổ giữ như cũ.",
      en: (count == 1 ? "1 registered person differs" : "\(count) registered people differ")
        + " from the file (\(shown)\(more)); the register is left as it is.")
  }
}

extension PersonDraft {
  /// The cells that are filled and say something else than the register does.
  func details(unlike known: Learner, livesThere: Bool) -> [String] {
    func differs(_ mine: String?, _ other: String?) -> Bool {
      mine.map { SearchText.folded($0) != other.map(SearchText.folded) } ?? false
    }
    let cells: [(isOther: Bool, vi: String, en: String, value: String?)] = [
      (!name.isEmpty && differs(name, known.person.name), "tên", "name", name),
      (
        birthYear != nil && birthYear != known.person.birthYear, "năm sinh", "birth year",
        birthYear.map(String.init)
      ),
      (sex != nil && sex != known.sex, "giới tính", "sex", sex?.spoken),
      (!livesThere, "nơi ở", "unit", unit),
      (differs(hamlet, known.person.hamlet), "thôn, tổ", "hamlet", hamlet),
      (phone != nil && phone != known.person.phone, "số điện thoại", "phone", phone),
    ]
    return cells.filter(\.isOther).map { cell in
      say(vi: "\(cell.vi) “\(cell.value ?? "")”", en: "\(cell.en) “\(cell.value ?? "")”")
    }
  }
}

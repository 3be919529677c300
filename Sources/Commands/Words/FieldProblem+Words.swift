package import Intake

extension FieldProblem {
  package var message: String {
    switch self {
    case .missing: say(vi: "còn trống, hãy điền.", en: "is empty; fill it in.")
    case .controlCharacter:
      say(
        vi: "có ký tự điều khiển hoặc ký tự ẩn; gõ lại bằng tay.",
        en: "has a control or hidden character; type it again by hand.")
    case .tooLong(let most):
      say(
        vi: "dài quá \(most) ký tự; rút ngắn.", en: "is longer than \(most) characters; shorten it."
      )
    case .noLetter:
      say(vi: "không có chữ nào; hãy ghi tên.", en: "has no letter in it; write a name.")
    case .notANumber:
      say(vi: "không phải là số; hãy ghi bằng chữ số.", en: "is not a number; write digits.")
    case .outside(let range):
      say(
        vi: "phải từ \(range.lowerBound) đến \(range.upperBound); hãy sửa số này.",
        en: "must be from \(range.lowerBound) to \(range.upperBound); correct it.")
    case .unknownWord:
      say(
        vi: "không hiểu. Hãy ghi giới tính: nữ, nam, khác; kết quả: có mặt, hoàn thành, đạt.",
        en: "is not understood. Write sex as f, m, x; result as attended, completed, passed.")
    case .notAPhone:
      say(
        vi: "không phải số điện thoại; hãy ghi đủ 10 số, hoặc để trống.",
        en: "is not a phone number; write its 10 digits, or leave it empty.")
    case .notAPerson:
      say(
        vi: "không phải mã; hãy ghi “new” hoặc mã người học như 7K2M-9QXD.",
        en: "is no reference; write “new” or a learner's reference such as 7K2M-9QXD.")
    case .citizenNumber:
      say(
        vi: "giống số căn cước; lantoa không giữ số căn cước, hãy xóa đi.",
        en: "looks like a citizen number; lantoa keeps none, so take it out.")
    }
  }
}

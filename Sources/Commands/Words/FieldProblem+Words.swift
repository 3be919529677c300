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
    case .notADay:
      say(
        vi: "không phải là ngày; hãy ghi như 1/3/2026 hoặc 2026-03-01.",
        en: "is not a day; write it as 2026-03-01 or, day first, 1/3/2026.")
    case .twoDigitYear:
      say(
        vi: "chỉ có hai chữ số năm; hãy ghi đủ bốn, như 1/3/2026.",
        en: "has a year of two digits; write all four, as in 1/3/2026.")
    case .monthFirst:
      say(
        vi: "ghi tháng trước ngày; hãy ghi ngày trước, như 25/3/2026, trong cả cột.",
        en: "has the month first; write the day first, as in 25/3/2026, in the whole column.")
    case .serialNumber:
      say(
        vi: "là số ngày của Excel; chọn định dạng ngày cho cả cột rồi lưu lại.",
        en: "is a day as Excel counts them; set the column to dates and save again.")
    case .absent:
      say(
        vi: "nghĩa là không đến: người vắng không có dòng nào; bỏ dòng này.",
        en: "did not come: whoever is absent has no row; take this row out.")
    case .leftOver:
      say(
        vi: "là ô thừa của dòng này; hãy đưa về đúng cột rồi xóa trống ô này.",
        en: "was left over of this row; take it to its own column and empty this cell.")
    case .missingForMove:
      say(
        vi:
          "còn trống, mà dòng này ghi ngày chuyển: hãy ghi xã, phường nơi chuyển đến, hoặc bỏ ngày "
          + "chuyển.",
        en:
          "is empty, and the row has a day of moving: write the unit moved to, or take that day out."
      )
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

package import Intake
package import Tabular

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
    case .noLetter: say(vi: "không có chữ nào.", en: "has no letter in it.")
    case .notANumber: say(vi: "không phải là số.", en: "is not a number.")
    case .outside(let range):
      say(
        vi: "phải từ \(range.lowerBound) đến \(range.upperBound).",
        en: "must be from \(range.lowerBound) to \(range.upperBound).")
    case .unknownWord:
      say(
        vi: "không hiểu. Giới tính: nữ, nam, khác; kết quả: có mặt, hoàn thành, đạt.",
        en: "is not understood. Sex: f, m, x; result: attended, completed, passed.")
    case .notADay:
      say(
        vi: "không phải là ngày; ghi như 1/3/2026 hoặc 2026-03-01.",
        en: "is not a day; write it as 2026-03-01 or, day first, 1/3/2026.")
    case .twoDigitYear:
      say(
        vi: "chỉ có hai chữ số năm; ghi đủ bốn, như 1/3/2026.",
        en: "has a year of two digits; write all four, as in 1/3/2026.")
    case .monthFirst:
      say(
        vi: "ghi tháng trước ngày; ghi ngày trước, như 25/3/2026, trong cả cột.",
        en: "has the month first; write the day first, as in 25/3/2026, in the whole column.")
    case .serialNumber:
      say(
        vi: "là số ngày của Excel; chọn định dạng ngày cho cả cột rồi lưu lại.",
        en: "is a day as Excel counts them; format the column as dates and save again.")
    case .absent:
      say(
        vi: "nghĩa là không đến: người vắng không có dòng nào; bỏ dòng này.",
        en: "did not come: whoever is absent has no row; take this row out.")
    case .leftOver:
      say(
        vi: "là ô thừa của dòng này; đưa về đúng cột rồi xóa trống ô này.",
        en: "was left over of this row; put it where it belongs and empty this cell.")
    case .notAPhone:
      say(vi: "không phải số điện thoại (10 số).", en: "is not a phone number (10 digits).")
    case .notAPerson:
      say(
        vi: "phải là “new” hoặc mã người học như 7K2M-9QXD.",
        en: "must be “new” or a learner's reference such as 7K2M-9QXD.")
    case .citizenNumber:
      say(
        vi: "giống số căn cước; lantoa không giữ số căn cước.",
        en: "looks like a citizen number; lantoa keeps none.")
    }
  }
}

extension RowError {
  /// Line, field, value, reason.
  package var message: String {
    let place = say(vi: "dòng \(line)", en: "line \(line)")
    switch problem {
    case .field(.unknownWord):
      return "\(place): \(field?.rawValue ?? "") “\(value)”: \(unknownWord)"
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

  /// With the words that this field knows.
  private var unknownWord: String {
    switch field {
    case .consent:
      say(
        vi: "không hiểu. Ghi: giấy, lời nói, điện tử, người giám hộ hoặc không.",
        en: "is not understood. Write paper, spoken, digital, guardian or none.")
    case .form:
      say(
        vi: "không hiểu. Ghi: lớp, tại nhà, tại bàn hoặc tuyên truyền.",
        en: "is not understood. Write class, home, desk or broadcast.")
    default: FieldProblem.unknownWord.message
    }
  }
}

extension CSVError {
  package var message: String {
    switch self {
    case .empty: say(vi: "tệp trống.", en: "the file is empty.")
    case .utf16:
      say(
        vi: "tệp ở dạng UTF-16 (“Unicode text”). Trong Excel chọn “CSV UTF-8” rồi lưu lại.",
        en: "the file is UTF-16 (“Unicode text”). In Excel choose “CSV UTF-8” and save again.")
    case .notUTF8(let line):
      say(
        vi:
          "dòng \(line): tệp không phải UTF-8 (bảng mã cũ?). Trong Excel chọn “CSV UTF-8” rồi lưu lại.",
        en:
          "line \(line): the file is not UTF-8 (an old encoding?). In Excel choose “CSV UTF-8” and "
          + "save again.")
    case .nulByte(let line):
      say(
        vi: "dòng \(line): có byte 0, đây không phải tệp CSV.",
        en: "line \(line): there is a zero byte; this is not a CSV file.")
    case .unclosedQuote(let line):
      say(
        vi: "dòng \(line): dấu ngoặc kép mở mà không đóng. Đóng lại rồi làm lại.",
        en: "line \(line): a quote is opened and never closed. Close it and try again.")
    case .lineTooLong(let line):
      say(
        vi: "dòng \(line): dài quá 1 MB; tìm dấu ngoặc kép thiếu.",
        en: "line \(line): longer than 1 MiB; look for a missing quote.")
    case .header(let problem):
      say(
        vi: "dòng \(problem.line): dòng tiêu đề hỏng dấu ngoặc kép.",
        en: "line \(problem.line): the header's quotes are broken.")
    case .duplicateHeader(let line, let name):
      say(
        vi: "dòng \(line): cột “\(name)” có hai lần. Xóa hoặc đổi tên một cột.",
        en: "line \(line): the column “\(name)” is there twice. Remove or rename one.")
    case .readFailed(let line, let reason):
      say(
        vi: "dòng \(line): không đọc tiếp được (\(reason)).",
        en: "line \(line): reading failed (\(reason)).")
    }
  }
}

extension ListFileError {
  package var message: String {
    switch self {
    case .csv(let error): error.message
    case .missingColumns(let columns, let found):
      say(
        vi:
          "thiếu cột \(columns.map(\.rawValue).joined(separator: ", ")). Dòng đầu phải có tên cột, "
          + "như name, birth_year, sex, unit (hoặc họ tên, năm sinh, giới tính, xã phường); "
          + "dòng đầu của tệp này có: \(found.joined(separator: ", ")).",
        en:
          "the column \(columns.map(\.rawValue).joined(separator: ", ")) is missing. The first line "
          + "must name the columns, such as name, birth_year, sex, unit; this one has: "
          + "\(found.joined(separator: ", ")).")
    case .dividedName(let header):
      say(
        vi:
          "cột “\(header)” chỉ có một phần của tên. Gộp họ và tên vào một cột “họ tên” rồi làm lại.",
        en:
          "the column “\(header)” has only a part of the name. Join the parts in one column “name” "
          + "and try again.")
    case .ambiguousColumn(let column, let headers):
      say(
        vi:
          "hai cột cùng nghĩa \(column.rawValue): \(headers.joined(separator: ", ")). Bỏ một cột.",
        en: "two columns mean \(column.rawValue): \(headers.joined(separator: ", ")). Remove one.")
    case .citizenNumbers(let column):
      say(
        vi:
          "cột “\(column)” giống số căn cước. lantoa không giữ số căn cước: xóa cột này rồi làm lại.",
        en:
          "the column “\(column)” looks like citizen numbers. lantoa keeps none: remove the column "
          + "and try again.")
    }
  }
}

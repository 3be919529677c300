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

extension CSVError {
  package var message: String {
    switch self {
    case .empty:
      say(
        vi: "tệp trống. Hãy ghi dòng tiêu đề và mỗi người một dòng.",
        en: "the file is empty. Write a header line, and a row for each person.")
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
        vi: "dòng \(line): có byte 0, đây không phải tệp CSV. Hãy lưu lại dạng “CSV UTF-8”.",
        en: "line \(line): there is a zero byte; this is not a CSV file. Save it as “CSV UTF-8”.")
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
        vi: "dòng \(problem.line): dòng tiêu đề hỏng dấu ngoặc kép; hãy sửa lại.",
        en: "line \(problem.line): the header's quotes are broken; mend them.")
    case .duplicateHeader(let line, let name):
      say(
        vi: "dòng \(line): cột “\(name)” có hai lần. Xóa hoặc đổi tên một cột.",
        en: "line \(line): the column “\(name)” is there twice. Remove or rename one.")
    case .readFailed(let line, let reason):
      say(
        vi: "dòng \(line): không đọc tiếp được (\(reason)). Hãy chép tệp sang ổ khác rồi làm lại.",
        en: "line \(line): reading failed (\(reason)). Copy the file to another disk and try again."
      )
    }
  }
}

extension AttendeeFileError {
  package var message: String {
    switch self {
    case .csv(let error): error.message
    case .missingColumns(let columns):
      say(
        vi:
          "thiếu cột \(columns.map(\.rawValue).joined(separator: ", ")). Dòng đầu phải có tên cột: "
          + "name, birth_year, sex, unit (hoặc họ tên, năm sinh, giới tính, xã phường).",
        en:
          "the column \(columns.map(\.rawValue).joined(separator: ", ")) is missing. The first line "
          + "must name the columns: name, birth_year, sex, unit.")
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

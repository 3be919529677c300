package import Tabular

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
    case .workbook:
      say(
        vi:
          "đây là sổ tính (.xlsx, .ods), không phải tệp CSV. Trong Excel chọn “CSV UTF-8” rồi lưu lại.",
        en:
          "this is a workbook (.xlsx, .ods), not a CSV file. In Excel choose “CSV UTF-8” and save again."
      )
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
        vi: "dòng \(line): cột “\(name.excerpt)” có hai lần. Xóa hoặc đổi tên một cột.",
        en: "line \(line): the column “\(name.excerpt)” is there twice. Remove or rename one.")
    case .readFailed(let line, let reason):
      say(
        vi: "dòng \(line): không đọc tiếp được (\(reason)). Hãy chép tệp sang ổ khác rồi làm lại.",
        en: "line \(line): reading failed (\(reason)). Copy the file to another disk and try again."
      )
    }
  }
}

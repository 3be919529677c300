package import Intake
import Tabular

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

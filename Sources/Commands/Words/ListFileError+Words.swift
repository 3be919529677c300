package import Intake
import Tabular

extension ListFileError {
  package var message: String {
    switch self {
    case .csv(let error): error.message
    case .missingColumns(let columns, let kind, let found):
      say(
        vi:
          "thiếu cột \(columns.map(\.spoken).joined(separator: ", ")). Dòng đầu phải có tên cột, "
          + "như \(kind.usualColumns.map(\.rawValue).joined(separator: ", ")) (hoặc "
          + "\(kind.usualColumns.map(\.spoken).joined(separator: ", "))); "
          + "dòng đầu của tệp này có: \(Spoken.names(found)).",
        en: (columns.count == 1 ? "the column " : "the columns ")
          + columns.map(\.spoken).joined(separator: ", ")
          + (columns.count == 1 ? " is missing. " : " are missing. ")
          + "The first line must name the "
          + "columns, such as \(kind.usualColumns.map(\.rawValue).joined(separator: ", ")); this one "
          + "has: \(Spoken.names(found)).")
    case .dividedName(let header):
      say(
        vi:
          "cột “\(header.excerpt)” chỉ có một phần của tên. Hãy gộp họ và tên vào một cột “họ tên” rồi làm lại.",
        en:
          "the column “\(header.excerpt)” has only a part of the name. Make one column “name” of the "
          + "parts, and try again.")
    case .ambiguousColumn(let column, let headers):
      say(
        vi:
          "hai cột cùng nghĩa “\(column.spoken)”: \(Spoken.names(headers)). Bỏ một cột.",
        en:
          "two columns mean \(column.rawValue): \(Spoken.names(headers)). Remove one."
      )
    case .citizenNumbers(let column):
      say(
        vi:
          "cột “\(column.excerpt)” giống số căn cước. lantoa không giữ số căn cước: xóa cột này rồi làm lại.",
        en:
          "the column “\(column.excerpt)” looks like citizen numbers. lantoa keeps none: remove the column "
          + "and try again.")
    }
  }
}

extension ListKind {
  /// The columns that most such lists have, for whoever makes a header.
  fileprivate var usualColumns: [ListColumn] {
    switch self {
    case .attendees, .learners: [.name, .birthYear, .sex, .unit]
    case .sessions: [.session, .date, .course, .team, .name, .birthYear, .sex, .unit]
    }
  }
}

import Intake
import Tabular

extension PlacesError {
  /// File, line, field, value, reason, and what to do.
  var message: String {
    let place = "\(file):\(line): \(field) “\(value)”: "
    return switch problem {
    case .file(let error): "\(file): \(error.message)"
    case .row(let kind):
      RowError(line: line, field: nil, value: "", problem: .row(kind))
        .message(under: nil)
    case .missingColumn:
      place + say(vi: "thiếu cột này; hãy thêm.", en: "this column is missing; add it.")
    case .invalid:
      place + say(vi: "không đọc được; hãy sửa ô này.", en: "cannot be read; correct the cell.")
    case .unknownUnit:
      place
        + say(
          vi: "không có đơn vị này; xem lại units.csv.",
          en: "there is no such unit; check units.csv.")
    case .unknownSeries:
      place
        + say(
          vi: "không có nguồn này; xem lại population_series.csv.",
          en: "there is no such series; check population_series.csv.")
    case .twice:
      place + say(vi: "có hai lần; hãy bỏ một dòng.", en: "it is there twice; take one row out.")
    }
  }
}

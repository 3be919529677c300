import Domain

/// What a column of an attendee file can be about.
///
/// The raw value is its English header.
package enum AttendeeColumn: String, CaseIterable, Sendable {
  case name
  case birthYear = "birth_year"
  case sex, unit, hamlet, phone, result, score, person

  /// Reads a header in English or Vietnamese; case, marks and punctuation do not matter.
  package init?(header: String) {
    switch SearchText.words(of: header).joined(separator: " ") {
    case "person": self = .person
    case "name", "ho ten", "ho va ten": self = .name
    case "birth year", "nam sinh": self = .birthYear
    case "sex", "gioi tinh": self = .sex
    case "unit", "xa phuong": self = .unit
    case "hamlet", "thon": self = .hamlet
    case "phone", "dien thoai", "so dien thoai", "sdt": self = .phone
    case "result", "ket qua": self = .result
    case "score", "diem": self = .score
    default: return nil
    }
  }

  /// Required in the header; its cells may still be empty, but for the name.
  package var isRequired: Bool {
    switch self {
    case .name, .birthYear, .sex, .unit: true
    case .person, .hamlet, .phone, .result, .score: false
    }
  }
}

import Domain
import Storage

extension KeptValue.Field {
  var spoken: String {
    switch self {
    case .name: say(vi: "họ tên", en: "name")
    case .birthYear: say(vi: "năm sinh", en: "birth year")
    case .sex: say(vi: "giới tính", en: "sex")
    case .unit: say(vi: "nơi ở", en: "unit")
    case .hamlet: say(vi: "thôn, tổ", en: "hamlet")
    case .phone: say(vi: "số điện thoại", en: "phone")
    case .registeredOn: say(vi: "ngày ghi sổ", en: "day of registering")
    case .consent: say(vi: "đồng ý", en: "consent")
    case .movedOn: say(vi: "ngày chuyển", en: "day of moving")
    case .date: say(vi: "ngày", en: "date")
    case .form: say(vi: "hình thức", en: "form")
    case .team: say(vi: "tổ", en: "team")
    case .course: say(vi: "khóa", en: "course")
    case .lessons: say(vi: "bài", en: "lessons")
    case .minutes: say(vi: "số phút", en: "minutes")
    case .mark: say(vi: "kết quả", en: "result")
    }
  }
}

extension RecordOutput {
  /// A value as people read it; teams are looked up.
  func spoken(_ content: KeptValue.Content, in reader: RegisterReader) throws -> String {
    switch content {
    case .text(let text): text
    case .number(let number): String(number)
    case .day(let day): Spoken.day(day)
    case .sex(let sex): sex.spoken
    case .residence(let residence): spoken(residence)
    case .consent(let consent): consent.spoken
    case .form(let form): form.spoken
    case .team(let id): try reader.team(id: id)?.name ?? Reference(id).description
    case .lessons(let lessons): lessons.joined(separator: ", ")
    case .mark(let mark): mark.spoken
    }
  }
}

import Intake

extension ListColumn {
  /// A header that lists may have for the column, where the list at hand has none.
  var spoken: String {
    switch self {
    case .session: say(vi: "mã buổi", en: rawValue)
    case .date: say(vi: "ngày", en: rawValue)
    case .course: say(vi: "khóa học", en: rawValue)
    case .team: say(vi: "tổ công nghệ số", en: rawValue)
    case .minutes: say(vi: "số phút", en: rawValue)
    case .lesson: say(vi: "bài", en: rawValue)
    case .form: say(vi: "hình thức", en: rawValue)
    case .name: say(vi: "họ tên", en: rawValue)
    case .birthYear: say(vi: "năm sinh", en: rawValue)
    case .sex: say(vi: "giới tính", en: rawValue)
    case .unit: say(vi: "xã phường", en: rawValue)
    case .hamlet: say(vi: "thôn", en: rawValue)
    case .phone: say(vi: "điện thoại", en: rawValue)
    case .registeredOn: say(vi: "ngày đăng ký", en: rawValue)
    case .consent: say(vi: "đồng ý", en: rawValue)
    case .externalKey: say(vi: "mã", en: rawValue)
    case .movedOn: say(vi: "ngày chuyển", en: rawValue)
    case .result: say(vi: "kết quả", en: rawValue)
    case .score: say(vi: "điểm", en: rawValue)
    case .person: say(vi: "mã người học", en: rawValue)
    case .line, .reason, .candidates, .extraCells, .demo: rawValue
    }
  }
}

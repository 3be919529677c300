import Domain

/// Codes that tables show as words; JSON and CSV keep the codes.
extension PopulationSeries {
  /// How official the series is.
  var spokenStanding: String {
    switch standing {
    case "official": say(vi: "chính thức", en: "official")
    case "official-city": say(vi: "chính thức, toàn thành phố", en: "official, for the city")
    case "unofficial": say(vi: "không chính thức", en: "unofficial")
    case "second-hand": say(vi: "dẫn lại", en: "second-hand")
    case "suspect": say(vi: "đáng ngờ", en: "suspect")
    default: standing
    }
  }

  /// Whom the series counts.
  var spokenBasis: String {
    switch basis {
    case "all": say(vi: "mọi người", en: "everybody")
    case "adults": say(vi: "người lớn", en: "adults")
    default: basis
    }
  }
}

extension ResultBasis {
  /// How a result is known.
  var spoken: String {
    switch self {
    case .lessons: say(vi: "học đủ bài", en: "lessons")
    case .declared: say(vi: "tổ trưởng xác nhận", en: "declared")
    case .tested: say(vi: "kiểm tra", en: "tested")
    case .imported: say(vi: "nhập vào", en: "imported")
    }
  }
}

extension Consent {
  var spoken: String {
    switch self {
    case .paper: say(vi: "giấy", en: "paper")
    case .spoken: say(vi: "lời nói", en: "spoken")
    case .digital: say(vi: "điện tử", en: "digital")
    case .guardian: say(vi: "người giám hộ", en: "guardian")
    case .none: say(vi: "không", en: "none")
    case .withdrawn: say(vi: "đã rút lại", en: "withdrawn")
    }
  }
}

import Domain

extension Sex {
  var spoken: String {
    switch self {
    case .female: say(vi: "nữ", en: "f")
    case .male: say(vi: "nam", en: "m")
    case .other: say(vi: "khác", en: "x")
    }
  }
}

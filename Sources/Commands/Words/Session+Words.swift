import Domain

extension LearningResult {
  var spoken: String {
    switch self {
    case .attended: say(vi: "có mặt", en: "attended")
    case .completed: say(vi: "hoàn thành", en: "completed")
    case .passed: say(vi: "đạt", en: "passed")
    }
  }
}

extension SessionForm {
  var spoken: String {
    switch self {
    case .class: say(vi: "lớp học", en: "class")
    case .home: say(vi: "tại nhà", en: "home visit")
    case .desk: say(vi: "tại bàn", en: "desk")
    case .broadcast: say(vi: "tuyên truyền", en: "broadcast")
    }
  }
}

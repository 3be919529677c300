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

extension Mark {
  /// The result, how it is known, and the score where there is one.
  var spoken: String {
    let score = score.map { say(vi: "\($0) điểm", en: "score \($0)") }
    return "\(result.spoken) (\([basis.spoken, score].compactMap(\.self).joined(separator: ", ")))"
  }
}

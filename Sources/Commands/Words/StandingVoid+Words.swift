import Domain
import Storage

extension StandingVoid {
  /// Who, when, why, and in what words.
  var spoken: String {
    let who = actor ?? say(vi: "(không rõ ai)", en: "(nobody knows who)")
    return say(
      vi: "Đã hủy ngày \(Spoken.day(day)), \(who): \(reason.spoken)",
      en: "Voided on \(Spoken.day(day)) by \(who): \(reason.spoken)")
      + (words.map { " – “\($0)”" } ?? "")
  }

  var json: OutputValue {
    [
      "on": .spelled(day), "by": .text(actor), "reason": .text(reason.rawValue),
      "words": .text(words),
    ]
  }
}

extension VoidReason {
  var spoken: String {
    switch self {
    case .wrongDate: say(vi: "sai ngày", en: "wrong date")
    case .loggedTwice: say(vi: "ghi hai lần", en: "logged twice")
    case .wrongPerson: say(vi: "nhầm người", en: "wrong person")
    case .other: say(vi: "lý do khác", en: "another reason")
    case .undone: say(vi: "bỏ bằng lantoa undo", en: "taken back by lantoa undo")
    }
  }
}

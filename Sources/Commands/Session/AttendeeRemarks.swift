import Domain

extension [Learner] {
  /// One remark about people who want their names used no longer; nil where there are none.
  var remarkOnWithdrawal: String? {
    let withdrawn = filter { $0.consent == .withdrawn }
    guard !withdrawn.isEmpty else { return nil }
    let shown = withdrawn.prefix(5).map(\.spoken).joined(separator: "; ")
    let more = withdrawn.count - 5
    let rest = more > 0 ? say(vi: "; và \(more) người nữa", en: "; and \(more) more") : ""
    return say(
      vi:
        "Đã rút lại sự đồng ý: \(shown)\(rest). Hỏi lại người đó; nếu không đồng ý, ghi vắng và đếm ở "
        + "--unnamed, hoặc: lantoa learner erase MÃ --yes",
      en:
        "Have withdrawn their consent: \(shown)\(rest). Ask them again; if they still refuse, mark them "
        + "absent and count them in --unnamed, or: lantoa learner erase REF --yes")
  }

  /// One remark about people who had died by the day of what they are recorded in; nil where there are
  /// none. It is recorded all the same: the day of the death may be what is wrong.
  var remarkOnDeath: String? {
    guard !isEmpty else { return nil }
    let shown = prefix(5).map { learner in
      "\(learner.spoken) (\(learner.died.map(Spoken.day) ?? ""))"
    }.joined(separator: "; ")
    let more =
      count > 5 ? say(vi: "; và \(count - 5) người nữa", en: "; and \(count - 5) more") : ""
    return say(
      vi:
        "Theo sổ thì đã mất trước ngày này: \(shown)\(more). Xem lại người, ngày, hoặc bỏ việc ghi "
        + "mất: lantoa learner died MÃ --retract",
      en:
        "Dead by that day, says the register: \(shown)\(more). Check the person and the day, or take "
        + "the death back: lantoa learner died REF --retract")
  }
}

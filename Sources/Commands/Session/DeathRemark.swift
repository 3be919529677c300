import Domain

extension [Learner] {
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

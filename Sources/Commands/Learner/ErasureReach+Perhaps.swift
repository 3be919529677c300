import Domain
import Storage

/// What stays and perhaps names the people who are erased: by one word, or with some marks missing.
extension ErasureReach {
  var perhapsBefore: [String] {
    perhaps(
      next: say(
        vi:
          "Đọc: lantoa session show MÃ; nếu đúng là người này, xóa luôn chữ của buổi: --notes-of MÃ",
        en:
          "Read it: lantoa session show REF; if it is this person, erase the session's words as well: "
          + "--notes-of REF"))
  }

  func perhapsAfter(of people: [Learner]) -> [String] {
    guard let person = people.first else { return [] }
    let command = "lantoa learner erase \(Reference(person.id)) --notes-of"
    return perhaps(
      next: say(
        vi: "Đọc: lantoa session show MÃ; nếu đúng là người này: \(command) MÃ",
        en: "Read it: lantoa session show REF; if it is this person: \(command) REF"))
  }

  private func perhaps(next: String) -> [String] {
    let sessions = losses.perhaps
    let reasons = Spoken.count(losses.perhapsReasons)
    let others =
      losses.perhapsReasons == 0
      ? []
      : [
        say(
          vi: "Lý do của \(reasons) lần hủy khác có thể cũng vậy, và giữ nguyên.",
          en: "So may reasons of other voids (\(reasons)), which stay.")
      ]
    guard !sessions.isEmpty else { return others }
    let heading = say(
      vi:
        "Có thể nhắc đến người này (chỉ một chữ tên, hoặc tên thiếu dấu; có khi ở chữ cũ đã sửa), nên "
        + "không tự xóa: \(Spoken.count(sessions.count)) buổi",
      en:
        "May name this person (by one word, or without some marks; maybe in a text corrected since), and "
        + "so stays. Sessions: \(Spoken.count(sessions.count))")
    return [heading] + Self.list(of: sessions) + [next] + others
  }
}

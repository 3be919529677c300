import Domain
import Storage

/// What an erasure takes beside the people's own records, and what it leaves that may name them.
struct ErasureReach {
  static let told = 20

  let losses: TextLosses
  let files: [RejectedFile.Loss]
  let keptNames: [KeptName]

  /// What will be lost, for whoever still wants to copy some of it; and what will stay.
  var before: [String] {
    let sessions = losses.sessions.filter { !$0.isAsked }.map(\.line)
    let asked = losses.sessions.filter(\.isAsked).map(\.line)
    let reasons =
      losses.reasons == 0
      ? []
      : [
        say(
          vi: "  lý do của \(Spoken.count(losses.reasons)) lần hủy",
          en: "  reasons of \(Spoken.count(losses.reasons, "void", "voids"))")
      ]
    let rows = files.filter { $0.rows > 0 }.map { file in
      say(
        vi: "  \(file.path): \(Spoken.count(file.rows)) dòng",
        en: "  \(file.path): \(Spoken.count(file.rows, "row", "rows"))")
    }
    let lost = sessions + reasons + rows
    guard !lost.isEmpty || !asked.isEmpty else { return spared + perhapsBefore + named }
    let heading = say(
      vi: "Sẽ mất theo, vì có đủ họ tên hoặc số điện thoại của người này:",
      en: "Goes with them, for it has their full name or number:")
    let wish = say(
      vi: "Sẽ mất theo, dù ghi gì, vì có --notes-of:",
      en: "Goes with them, whatever it says, for --notes-of names it:")
    let next = say(
      vi: "Điều gì còn cần thì chép ra trước: lantoa session show MÃ",
      en: "What is still needed of it, copy out first: lantoa session show REF")
    return (lost.isEmpty ? [] : [heading] + lost) + (asked.isEmpty ? [] : [wish] + asked)
      + [next] + spared + perhapsBefore + named
  }

  /// What was lost, and what stays. `noted` are the sessions of `people` that still have a note.
  func after(noted: [Session], of people: [Learner]) -> [String] {
    var lines: [String] = []
    if !losses.sessions.isEmpty {
      let count = Spoken.count(losses.sessions.count)
      lines.append(
        say(
          vi: "Đã xóa ghi chú hoặc địa điểm của \(count) buổi.",
          en: "Sessions whose note or venue was cleared: \(count)."))
    }
    if losses.reasons > 0 {
      let count = Spoken.count(losses.reasons)
      lines.append(
        say(vi: "Đã xóa lý do của \(count) lần hủy.", en: "Reasons of voids cleared: \(count)."))
    }
    let told = Set(losses.perhaps.map(\.id))
    return lines + spared + perhapsAfter(of: people) + named
      + Self.lines(of: noted.filter { !told.contains($0.id) }, with: people)
  }

  private var spared: [String] {
    files.filter { $0.spared > 0 }.map { file in
      say(
        vi:
          "Giữ lại trong \(file.path): \(Spoken.count(file.spared)) dòng có tên, số hay khóa đó nhưng năm "
          + "sinh, giới tính hoặc điện thoại khác, hoặc tên chỉ có một số dấu, hay nằm giữa những chữ khác. Nếu "
          + "là cùng một người: tự xóa dòng đó.",
        en:
          "Stays in \(file.path): rows (\(Spoken.count(file.spared))) that have the name, number or key but "
          + "another birth year, sex or phone, or the name with some of its marks or among other words. If "
          + "they are of the same person, delete them yourself."
      )
    }
  }

  private var named: [String] {
    guard !keptNames.isEmpty else { return [] }
    let heading = say(
      vi: "Tên gọi có họ tên người này thì giữ nguyên:",
      en: "Names that hold the full name stay as they are:")
    return [heading] + keptNames.map(\.line)
  }

  private static func lines(of noted: [Session], with people: [Learner]) -> [String] {
    guard !noted.isEmpty, let person = people.first else { return [] }
    let command = "lantoa learner erase \(Reference(person.id)) --notes-of"
    return [
      say(
        vi:
          "Buổi người này đã dự còn ghi chú, có thể gọi tắt hay gọi cách khác. Đọc: lantoa session show MÃ; "
          + "xóa hẳn ghi chú và địa điểm, cả trong nhật ký: \(command) MÃ:",
        en:
          "Sessions they were in that have a note, which may call them by less than the full name. Read it: "
          + "lantoa session show REF; erase its note and venue for good, in the journal too: "
          + "\(command) REF:")
    ] + list(of: noted)
  }

  /// The first of the sessions by reference and day, and how many more there are.
  static func list(of sessions: [Session]) -> [String] {
    let references = sessions.map(\.id).references()
    let shown = sessions.prefix(told).map { session in
      "  \(references[session.id]?.description ?? "")  \(Spoken.day(session.details.date))"
    }
    let rest = Spoken.count(sessions.count - shown.count)
    return shown
      + (shown.count < sessions.count
        ? [say(vi: "  … và \(rest) buổi nữa", en: "  … and \(rest) more")] : [])
  }
}

extension TextLosses.OfSession {
  /// The session by reference, day and team, and what it loses.
  fileprivate var line: String {
    let lost = [
      losesNote ? say(vi: "ghi chú", en: "note") : nil,
      losesVenue ? say(vi: "địa điểm", en: "venue") : nil,
      losesReason ? say(vi: "lý do hủy", en: "reason of its void") : nil,
    ].compactMap(\.self)
    let texts =
      lost.isEmpty
      ? say(vi: "chữ đã sửa từ trước", en: "a text corrected since") : lost.joined(separator: ", ")
    let place = team.map { ", \($0.name)" } ?? ""
    return "  \(Reference(session.id))  \(Spoken.day(session.details.date))\(place): \(texts)"
  }
}

extension KeptName {
  fileprivate var line: String {
    switch self {
    case .team(let team): say(vi: "  tổ “\(team.name)”", en: "  the team “\(team.name)”")
    case .source(let name): say(vi: "  danh sách “\(name)”", en: "  the list “\(name)”")
    case .actor(let name): say(vi: "  người ghi sổ “\(name)”", en: "  the account “\(name)”")
    }
  }
}

import Foundation
import Storage

/// What may still hold people who are erased.
extension RegisterCondition {
  static func erasure(at desk: Desk) throws -> Check {
    let uncleared = try desk.register.unclearedFiles().map { path in
      say(
        vi:
          "Tệp dòng lỗi có thể còn người đã xóa: \(path). Mở ra, bỏ các dòng của họ rồi lưu; hoặc "
          + "xóa cả tệp: rm \(path)",
        en:
          "A file of rejected rows may still hold people who were erased: \(path). Open it, delete "
          + "their rows and save; or remove the file: rm \(path)")
    }
    let troubles =
      [try rewritingTrouble(of: desk.register), try listTrouble(at: desk)].compactMap(\.self)
      + uncleared
    return Check(
      name: .erasure, isWell: troubles.isEmpty,
      detail: (troubles + doneNow(by: desk.register)).joined(separator: " "))
  }

  /// Why old pages still hold people who are erased, and what to do; nil where none do.
  private static func rewritingTrouble(of register: Register) throws -> String? {
    guard try register.isRewritePending() else { return nil }
    // Put off since this opening: whoever has erased just now has the register open.
    var obstacle = RegisterError.locked(path: register.path)
    if case .postponed(let found)? = register.overdue.rewriting { obstacle = found }
    return say(
      vi:
        "Đã xóa người khỏi sổ và nhật ký, nhưng chữ cũ còn nằm trong tệp cho đến khi ghi lại được cả tệp: "
        + "\(obstacle.postponement). Rồi chạy lại lệnh này.",
      en:
        "People are erased in the journal and the tables, but old bytes still lie in the file until it can "
        + "be written anew: \(obstacle.postponement). Then run this again.")
  }

  /// What this very opening has done of what had to wait.
  private static func doneNow(by register: Register) -> [String] {
    var done: [String] = []
    if register.overdue.rewriting == .done {
      done.append(
        say(
          vi: "Vừa xong: đã ghi lại cả tệp, việc còn chờ từ lần xóa người trước.",
          en: "Done now: the file was written anew, which had waited since people were erased."))
    }
    let (listed, path) = (register.overdue.listed, ErasedList.path(beside: register.path).printable)
    if listed > 0 {
      done.append(
        say(
          vi:
            "Vừa xong: đã thêm \(Spoken.count(listed)) lần ghi còn thiếu vào danh sách người đã xóa "
            + "\(path).",
          en: "Done now: erased records that the list \(path) did not name were added to it "
            + "(\(Spoken.count(listed)))."))
    }
    return done
  }

  /// Why people who are erased are not on the list beside the register, and what to do; nil where all are.
  static func listTrouble(at desk: Desk) throws -> String? {
    var obstacle: RegisterError?
    do {
      try desk.register.completeErasedList()
    } catch let error as RegisterError {
      obstacle = error
    }
    let missing = try desk.register.erasedPeopleNotListed()
    guard missing > 0 else { return nil }
    let path = ErasedList.path(beside: desk.register.path).printable
    var cause = obstacle?.message ?? ""
    if case .listUnreadable(_, let line)? = obstacle {
      cause = say(
        vi:
          "Dòng \(line) của tệp đó không phải của danh sách: đổi tên tệp, lần mở sổ sau sẽ viết lại.",
        en:
          "Line \(line) of that file is none of a list: give it another name, and the next opening "
          + "writes the list anew.")
    }
    return say(
      vi:
        "Danh sách người đã xóa \(path) còn thiếu \(Spoken.count(missing)) lần ghi: khôi phục bản sao "
        + "lưu cũ sẽ đưa họ trở lại. \(cause)",
      en:
        "The list of erased people \(path) does not name \(Spoken.count(missing)) of the erased "
        + "records: restoring an older backup would bring them back. \(cause)")
  }
}

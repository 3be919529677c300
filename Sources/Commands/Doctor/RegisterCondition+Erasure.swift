import Foundation
import Storage

/// What may still hold people who are erased.
extension RegisterCondition {
  static func erasure(isRewritePending: Bool, uncleared: [String], list: String?) -> Check {
    var details: [String] = []
    if isRewritePending {
      details.append(
        say(
          vi:
            "Đã xóa người, nhưng tệp chưa ghi lại được: đóng mọi chương trình đang mở sổ, rồi chạy "
            + "lại lệnh này.",
          en:
            "People were erased and the file could not be written anew yet: close every program "
            + "that has the register open, then run this again."))
    }
    if let list { details.append(list) }
    details += uncleared.map { path in
      say(
        vi:
          "Tệp dòng lỗi có thể còn người đã xóa: \(path). Mở ra, bỏ các dòng của họ rồi lưu; hoặc "
          + "xóa cả tệp: rm \(path)",
        en:
          "A file of rejected rows may still hold people who were erased: \(path). Open it, delete "
          + "their rows and save; or remove the file: rm \(path)")
    }
    return Check(
      name: .erasure, isWell: details.isEmpty, detail: details.joined(separator: " "))
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

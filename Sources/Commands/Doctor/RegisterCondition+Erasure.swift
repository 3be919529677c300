import Foundation
import Storage

/// What may still hold people who are erased.
extension RegisterCondition {
  static func erasure(isRewritePending: Bool, uncleared: [String]) -> Check {
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
}

import Storage

/// What an erasure came to, as it is told.
struct ErasureOutcome {
  /// How many records were emptied.
  let records: Int
  /// Why the list for restores could not be written; nil where it was.
  let listTrouble: String?
  let rejected: RejectedFile.Clearing
  let rewriting: Register.Rewriting

  /// Whoever is on no list for restores comes back with an older backup: not for good, then.
  var heading: String {
    let count = Spoken.count(records)
    return listTrouble == nil
      ? say(
        vi: "Đã xóa hẳn (\(count) lần ghi). Số đếm không đổi.",
        en: "Erased for good (records: \(count)). No count has changed.")
      : say(
        vi:
          "Đã xóa khỏi sổ này (\(count) lần ghi), nhưng chưa ghi được vào danh sách để khi khôi phục thì "
          + "xóa lại. Số đếm không đổi.",
        en:
          "Erased in this register (records: \(count)), but not yet on the list by which a restore erases "
          + "them again. No count has changed.")
  }

  /// Of the list, and of the files of rejected rows.
  var ofFiles: [String] {
    let list = listTrouble.map {
      $0 + " " + say(vi: "Xem lại: lantoa doctor", en: "To look again: lantoa doctor")
    }
    let cleared =
      rejected.rows == 0
      ? nil
      : say(
        vi: "Đã bỏ \(Spoken.count(rejected.rows)) dòng khỏi tệp .errors.csv.",
        en: "Rows taken out of .errors.csv files: \(Spoken.count(rejected.rows)).")
    let unread = rejected.unread.map { path in
      say(
        vi: "Không đọc hoặc ghi được \(path): mở tệp đó, tự xóa các dòng của người này. lantoa "
          + "doctor còn nhắc cho đến khi xong.",
        en: "Cannot read or write \(path): open it, and delete this person's rows yourself. "
          + "lantoa doctor names it until that is done.")
    }
    let missing = rejected.missing.map { path in
      say(
        vi:
          "Không còn thấy \(path): nếu đã chuyển đi, lưu tên khác, hoặc ổ USB chưa cắm, tự xóa các "
          + "dòng của người này ở đó.",
        en:
          "Not found any more: \(path); if it was moved, saved under another name, or its drive is not "
          + "plugged in, take this person's rows out there.")
    }
    return [list, cleared].compactMap(\.self) + unread + missing
  }

  /// Of the file itself, where old bytes still lie in it.
  var ofRewriting: [String] { Self.lines(of: rewriting) }

  static func lines(of rewriting: Register.Rewriting) -> [String] {
    guard case .postponed(let obstacle) = rewriting else { return [] }
    return [
      say(
        vi:
          "Họ đã xóa khỏi sổ và nhật ký. Nhưng chữ cũ còn nằm trong tệp cho đến khi ghi lại được "
          + "cả tệp: \(obstacle.postponement). Lệnh lantoa kế tiếp sẽ tự ghi lại; đến lúc đó lantoa "
          + "doctor còn nhắc.",
        en:
          "They are erased in the journal and the tables. But old bytes still lie in the file until it "
          + "can be written anew: \(obstacle.postponement). The next lantoa command does that by "
          + "itself; until then lantoa doctor says so.")
    ]
  }

  /// What no program can take back.
  static var elsewhere: String {
    say(
      vi:
        "Hãy hủy cả danh sách đã nhập hay đã xuất, giấy đã in, và bản sao lưu cũ có người này.",
      en:
        "Destroy lists that were imported or exported, printed sheets and older backups that have this "
        + "person, too.")
  }
}

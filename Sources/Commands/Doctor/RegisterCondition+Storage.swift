import Domain
import Foundation
import Storage

/// What a register rests on: SQLite, its settings, the disk, and copies elsewhere.
extension RegisterCondition {
  static func durability(_ settings: [String: String]) -> Check {
    let isDurable = settings["synchronous"] == "2" && settings["journal_mode"] == "wal"
    return Check(
      name: .durability, isWell: isDurable,
      detail: isDurable
        ? "synchronous = FULL, WAL"
        : say(
          vi: "Đang mở chỉ để đọc; chưa ghi gì được.",
          en: "Open for reading only: nothing can be recorded now."))
  }

  /// SQLite 3.7.0 to 3.51.2 can corrupt a file when two connections write or checkpoint at the same
  /// instant ("WAL-reset", fixed in 3.51.3); one program at a time never meets it.
  static func sqlite(_ version: String) -> Check {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    let isFixed = !parts.lexicographicallyPrecedes([3, 51, 3])
    return Check(
      name: .sqlite, isWell: isFixed,
      detail: isFixed
        ? version
        : say(
          vi:
            "\(version): bản trước 3.51.3 có lỗi hiếm khi hai chương trình cùng ghi một lúc. Chỉ mở sổ "
            + "bằng một chương trình; cập nhật hệ điều hành khi có bản mới.",
          en:
            "\(version): before 3.51.3 it has a rare fault when two programs write at the same instant. "
            + "Open the register with one program at a time; update the system when it brings a newer "
            + "one."))
  }

  /// Room for the register to be written anew, on a disk that locks files as SQLite must have them locked.
  static func disk(of path: String) -> Check {
    let folder = (path as NSString).deletingLastPathComponent
    let files = FileManager.default
    let size = (try? files.attributesOfItem(atPath: RealPath.of(path))[.size] as? Int) ?? 0
    let system = try? files.attributesOfFileSystem(forPath: folder.isEmpty ? "." : folder)
    guard let free = system?[.systemFreeSize] as? Int else {
      return Check(name: .disk, isWell: true, detail: "")
    }
    let isRemote = networkFileSystems.contains { fileSystem(of: path).hasPrefix($0) }
    let hasRoom = free >= 2 * size
    let room = say(
      vi: "sổ \(megabytes(size)), còn trống \(megabytes(free))",
      en: "register \(megabytes(size)), free \(megabytes(free))")
    let advice =
      isRemote
      ? say(
        vi: "ổ mạng không khóa tệp chắc chắn: chép sổ về ổ của máy này",
        en:
          "a network drive does not lock files reliably: keep the register on this machine's own disk"
      )
      : say(
        vi: "cần trống gấp đôi sổ để sao lưu và xóa hẳn: xóa bớt tệp khác",
        en: "backups and erasure need twice the register's size: make room")
    return Check(
      name: .disk, isWell: hasRoom && !isRemote,
      detail: hasRoom && !isRemote ? room : "\(room); \(advice)")
  }

  private static let networkFileSystems = [
    "nfs", "cifs", "smb", "afs", "ceph", "9p", "fuse.sshfs", "fuse.rclone",
  ]

  /// The kind of the file system that holds `path`, as `/proc/self/mounts` names it.
  private static func fileSystem(of path: String) -> String {
    let mounts =
      FileManager.default.contents(atPath: "/proc/self/mounts")
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
    let holding = mounts.split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0.count > 2 }
      .filter { mount in
        let point = mount[1].hasSuffix("/") ? String(mount[1]) : mount[1] + "/"
        return RealPath.of(path).hasPrefix(point)
      }
    return holding.max { $0[1].count < $1[1].count }.map { String($0[2]) } ?? ""
  }

  private static func megabytes(_ bytes: Int) -> String {
    "\(Spoken.count((bytes + 999_999) / 1_000_000)) MB"
  }

  private static let daysBetweenBackups = 7

  /// `last` and `now` by the wall clock, in milliseconds since 1970.
  static func backup(_ last: Int64?, today: CalendarDay, now: Int64) -> Check {
    guard let last else {
      return Check(
        name: .backup, isWell: false,
        detail: say(
          vi: "Chưa sao lưu lần nào. Cắm ổ USB rồi: lantoa backup /media/… --keep 9",
          en: "None was ever made. Plug in a USB stick, then: lantoa backup /media/… --keep 9"))
    }
    let day = CalendarDay(milliseconds: last)
    guard last <= now else {
      return Check(
        name: .backup, isWell: false,
        detail: say(
          vi:
            "Lần cuối ghi là \(Spoken.day(day)), chưa tới: đồng hồ máy chậm, hoặc ghi chú này đã bị sửa. Xem lại "
            + "đồng hồ, rồi: lantoa backup …",
          en:
            "The last is noted for \(Spoken.day(day)), which is still to come: this machine's clock is behind, "
            + "or the note was changed. See to the clock, then: lantoa backup …"))
    }
    let isRecent = today.ordinal - day.ordinal <= daysBetweenBackups
    return Check(
      name: .backup, isWell: isRecent,
      detail: isRecent
        ? Spoken.day(day)
        : say(
          vi: "Lần cuối \(Spoken.day(day)), đã quá \(daysBetweenBackups) ngày: lantoa backup …",
          en:
            "The last was on \(Spoken.day(day)), more than \(daysBetweenBackups) days ago: lantoa "
            + "backup …"))
  }
}

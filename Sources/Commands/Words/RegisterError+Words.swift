package import Storage

extension RegisterError {
  /// What happened, to which file, and what to do next.
  package var message: String {
    switch self {
    case .notFound(let path):
      say(
        vi: "Không thấy sổ “\(path)”. Tạo sổ mới: lantoa init --places content/data/hue; hoặc chỉ "
          + "đúng tệp bằng --db.",
        en:
          "There is no register at “\(path)”. Make one: lantoa init --places content/data/hue; or "
          + "name the right file with --db.")
    case .alreadyExists(let path):
      say(
        vi: "Đã có tệp “\(path)”, không ghi đè. Chọn tên khác (sổ thì --db).",
        en:
          "There is a file “\(path)” already; it is never overwritten. Choose another name (of a register by "
          + "--db).")
    case .strayLog(let path, let log):
      say(
        vi:
          "Ở chỗ của “\(path)” còn “\(log)”, là của một sổ đã chuyển hay xóa đi: trong đó có thể có những việc "
          + "ghi sau cùng, và sổ đặt vào đây sẽ hỏng vì nó. Hãy đưa nó về cạnh tệp của nó, tên như tệp ấy thêm "
          + "đuôi này; hoặc chuyển nó đi nơi khác, cùng tệp của nó nếu còn. Rồi làm lại; chưa có gì được ghi.",
        en:
          "Where “\(path)” is to be lies “\(log)”, of a register that was moved or removed: it may hold what "
          + "was recorded last, and would break a file that is put here. Take it back to the file that it "
          + "belongs to, under that file's name with this ending; or move it away, with that file if there is "
          + "one. Then try again; nothing was written.")
    case .notARegister(let path):
      say(
        vi: "“\(path)” không phải sổ lantoa. Chỉ đúng tệp bằng --db; tệp này không bị thay đổi.",
        en: "“\(path)” is not a lantoa register. Name the right file with --db; this one was not "
          + "changed.")
    case .newer(let path):
      say(
        vi: "Sổ “\(path)” do bản lantoa mới hơn ghi. Cập nhật lantoa trên máy này rồi làm lại.",
        en: "The register “\(path)” was written by a newer lantoa. Update lantoa on this machine, "
          + "then try again.")
    case .outdated(let path):
      say(
        vi:
          "“\(path)” do bản lantoa cũ ghi, và không ghi được để cập nhật. Hãy chép sang nơi ghi được "
          + "(cả -wal, -shm cạnh nó, nếu có) rồi mở ở đó.",
        en:
          "“\(path)” was written by an older lantoa, and cannot be written to bring it up to date. Copy "
          + "it (and the -wal and -shm beside it, where there are any) to where it can be written, and open it "
          + "there.")
    case .nameTaken(let path, let name):
      say(
        vi:
          "“\(path)” do bản lantoa cũ ghi, và trong đó “\(name.printable)” không phải của lantoa, mà bản này "
          + "cần tên đó. Đổi tên nó (sqlite3 \(path), ALTER TABLE … RENAME TO …; view thì DROP VIEW …), rồi "
          + "làm lại; sổ chưa đổi gì.",
        en:
          "“\(path)” was written by an older lantoa, and its “\(name.printable)” is not of lantoa's making, "
          + "but this lantoa needs the name. Give it another (sqlite3 \(path), ALTER TABLE … RENAME TO …; for "
          + "a view DROP VIEW …), then try again; nothing in the register was changed.")
    case .locked(let path):
      say(
        vi: "Chương trình khác đang ghi vào sổ “\(path)” và sau 5 giây vẫn chưa xong. Đóng chương "
          + "trình đó rồi làm lại; chưa có gì được ghi.",
        en: "Another program is writing to the register “\(path)” and was not done after 5 "
          + "seconds. Close it, then try again; nothing was recorded.")
    case .readOnly(let path):
      say(
        vi:
          "Không ghi được vào sổ “\(path)”: tệp hoặc thư mục chỉ cho đọc. Cho phép ghi (chmod u+w) "
          + "hoặc chép sổ (cả -wal, -shm cạnh nó, nếu có) đến nơi ghi được; chưa có gì được ghi.",
        en: "The register “\(path)” cannot be written: the file or its folder is read-only. Allow "
          + "writing (chmod u+w) or copy it (and the -wal and -shm beside it, where there are any) to where "
          + "you may write; nothing was recorded.")
    case .diskFull(let path):
      say(
        vi: "Đĩa đầy khi ghi sổ “\(path)”. Xóa bớt tệp khác rồi làm lại; lần ghi này chưa vào sổ, "
          + "những gì đã ghi trước vẫn còn.",
        en:
          "The disk is full while writing the register “\(path)”. Make room, then try again; this "
          + "was not recorded, everything before it is safe.")
    case .noRoom(let path):
      say(
        vi: "Đĩa chứa “\(path)” đã đầy nên không ghi được tệp đó; không để lại gì dở dang, mọi thứ "
          + "có trước vẫn nguyên. Xóa bớt tệp khác trên đĩa đó, hoặc chọn đĩa khác, rồi làm lại.",
        en: "The disk is full on which “\(path)” was to be written; nothing of it was left there, "
          + "and everything that was there before is as it was. Make room on that disk, or choose "
          + "another one, then try again.")
    case .damaged(let path, let detail):
      say(
        vi: "Sổ “\(path)” không đọc được như lúc ghi (\(detail)). Đừng ghi thêm; "
          + "\(CopyAside.vi), chạy: lantoa journal verify.",
        en: "The register “\(path)” does not read back as it was written (\(detail)). Do not write "
          + "to it; \(CopyAside.en), then run: lantoa journal verify.")
    case .cannotOpen(let path, let detail):
      say(
        vi:
          "Không mở được “\(path)” (\(detail)). Xem thư mục có tồn tại không, và mình có quyền đọc, ghi ở "
          + "đó không.",
        en:
          "“\(path)” cannot be opened (\(detail)). See that its folder exists, and that you may read and "
          + "write there.")
    case .refused(let path, let code):
      say(
        vi:
          "Không đọc, ghi được “\(path)”: \(SystemCause(code: code)). Xem thư mục có tồn tại không, "
          + "và mình có quyền đọc, ghi ở đó không.",
        en: "“\(path)” cannot be read or written: \(SystemCause(code: code)). See that its folder "
          + "exists, and that you may read and write there.")
    case .clockBehind(let now, .record(let newest)):
      say(
        vi:
          "Đồng hồ máy báo \(Spoken.day(now)), nhưng sổ đã có việc ghi ngày \(Spoken.day(newest)). "
          + "Chỉnh lại đồng hồ; nếu đồng hồ đúng: lantoa doctor --clock-is-right.",
        en: "This machine's clock says \(Spoken.day(now)), but the register has a record made on "
          + "\(Spoken.day(newest)). Set the clock; if it is right: lantoa doctor --clock-is-right.")
    case .clockBehind(let now, .trusted(let last)):
      say(
        vi: "Đồng hồ máy báo \(Spoken.day(now)), nhưng lần trước, khi được tin là đúng, đã báo "
          + "\(Spoken.day(last)). Chỉnh lại đồng hồ; nếu nay mới đúng: lantoa doctor "
          + "--clock-is-right.",
        en:
          "This machine's clock says \(Spoken.day(now)), but showed \(Spoken.day(last)) when it was "
          + "last trusted. Set the clock; if it is right now: lantoa doctor --clock-is-right.")
    case .clockAhead(let now, .record(let newest)):
      say(
        vi: "Đồng hồ máy báo \(Spoken.day(now)), hơn 30 ngày sau lần ghi gần nhất "
          + "(\(Spoken.day(newest))). Nếu đồng hồ đúng: lantoa doctor --clock-is-right.",
        en: "This machine's clock says \(Spoken.day(now)), more than 30 days after the newest "
          + "record (\(Spoken.day(newest))). If it is right: lantoa doctor --clock-is-right.")
    case .clockAhead(let now, .trusted(let last)):
      say(
        vi: "Đồng hồ máy báo \(Spoken.day(now)), hơn 30 ngày sau lần trước nó được tin là đúng "
          + "(\(Spoken.day(last))). Nếu đồng hồ đúng: lantoa doctor --clock-is-right.",
        en: "This machine's clock says \(Spoken.day(now)), more than 30 days after what it showed "
          + "when it was last trusted (\(Spoken.day(last))). If it is right: lantoa doctor "
          + "--clock-is-right.")
    case .clockImpossible(let now):
      say(
        vi:
          "Đồng hồ máy báo \(Spoken.day(now)): không thể đúng. Chỉnh lại ngày giờ của máy rồi làm "
          + "lại; chưa có gì thay đổi.",
        en: "This machine's clock says \(Spoken.day(now)), which cannot be right. Set the date of "
          + "this machine, then try again; nothing was changed.")
    case .altered(let path, let row):
      say(
        vi:
          "Sổ “\(path)”: việc ở dòng \(row) của nhật ký không còn như lúc ghi, nên không dựng các "
          + "bảng từ đó. Đừng ghi thêm; \(CopyAside.vi), rồi xem mọi lỗi: lantoa journal verify",
        en: "The register “\(path)”: the event in row \(row) of the journal is not as it was "
          + "recorded, so no tables are built on it. Do not record more; \(CopyAside.en), then "
          + "see every fault: lantoa journal verify")
    case .listIsNoFile(let path):
      say(
        vi:
          "“\(path)” không phải tệp thường (là thư mục, thiết bị, hoặc liên kết không dẫn đến đâu), nên "
          + "danh sách người đã xóa không đọc, ghi được ở đó. Hãy đổi tên nó rồi làm lại; lần mở sổ "
          + "sau sẽ viết danh sách.",
        en:
          "“\(path)” is no ordinary file (but a folder, a device, or a link that leads nowhere), so the list "
          + "of erased people can be neither read nor written there. Take it away or rename "
          + "it, then try again; the next opening writes the list.")
    case .listUnreadable(let path, let line):
      say(
        vi:
          "“\(path)” dòng \(line) không đọc được: danh sách người đã xóa mỗi dòng là một mã và một ngày. "
          + "Hãy chép lại tệp gốc; nếu không phải danh sách thì đổi tên. Rồi làm lại; chưa có gì được ghi.",
        en:
          "“\(path)”, line \(line), cannot be read: a line of a list of erased people is an id and a day. "
          + "Copy the file here again as it was written, or rename it if it is no such list. Then try again; "
          + "nothing was recorded.")
    case .backupDiffers(let path, let difference):
      say(
        vi:
          "Bản sao “\(path)” không khớp tệp “\(BackupManifest.path(beside: path))”: "
          + "\(difference.field.rawValue) trong tệp đó là \(difference.stated), của bản sao là "
          + "\(difference.found). Dùng bản sao khác; nếu không có thì thêm --ignore-manifest (nhật ký vẫn "
          + "được kiểm). Chưa có gì được ghi.",
        en:
          "The backup “\(path)” does not agree with “\(BackupManifest.path(beside: path))”: "
          + "\(difference.field.rawValue) is \(difference.stated) there, and \(difference.found) in the "
          + "backup. Use another backup; if there is none, add --ignore-manifest (its journal is still "
          + "checked). Nothing was written.")
    case .manifestUnreadable(let path):
      say(
        vi:
          "“\(path)” không đọc được như tệp mô tả của bản sao lưu. Chép lại tệp gốc, hoặc dùng bản sao "
          + "khác; nếu không có thì thêm --ignore-manifest (nhật ký vẫn được kiểm). Chưa có gì được ghi.",
        en:
          "“\(path)” cannot be read as the manifest of a backup. Copy it here again, or use another "
          + "backup; if there is none, add --ignore-manifest (the journal is still checked). Nothing was "
          + "written.")
    case .erasedUnknown(let path, let stated, let known):
      say(
        vi:
          "Theo “\(BackupManifest.path(beside: path))”, lúc sao lưu đã có \(stated) người bị xóa, nhưng chỉ "
          + "thấy \(known) trong các danh sách .erased: khôi phục thì những người kia có lại. Chép "
          + "“\(ErasedList.path(beside: path))” về cạnh bản sao, hoặc chỉ ra bằng --erased; nếu mất rồi thì thêm "
          + "--ignore-manifest. Chưa có gì được ghi.",
        en:
          "By “\(BackupManifest.path(beside: path))” \(stated) people were erased when the backup was made, "
          + "and the .erased lists that are here name \(known): the others would be back. Copy "
          + "“\(ErasedList.path(beside: path))” beside the backup, or name it with --erased; if it is lost, add "
          + "--ignore-manifest. Nothing was written.")
    case .cutOff(let path, let bytes, let whole):
      say(
        vi:
          "“\(path)” bị cắt cụt: có \(Spoken.count(bytes)) byte, đủ phải là \(Spoken.count(whole)). Chép lại từ "
          + "tệp gốc, hoặc dùng bản sao khác. Chưa có gì được ghi.",
        en:
          "“\(path)” is cut off: it has \(Spoken.count(bytes)) bytes of \(Spoken.count(whole)). Copy it here "
          + "again, or use another backup. Nothing was written.")
    case .severalNames(let path, let others):
      say(
        vi:
          "Sổ “\(path)” còn tên khác (liên kết cứng): \(Self.names(others, of: path)). Người bị xóa có thể "
          + "còn ở tên đó. Hãy bỏ tên kia (tên này vẫn còn nguyên sổ), rồi làm lại; chưa xóa ai.",
        en:
          "The register “\(path)” has another name (a hard link): \(Self.names(others, of: path)). Whoever "
          + "is erased may stay under that one. Remove the other name (the register stays under this one), "
          + "then try again; nobody was erased.")
    case .unsound(let path, let faults):
      say(
        vi:
          "“\(path)”: nhật ký có \(faults) lỗi, nên không tạo sổ hay bản sao. Xem lỗi của sổ đang dùng: "
          + "lantoa journal verify; của một bản sao thì thêm --db và tên tệp, hoặc dùng bản sao khác.",
        en:
          "“\(path)”: the journal has faults (\(faults)), so no register or backup was made. See those "
          + "of the register in use: lantoa journal verify; those of a backup by adding --db and its "
          + "name, or use another backup.")
    case .notEmptied(let path, let row):
      say(
        vi:
          "Sổ “\(path)” không cho xóa: dòng \(row) của nhật ký vẫn giữ tên người, vì chương trình khác đã "
          + "sửa bảng của sổ. Chưa xóa ai. Làm sổ mới không có chỗ sửa đó rồi xóa ở sổ mới: lantoa backup "
          + "BẢN_SAO, rồi lantoa restore BẢN_SAO --db SỔ_MỚI; sau đó hủy sổ cũ và bản sao.",
        en:
          "The register “\(path)” does not let go: row \(row) of its journal keeps what is personal, for "
          + "another program has changed the table. Nobody was erased. Make a register without that change "
          + "and erase there: lantoa backup COPY, then lantoa restore COPY --db NEW_REGISTER; then destroy "
          + "the old one and that copy.")
    case .indexesDamaged(let path):
      say(
        vi:
          "Sổ “\(path)”: chỉ mục của nhật ký hỏng, có thể không tìm ra hết chỗ có tên người, nên chưa xóa ai. Làm "
          + "lại chỉ mục, rồi xóa: lantoa journal rebuild",
        en:
          "The register “\(path)”: an index of the journal is damaged, and not every place that names somebody "
          + "might be found, so nobody was erased. Make it again, then erase: lantoa journal rebuild"
      )
    case .columnMissing(let path, let column, let foreign):
      say(
        vi:
          "Sổ “\(path)” thiếu cột \(column) của nhật ký: chương trình khác đã đổi tên hoặc xóa cột đó"
          + (foreign.isEmpty ? "" : " (cột lạ: \(Spoken.names(foreign)))")
          + ". Không đọc, không ghi gì. Đổi lại tên cột bằng chính chương trình đó, hoặc khôi phục bản sao "
          + "lưu mới nhất: lantoa restore BẢN_SAO --db SỔ_MỚI",
        en:
          "The register “\(path)” lacks column \(column) of its journal: another program has renamed or "
          + "dropped it" + (foreign.isEmpty ? "" : " (strange columns: \(Spoken.names(foreign)))")
          + ". Nothing is read or written. Give the column its name again with that program, or bring the "
          + "newest backup back: lantoa restore BACKUP --db NEW_REGISTER")
    case .notDurable(let setting, let value):
      say(
        vi:
          "SQLite không giữ được thiết lập an toàn \(setting) (đang là “\(value)”). Không ghi gì; "
          + "xem ổ đĩa có hỗ trợ WAL không (ổ mạng thì không).",
        en: "SQLite does not hold the safe setting \(setting) (it is “\(value)”). Nothing was "
          + "recorded; see whether the disk supports WAL (a network drive does not).")
    }
  }

  /// Other names of a file with what removes them, or how to find them.
  static func names(_ others: [String], of path: String) -> String {
    others.isEmpty
      ? "find / -xdev -samefile \(path)" : others.map { "rm \($0)" }.joined(separator: ", ")
  }
}

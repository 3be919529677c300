package import Storage

extension RegisterError {
  /// Why a register in which somebody is erased could not be written anew yet, and what removes that.
  package var postponement: String {
    switch self {
    case .locked(let path):
      say(
        vi: "chương trình khác đang mở sổ; đóng chương trình đó (tìm bằng: fuser -v \(path))",
        en: "another program has it open; close that one (find it by: fuser -v \(path))")
    case .diskFull(let path), .noRoom(let path):
      say(
        vi: "đĩa chứa “\(path)” đã đầy; xóa bớt tệp khác trên đĩa đó",
        en: "the disk that holds “\(path)” is full; make room there")
    case .readOnly(let path), .cannotOpen(let path, _):
      say(
        vi: "“\(path)” hoặc thư mục của nó chỉ cho đọc; cho phép ghi (chmod u+w)",
        en: "“\(path)” or its folder is read-only; allow writing (chmod u+w)")
    case .refused(let path, let code):
      say(
        vi: "không ghi được “\(path)” (\(SystemCause(code: code))); cho phép ghi ở đó",
        en: "“\(path)” cannot be written (\(SystemCause(code: code))); allow writing there")
    case .severalNames(let path, let others):
      say(
        vi: "sổ còn tên khác; hãy bỏ tên kia: \(Self.names(others, of: path))",
        en: "it has another name; remove that one: \(Self.names(others, of: path))")
    case .damaged(_, let detail):
      say(
        vi: "có chỉ mục hoặc bảng bị hư (\(detail)); làm lại bằng: lantoa journal rebuild",
        en: "an index or table is damaged (\(detail)); make them again: lantoa journal rebuild")
    default: message
    }
  }
}

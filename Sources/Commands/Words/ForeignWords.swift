/// What is said of what others have put into a register, by its kind and name; nil where there is nothing.
struct ForeignWords {
  private let names: String

  init?(_ names: [String]) {
    guard !names.isEmpty else { return nil }
    self.names = Spoken.names(names)
  }

  /// In `doctor`.
  var found: String {
    say(
      vi:
        "Trong sổ có thứ không phải của lantoa: \(names). Lệnh xóa người không tìm ở đó. \(wayOut)",
      en:
        "The register holds what is not of lantoa's making: \(names). An erasure does not search it. "
        + wayOut)
  }

  /// After an erasure.
  var unsearched: String {
    say(
      vi:
        "Không tìm trong những thứ không phải của lantoa: \(names). Ở đó có thể còn người này. \(wayOut)",
      en:
        "Not searched, for it is not of lantoa's making: \(names). It may hold this person still. \(wayOut)"
    )
  }

  /// After a backup.
  var copied: String {
    say(
      vi: "Bản sao có cả những thứ không phải của lantoa: \(names). Khôi phục thì không đem theo.",
      en:
        "The copy has what is not of lantoa's making, too: \(names). A restored register is without it."
    )
  }

  /// After a restoring.
  var leftBehind: String {
    say(
      vi: "Để lại trong bản sao, vì không phải của lantoa: \(names).",
      en: "Left behind in the backup, for it is not of lantoa's making: \(names).")
  }

  private var wayOut: String {
    say(
      vi:
        "Muốn có sổ không còn chúng: lantoa backup BẢN_SAO, rồi lantoa restore BẢN_SAO --db SỔ_MỚI; dùng sổ "
        + "mới, rồi hủy sổ cũ và bản sao đó.",
      en:
        "To have a register without it: lantoa backup COPY, then lantoa restore COPY --db NEW_REGISTER; use "
        + "the new one, and destroy the old one and that copy.")
  }
}

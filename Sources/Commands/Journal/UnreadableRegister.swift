import Storage

/// A register that even its own check cannot read to the end: to check it is no way on.
enum UnreadableRegister {
  enum Work {
    case check, rebuild
  }

  /// - Throws: `Failure` in place of `RegisterError.damaged`.
  static func telling(_ work: Work, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch RegisterError.damaged(let path, let detail) {
      guard work == .rebuild else {
        throw Failure(
          vi:
            "Sổ “\(path)” hỏng nên không kiểm được hết (\(detail)). Đừng ghi thêm; \(CopyAside.vi), rồi làm "
            + "lại chỉ mục và bảng: lantoa journal rebuild. Không được thì khôi phục bản sao lưu mới nhất: lantoa "
            + "restore BẢN_SAO --db SỔ_MỚI",
          en:
            "The register “\(path)” is damaged and cannot be checked to the end (\(detail)). Do not write to "
            + "it; \(CopyAside.en), then make its indexes and tables again: lantoa journal rebuild. If that "
            + "refuses, bring the newest backup back: lantoa restore BACKUP --db NEW_REGISTER")
      }
      throw Failure(
        vi: "Sổ “\(path)” hỏng đến mức không kiểm, không dựng lại được (\(detail)). Đừng ghi thêm; "
          + "\(CopyAside.vi), rồi khôi phục bản sao lưu mới nhất ra sổ mới: lantoa restore "
          + "BẢN_SAO --db SỔ_MỚI",
        en: "The register “\(path)” is damaged so far that it can neither be checked nor rebuilt "
          + "(\(detail)). Do not write to it; \(CopyAside.en), then bring the newest backup back "
          + "as a new register: lantoa restore BACKUP --db NEW_REGISTER")
    }
  }
}

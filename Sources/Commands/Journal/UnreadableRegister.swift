import Storage

/// A register that even its own check cannot read to the end: to check it is no way on.
enum UnreadableRegister {
  /// - Throws: `Failure` in place of `RegisterError.damaged`.
  static func telling(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch RegisterError.damaged(let path, let detail) {
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

extension Findings {
  /// What a key may ask for.
  enum ExpectedType {
    case text, wholeNumber, list, mapping, titles

    fileprivate var words: Words {
      switch self {
      case .text: Words(vi: "chữ", en: "text")
      case .wholeNumber: Words(vi: "số nguyên", en: "a whole number")
      case .list: Words(vi: "danh sách", en: "a list")
      case .mapping: Words(vi: "các mục con", en: "a mapping of keys")
      case .titles: Words(vi: "chữ theo từng ngôn ngữ", en: "text by language")
      }
    }

    fileprivate var fix: Words {
      switch self {
      case .text:
        Words(
          vi: "Viết chữ ở đây; đặt trong dấu nháy kép nếu trông giống số, như \"4.1\".",
          en: "Write text here, in quotation marks if it looks like a number, such as \"4.1\".")
      case .wholeNumber:
        Words(
          vi: "Viết một số như 25, không có dấu nháy.",
          en: "Write a number such as 25, without quotation marks.")
      case .list:
        Words(vi: "Viết danh sách như [vi, en].", en: "Write a list such as [vi, en].")
      case .mapping:
        Words(
          vi: "Viết mỗi mục một dòng: tên mục, dấu hai chấm, giá trị.",
          en: "Write one key a line: the key, a colon, the value.")
      case .titles:
        Words(
          vi: "Viết như {vi: \"An toàn trên mạng\", en: \"Safe online\"}.",
          en: "Write it like {vi: \"An toàn trên mạng\", en: \"Safe online\"}.")
      }
    }
  }

  /// Reports that `tree`, the value of the key `name` or an item of the list `name`, is not what it
  /// must be; without a name it is the file itself.
  mutating func reportType(
    of tree: SourceTree, name: String?, isItem: Bool = false, expected: ExpectedType
  ) {
    let subject =
      switch (name, isItem) {
      case (nil, _): Words(vi: "tệp", en: "the file")
      case (let name?, false): Words(vi: "'\(name)'", en: "'\(name)'")
      case (let name?, true): Words(vi: "mỗi dòng của '\(name)'", en: "each item of '\(name)'")
      }
    let found = tree.content.words
    report(
      .wrongType, at: tree.position,
      Words(
        vi: "\(subject.vi) phải là \(expected.words.vi), không phải \(found.vi)",
        en: "\(subject.en) must be \(expected.words.en), not \(found.en)"),
      fix: expected.fix)
  }

  /// Reports that a text for everybody, under the key `name`, holds the mark of a note for the team.
  mutating func reportTeamMark(in name: String, at position: SourcePosition) {
    report(
      .alertMisplaced, at: position,
      Words(
        vi: "lời cho tổ không nằm trong '\(name)', vì ai cũng đọc mục này",
        en: "a note for the team does not stand in '\(name)', which everybody reads"),
      fix: Words(
        vi: "Chuyển nó vào bài: dòng đầu là > [!INSTRUCTOR], mỗi dòng sau có > ở đầu.",
        en: "Move it into the text: first a line > [!INSTRUCTOR], then a > before each line."))
  }

  mutating func reportUnknownKey(_ entry: SourceTree.Entry, nearest: String?) {
    let summary = Words(
      vi: "không có mục nào tên '\(entry.key)'", en: "there is no key '\(entry.key)' here")
    guard let nearest else {
      report(
        .unknownKey, at: entry.position, summary,
        fix: Words(vi: "Xóa mục này; nó không được đọc.", en: "Delete it; it is not read."))
      return
    }
    report(
      .unknownKey, at: entry.position, summary,
      fix: .didYouMean(nearest))
  }

  mutating func reportMissingKey(_ key: String, at position: SourcePosition) {
    report(
      .missingKey, at: position,
      Words(vi: "thiếu mục '\(key)'", en: "'\(key)' is required and missing"),
      fix: Words(vi: "Thêm \(key): và giá trị của nó.", en: "Add \(key): and its value."))
  }

  mutating func reportUnknownValue(
    _ value: String, name: String, at position: SourcePosition, allowed: [String]
  ) {
    let list = allowed.joined(separator: ", ")
    let nearest = NearestName.nearest(to: value, among: allowed)
    report(
      .unknownValue, at: position,
      Words(
        vi: "'\(name)' phải là một trong: \(list); không phải '\(value)'",
        en: "'\(name)' must be one of \(list), not '\(value)'"),
      fix: nearest.map(Words.didYouMean)
        ?? Words(vi: "Chọn một trong: \(list).", en: "Choose one of \(list)."))
  }

  mutating func reportDuplicate(_ slug: String, in name: String, at position: SourcePosition) {
    report(
      .duplicateSlug, at: position,
      Words(
        vi: "'\(slug)' xuất hiện hơn một lần trong '\(name)'",
        en: "'\(slug)' stands in '\(name)' more than once"),
      fix: Words(
        vi: "Đổi tên hoặc xóa dòng trùng này.", en: "Rename or delete this one."))
  }
}

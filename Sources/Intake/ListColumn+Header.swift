import Domain

extension ListColumn {
  /// Reads a header in English or Vietnamese; case, marks and punctuation do not matter.
  ///
  /// `tổ` alone is the team in a list of sessions, and the residential group where a person lives in
  /// the others. `mã` and `mã số` are the key of the list's own source, `mã người học` is a reference
  /// of ours. `ngày` alone is the day of a session, and nothing in the other lists. The columns of
  /// rejected rows have English headers only. Nil for what means nothing in this kind of list.
  package init?(header: String, in kind: ListKind) {
    let words = SearchText.words(of: header).joined(separator: " ")
    guard let column = Self.meaning(of: words, in: kind),
      column.isOfRejectedRows || kind.columns.contains(column)
    else { return nil }
    self = column
  }

  /// True for a header such as `Họ và tên đệm`, which stands over a part of the name only.
  static func isPartOfName(_ header: String) -> Bool {
    partsOfName.contains(SearchText.words(of: header).joined(separator: " "))
  }

  private static func meaning(of words: String, in kind: ListKind) -> Self? {
    if words == "to" { return kind == .sessions ? .team : .hamlet }
    return english[words] ?? vietnamese[words]
  }

  private static let english: [String: Self] = {
    var english = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0.rawValue.replacing("_", with: " "), $0) })
    for (words, column) in [
      ("full name", Self.name), ("year of birth", .birthYear), ("gender", .sex),
      ("phone number", .phone), ("external key", .externalKey), ("lessons", .lesson),
    ] { english[words] = column }
    return english
  }()

  private static let vietnamese: [String: Self] = [
    "buoi": .session, "ma buoi": .session, "buoi hoc": .session,
    "ngay": .date, "ngay hoc": .date,
    "khoa": .course, "khoa hoc": .course,
    "to cong nghe": .team, "to cong nghe so": .team, "to cong nghe so cong dong": .team,
    "to cnscd": .team,
    "phut": .minutes, "so phut": .minutes,
    "bai": .lesson, "bai so": .lesson, "bai hoc": .lesson,
    "hinh thuc": .form,
    "ten": .name, "ho ten": .name, "ho va ten": .name,
    "nam sinh": .birthYear,
    "gioi": .sex, "gioi tinh": .sex,
    "xa": .unit, "phuong": .unit, "xa phuong": .unit, "phuong xa": .unit, "noi o": .unit,
    "don vi": .unit,
    "thon": .hamlet, "thon to": .hamlet, "to dan pho": .hamlet, "thon to dan pho": .hamlet,
    "tdp": .hamlet, "thon tdp": .hamlet,
    "dien thoai": .phone, "so dien thoai": .phone, "sdt": .phone, "di dong": .phone,
    "so di dong": .phone, "dt": .phone, "so dt": .phone, "dien thoai lien he": .phone,
    "so dien thoai lien he": .phone, "sdt lien he": .phone,
    "ngay dang ky": .registeredOn, "ngay ghi": .registeredOn,
    "dong y": .consent,
    "ma": .externalKey, "ma so": .externalKey, "ma ngoai": .externalKey,
    "ngay chuyen": .movedOn, "ngay chuyen den": .movedOn, "chuyen den ngay": .movedOn,
    "ket qua": .result,
    "diem": .score, "diem so": .score,
    "nguoi": .person, "ma nguoi": .person, "ma nguoi hoc": .person,
  ]

  private static let partsOfName: Set<String> = [
    "ho", "ho dem", "ho va dem", "ho lot", "ho va lot", "ho chu lot", "ho va chu lot",
    "ho ten dem", "ho va ten dem", "ten dem", "chu lot", "surname", "family name", "last name",
    "first name", "given name", "middle name",
  ]
}

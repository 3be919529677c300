extension Listing {
  /// Says how many there are: below the table where all are shown, else to whoever is watching.
  mutating func tell(shown: Int, of all: Int) {
    cut = Self.cut(shown: shown, of: all)
    if cut == nil {
      remarks.append(say(vi: "\(Spoken.count(all)) dòng.", en: "\(Spoken.count(all)) in all."))
    }
  }

  /// What to say of a list that is cut short; nil of a whole one.
  static func cut(shown: Int, of all: Int) -> String? {
    guard shown < all else { return nil }
    return say(
      vi: "Chỉ hiện \(Spoken.count(shown)) trong \(Spoken.count(all)) dòng. Xem hết: thêm --limit "
        + "\(all)",
      en:
        "Only \(Spoken.count(shown)) of \(Spoken.count(all)) \(shown == 1 ? "is" : "are") shown. "
        + "To see all: add --limit \(all)")
  }

  /// What English says of so many rows.
  static func firstShown(_ shown: Int) -> String {
    shown == 1 ? "the first is shown" : "the first \(Spoken.count(shown)) are shown"
  }

  /// The same where nobody has counted how many there are.
  static func cut(shown: Int) -> String {
    say(
      vi: "Chỉ hiện \(Spoken.count(shown)) dòng đầu, còn nữa. Xem thêm: thêm --limit \(shown * 10)",
      en:
        "Only \(firstShown(shown)), there are more. To see them: add --limit "
        + "\(shown * 10)")
  }
}

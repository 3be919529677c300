extension Listing {
  /// How many of how many are shown.
  static func extent(shown: Int, of all: Int) -> String {
    shown == all
      ? say(vi: "\(Spoken.count(all)) dòng.", en: "\(Spoken.count(all)) in all.")
      : say(
        vi: "\(Spoken.count(shown)) trong \(Spoken.count(all)); xem thêm bằng --limit.",
        en: "\(Spoken.count(shown)) of \(Spoken.count(all)); see more with --limit.")
  }
}

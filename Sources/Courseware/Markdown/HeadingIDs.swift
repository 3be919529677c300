import Domain

/// The ids of the headings of one page: their words without marks, each once.
struct HeadingIDs {
  private var counts: [String: Int] = [:]

  /// `ma-otp` for `Mã OTP`; `ma-otp-2` for the second of its name.
  mutating func id(for words: String) -> String {
    let folded = SearchText.words(of: words).joined(separator: "-")
    let base = folded.isEmpty ? "section" : folded
    var count = (counts[base] ?? 0) + 1
    while count > 1, counts["\(base)-\(count)"] != nil { count += 1 }
    counts[base] = count
    guard count > 1 else { return base }
    let id = "\(base)-\(count)"
    counts[id] = counts[id] ?? 1
    return id
  }
}

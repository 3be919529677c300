extension String {
  /// How many characters of a value are enough to know it by.
  static let excerptLength = 80

  /// On one line, and no more of it than it is known by.
  var excerpt: String {
    // Scalars, not characters: any number of marks may be heaped on one letter.
    let start = unicodeScalars.prefix(Self.excerptLength)
    return String(start).printable + (start.endIndex < unicodeScalars.endIndex ? "…" : "")
  }
}

extension Spoken {
  /// The first of some names that a file gives, and how many more there are.
  static func names(_ names: [String]) -> String {
    let shown = names.prefix(8).map(\.excerpt).joined(separator: ", ")
    let more = count(names.count - 8)
    return names.count <= 8
      ? shown : say(vi: "\(shown), … và \(more) tên nữa", en: "\(shown), … and \(more) more")
  }
}

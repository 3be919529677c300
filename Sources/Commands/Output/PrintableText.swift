import Domain

extension String {
  /// On one line and without what would steer a terminal or hide: every such character shows as `�`.
  var printable: String {
    guard unicodeScalars.contains(where: \.steersTerminals) else { return self }
    var result = UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      let isShown = !scalar.steersTerminals || scalar.shapesEmoji(after: last)
      result.append(isShown ? scalar : "\u{FFFD}")
      last = scalar
    }
    return String(result)
  }

  /// The same for text whose line breaks are ours.
  var printableLines: String {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// True for control characters, line breaks, changes of direction and what nobody can see or tell;
  /// not for the joiners, which some scripts and emoji are written with.
  var steersTerminals: Bool { !(0x200C...0x200D).contains(value) && isUnseen }
}

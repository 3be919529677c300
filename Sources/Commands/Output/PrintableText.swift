extension String {
  /// On one line and without what would steer a terminal: every such character shows as `�`.
  var printable: String {
    guard unicodeScalars.contains(where: \.steersTerminals) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.steersTerminals ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// The same for text whose line breaks are ours.
  var printableLines: String {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// True for control characters, line breaks, changes of direction and what nobody can see; not for
  /// the joiners, which some scripts and emoji are written with.
  var steersTerminals: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x5FF: return false
    case 0x200C, 0x200D: return false
    default: break
    }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension String {
  /// With the sign for what cannot be shown in the place of every control character, which no page may
  /// hold.
  var withoutControls: String {
    if !hasControls { return self }
    let scalars = unicodeScalars.map { Self.isControl($0) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Looks at bytes only, since nearly every text has none.
  private var hasControls: Bool {
    utf8.withContiguousStorageIfAvailable(Self.haveControls) ?? Self.haveControls(utf8)
  }

  private static func haveControls(_ bytes: some Sequence<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: return true
      case 0x80..<0xA0 where before == 0xC2: return true
      default: before = byte
      }
    }
    return false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    default: scalar.properties.generalCategory == .control
    }
  }
}

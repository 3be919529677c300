extension CanonicalObject {
  /// The one byte sequence that says this object: UTF-8, no white space, names sorted, strings in NFC
  /// with only the escapes JSON demands. Every hash is taken over these bytes.
  package var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    CanonicalValue.write(self, to: &bytes)
    return bytes
  }
}

extension CanonicalValue {
  fileprivate func write(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): Self.write(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .object(let object): Self.write(object, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  fileprivate static func write(_ object: CanonicalObject, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = SearchText.composed(text)
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0..<0x20:
          bytes.append(UInt8(ascii: "\\"))
          if let letter = CanonicalEscape.letter(for: byte) {
            bytes.append(letter)
          } else {
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Hexadecimal.lowerCaseDigit(byte >> 4))
            bytes.append(Hexadecimal.lowerCaseDigit(byte & 15))
          }
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The short escapes of control characters, as in RFC 8785.
enum CanonicalEscape {
  static func letter(for control: UInt8) -> UInt8? {
    pairs.first { $0.control == control }?.letter
  }

  static func control(for letter: UInt8) -> UInt8? {
    pairs.first { $0.letter == letter }?.control
  }

  private static var pairs: [(control: UInt8, letter: UInt8)] {
    [
      (0x08, UInt8(ascii: "b")), (0x09, UInt8(ascii: "t")), (0x0A, UInt8(ascii: "n")),
      (0x0C, UInt8(ascii: "f")), (0x0D, UInt8(ascii: "r")),
    ]
  }
}

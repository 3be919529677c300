import Domain

/// Fields of an envelope, found in its canonical bytes without reading these as a whole.
struct EnvelopeText {
  /// A field by the bytes with which it begins. No text has these, for a quotation mark is escaped there; a body
  /// may, and comes before the envelope's own, looking from the end.
  struct Field {
    fileprivate let beginning: [UInt8]

    private init(_ name: String) {
      beginning = Array("\"\(name)\":\"".utf8)
    }

    static let id = Field("id")
    static let kind = Field("kind")
    static let subject = Field("subject")
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  /// For as long as the bytes are valid.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Nil where no such field holds the text of an id.
  func identifier(of field: Field) -> RecordID? {
    guard let start = start(of: field), start + 36 < bytes.count else { return nil }
    return RecordID(String(decoding: bytes[start..<start + 36], as: UTF8.self))
  }

  func text(of field: Field, is text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = start(of: field), start + text.count < bytes.count else { return false }
    return bytes[start..<start + text.count].elementsEqual(text)
      && bytes[start + text.count] == UInt8(ascii: "\"")
  }

  private func start(of field: Field) -> Int? {
    let beginning = field.beginning
    var start = bytes.count - beginning.count
    while start >= 0 {
      if bytes[start] == beginning[0], bytes[start + 1] == beginning[1],
        bytes[start...].starts(with: beginning)
      {
        return start + beginning.count
      }
      start -= 1
    }
    return nil
  }
}

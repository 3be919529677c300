/// A SHA-256 hash: 32 bytes, written in lower-case hexadecimal.
package struct ContentHash: Hashable, Sendable, LosslessStringConvertible {
  package let bytes: [UInt8]

  /// Nil unless there are exactly 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package init?(_ description: String) {
    guard let bytes = Hexadecimal.bytes(of: description) else { return nil }
    self.init(bytes: bytes)
  }

  package var description: String { Hexadecimal.text(of: bytes) }
}

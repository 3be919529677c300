import Crypto
package import Domain

extension ContentHash {
  package static func sha256(_ bytes: some Sequence<UInt8>) -> ContentHash {
    var hasher = Hasher()
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// A SHA-256 hash of bytes that come piece by piece.
  package struct Hasher {
    private var sha = SHA256()

    package init() {}

    package mutating func update(_ bytes: some Sequence<UInt8>) {
      let isDone: Void? = bytes.withContiguousStorageIfAvailable {
        sha.update(bufferPointer: UnsafeRawBufferPointer($0))
      }
      if isDone == nil { sha.update(data: Array(bytes)) }
    }

    package func finalize() -> ContentHash {
      guard let hash = ContentHash(bytes: Array(sha.finalize())) else {
        preconditionFailure("SHA-256 gives 32 bytes")
      }
      return hash
    }
  }
}

extension Identifier {
  /// The version 5 UUID of a natural name, in the namespace of `docs/journal.md`.
  package init(natural name: String) {
    var hasher = Insecure.SHA1()
    hasher.update(data: NaturalNamespace.id.bytes)
    hasher.update(data: Array(name.utf8))
    var bytes = Array(hasher.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    guard let id = Self(bytes: bytes) else {
      preconditionFailure("a UUID has 16 bytes")
    }
    self = id
  }
}

/// The namespace of all natural ids: the version 5 UUID of `lantoa.journal` in the DNS namespace of
/// RFC 9562.
private enum NaturalNamespace {
  static let id = RecordID(high: 0x39B3_EDD2_B936_555C, low: 0xA587_11DE_4EA1_97F1)
}

import Domain

/// Bytes are refused, or they are the one spelling of what they say.
enum CanonicalLaws {
  static func check(_ bytes: [UInt8]) throws {
    guard let object = try? CanonicalObject(canonical: bytes) else { return }
    try require(object.canonicalBytes == bytes, "what is read is written byte for byte")
    if let event = try? Event(envelope: object) {
      try require(event.envelope.canonicalBytes == bytes, "an envelope is written byte for byte")
      try checkBody(event.body)
    }
    try checkBody(object)
  }

  /// The object as the body and as the personal part of a fact of every kind.
  private static func checkBody(_ object: CanonicalObject) throws {
    for kind in FactKinds.all {
      guard let fact = try? kind.init(body: object, personal: object) else { continue }
      let body = fact.body
      guard let again = try? kind.init(body: body, personal: fact.personal) else {
        throw BrokenLaw(description: "\(kind.kind) reads what it writes")
      }
      try require(
        again.body.canonicalBytes == body.canonicalBytes
          && again.personal.canonicalBytes == fact.personal.canonicalBytes,
        "\(kind.kind) writes again what it wrote")
    }
  }
}

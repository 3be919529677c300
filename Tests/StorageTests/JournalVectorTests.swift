import Domain
import Foundation
import Storage
import Testing

/// The vectors of `docs/journal.md`, which a program in another language has computed.
@Suite struct JournalVectorTests {
  private struct Vectors: Decodable {
    struct Stored: Decodable {
      let envelope: String
      let hash: String
      let personal: String?
      let nonce: String?
    }

    let namespace: String
    let naturalIds: [String: String]
    let canonical: [String]
    let notCanonical: [String]
    let events: [Stored]
  }

  private let vectors: Vectors

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("../../docs/vectors/journal.json")
    vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
  }

  @Test func `natural ids follow from names`() {
    for (name, id) in vectors.naturalIds {
      #expect(RecordID(natural: name).description == id, "\(name)")
    }
  }

  @Test func `canonical text is read and written as it stands`() throws {
    for text in vectors.canonical {
      let object = try CanonicalObject(canonical: text.utf8)
      #expect(String(decoding: object.canonicalBytes, as: UTF8.self) == text)
    }
  }

  @Test func `any other spelling is refused`() {
    for text in vectors.notCanonical {
      #expect(throws: CanonicalError.self, "\(text)") {
        try CanonicalObject(canonical: text.utf8)
      }
    }
  }

  @Test func `envelopes hash to what the page says, each naming the one before`() throws {
    var previous: ContentHash?
    for stored in vectors.events {
      let object = try CanonicalObject(canonical: stored.envelope.utf8)
      let event = try Event(envelope: object)
      #expect(event.envelope == object)
      #expect(event.previous == previous)
      let hash = ContentHash.sha256(stored.envelope.utf8)
      #expect(hash.description == stored.hash)
      previous = hash
      let nonce = stored.nonce.flatMap { Hexadecimal.bytes(of: $0) } ?? []
      #expect(event.personalHash == stored.personal.map { .sha256(nonce + Array($0.utf8)) })
    }
  }

  @Test func `every kind that is folded has a vector, and says what the vector says`() throws {
    var kinds: Set<String> = []
    for stored in vectors.events {
      let event = try Event(envelope: CanonicalObject(canonical: stored.envelope.utf8))
      guard let type = FactKinds.all.first(where: { $0.kind == event.kind }) else { continue }
      let personal = try CanonicalObject(canonical: (stored.personal ?? "{}").utf8)
      let fact = try type.init(body: event.body, personal: personal)
      var body = event.body
      body[Event.causeField] = nil
      #expect(fact.body == body, "\(event.kind)")
      #expect(fact.personal == personal, "\(event.kind)")
      kinds.insert(event.kind)
    }
    #expect(kinds == Set(FactKinds.all.map { $0.kind }))
  }
}

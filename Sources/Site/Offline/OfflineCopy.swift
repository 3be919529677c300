import Domain

/// A course in one language as a phone keeps it: every file with its hash, so that what was fetched
/// while the site changed is told from what belongs together.
struct OfflineCopy {
  let title: String
  /// How many lessons, how large: for the list of what is kept.
  let facts: String
  let size: DataSize
  let files: [Address: Weight]

  /// What a file weighs, and what it holds.
  struct Weight: Hashable, Sendable {
    let size: Int
    let hash: ContentHash
  }

  /// What `sw.js` reads.
  func manifest(hash: ([UInt8]) -> ContentHash) -> String {
    let lines = files.sorted { $0.key < $1.key }.map { address, weight in
      "\(JavaScript.literal(address.encodedPath)):"
        + JavaScript.literal(Base64.text(of: weight.hash.bytes))
    }
    let list = lines.joined(separator: ",\n")
    let members = [
      ("version", JavaScript.literal(String(hash(Array(list.utf8)).description.prefix(16)))),
      ("title", JavaScript.literal(title)), ("facts", JavaScript.literal(facts)),
      ("files", "{\n\(list)\n}"),
    ]
    return "{\(members.map { "\"\($0)\":\($1)" }.joined(separator: ","))}\n"
  }
}

/// How much something is to fetch, in a reader's measure.
struct DataSize {
  let bytes: Int

  /// As programs for messages make a photo of a phone.
  private static let photo = 130_000

  var photos: Int { max(1, (bytes + Self.photo / 2) / Self.photo) }

  /// With one decimal, rounded up: `0,4`.
  func megabytes(in language: String) -> String {
    let tenths = max(1, (bytes + 99_999) / 100_000)
    return "\(tenths / 10)\(language == "en" ? "." : ",")\(tenths % 10)"
  }
}

extension Address {
  /// The script that answers without a network: at the root, because it answers for what lies below.
  static let worker = Address("sw.js")

  /// In the folder of the course that it lists.
  static func offlineCopy(_ course: String, _ language: String) -> Address {
    Address("\(language)/\(course)/offline.json")
  }

  static func offline(_ language: String) -> Address { Address("\(language)/offline/index.html") }
}

/// The members of one kind of record, each with where its value comes from.
///
/// JSON objects and CSV columns are read off the same list, so neither can lose a key of the other.
struct Shape<Record> {
  struct Member {
    let key: String
    /// The keys within, where the member is an object or null: each is a column of its own.
    let parts: [String]
    let value: (Record) -> OutputValue

    init(_ key: String, of parts: [String] = [], _ value: @escaping (Record) -> OutputValue) {
      self.key = key
      self.parts = parts
      self.value = value
    }
  }

  /// In the order of the columns.
  let members: [Member]

  init(_ members: [Member]) {
    self.members = members
  }

  func record(_ record: Record) -> OutputValue {
    .object(members.map { (key: $0.key, value: $0.value(record)) })
  }

  var columns: [String] {
    members.flatMap { member in
      member.parts.isEmpty ? [member.key] : member.parts.map { "\(member.key)_\($0)" }
    }
  }

  /// The same with more members behind.
  func adding(_ more: [Member]) -> Self {
    Self(members + more)
  }
}

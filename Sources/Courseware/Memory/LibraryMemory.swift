import Domain

/// What reading each lesson came to, so that one that has not changed is not read again.
///
/// A text that is the same, at the same path and held to the same competence codes, reads the same. So
/// it matters to nobody whether there is a memory, only to the clock.
package struct LibraryMemory: Sendable {
  /// The competence codes that lessons were held to.
  var codes = ""
  /// By the hash of path and text.
  var records: [ContentHash: [UInt8]] = [:]

  package init() {}

  package init(_ reader: inout RecordReader) throws(RecordReader.Damage) {
    codes = try reader.text()
    let entries = try reader.list { reader throws(RecordReader.Damage) in
      guard let hash = ContentHash(bytes: try reader.rawBytes()) else {
        throw RecordReader.Damage()
      }
      return (hash, try reader.rawBytes())
    }
    records = Dictionary(entries) { first, _ in first }
  }

  package func write(to writer: inout RecordWriter) {
    writer.add(codes)
    writer.add(records.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }) {
      $0.add($1.key.bytes)
      $0.add($1.value)
    }
  }
}

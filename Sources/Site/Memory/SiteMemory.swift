import Courseware
import Domain
import Foundation

/// What a build leaves for the next, so that what has not changed is not made again.
///
/// It lies in the folder of the site under a name that is not published. Whatever is wrong with it, it is
/// as if there were none: pages then are made, compared with what stands there, and found the same.
struct SiteMemory: Sendable {
  /// A part, the key of what it was made from, and what it came to.
  struct Part: Sendable {
    let key: ContentHash
    let trace: SitePartTrace
    let stamps: [FileStamp]
    /// Of a course.
    var front: Front?
  }

  /// The page of a course with the list of its copy, which are made after all that the copy holds.
  struct Front: Sendable {
    let key: ContentHash
    let stamps: [FileStamp]

    func with(_ stamps: [FileStamp]) -> Front { Front(key: key, stamps: stamps) }
  }

  /// Of all that a site was made from; nil where a build did not come to its end.
  var whole: ContentHash?
  /// How many errors the sources had.
  var errors = 0
  /// From which lessons may be shown, gone or to come, in milliseconds since 1970.
  var moments: [Int64] = []
  /// Every file of the site.
  var stamps: [FileStamp] = []
  var library = LibraryMemory()
  var parts: [SitePart: Part] = [:]

  /// Next to the list of what builds wrote.
  static let name = SiteFolder.listName + ".memory"
  /// Bytes of the hash that the file ends with.
  private static let sumLength = 32
  private static let heading = "lantoa site memory 3\n"
}

// MARK: - The file

extension SiteMemory {
  /// Empty where there is none, or none that `program` wrote: another may read and write differently.
  init(
    ofSite path: String, program: String, hash: ([UInt8]) -> ContentHash
  ) {
    let name = "\(path)/\(Self.name)"
    guard var body = FileManager.default.contents(atPath: name).map({ [UInt8]($0) }),
      body.count > Self.sumLength
    else { return }
    let sum = Array(body.suffix(Self.sumLength))
    body.removeLast(Self.sumLength)
    guard hash(body).bytes == sum else { return }
    if let memory = try? SiteMemory(body, program: program) { self = memory }
  }

  private init(_ body: [UInt8], program: String) throws(RecordReader.Damage) {
    var reader = RecordReader(body)
    guard try reader.text() == Self.heading, try reader.text() == program else {
      throw RecordReader.Damage()
    }
    whole = try reader.optional { reader throws(RecordReader.Damage) in try reader.hash() }
    errors = try reader.number()
    moments = try reader.list { reader throws(RecordReader.Damage) in
      Int64(try reader.number())
    }
    stamps = try reader.list { reader throws(RecordReader.Damage) in try reader.stamp() }
    library = try LibraryMemory(&reader)
    parts = Dictionary(
      try reader.list { reader throws(RecordReader.Damage) in try reader.part() }
    ) { first, _ in first }
  }

  /// Puts the memory in the place of the one before, as a whole. A disk that does not take it costs the
  /// next build time and nothing else.
  func write(
    toSite path: String, program: String, hash: ([UInt8]) -> ContentHash
  ) {
    var writer = RecordWriter()
    writer.add(Self.heading)
    writer.add(program)
    writer.add(whole) { $0.add($1.bytes) }
    writer.add(errors)
    writer.add(moments) { $0.add(Int($1)) }
    writer.add(stamps) { $0.add($1) }
    library.write(to: &writer)
    writer.add(parts.sorted { $0.key < $1.key }) { $0.add($1.key, $1.value) }
    writer.append(hash(writer.bytes).bytes)
    let file = URL(fileURLWithPath: "\(path)/\(Self.name)")
    try? writer.bytes.withUnsafeBytes { bytes in
      guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return }
      // Megabytes, which a build of a large site has no room for twice.
      try Data(bytesNoCopy: start, count: bytes.count, deallocator: .none)
        .write(to: file, options: .atomic)
    }
  }
}

// MARK: - Its parts

extension RecordWriter {
  fileprivate mutating func add(_ stamp: FileStamp) {
    add(stamp.address.path)
    add(stamp.size)
    add(stamp.changed)
  }

  fileprivate mutating func add(_ part: SitePart, _ made: SiteMemory.Part) {
    add(part.language)
    add(part.course) { $0.add($1) }
    add(part.isFirst)
    add(made.key.bytes)
    add(made.trace.listed) { $0.add($1.path) }
    add(made.trace.pictures.sorted()) { $0.add($1) }
    add(made.trace.texts) {
      $0.add($1.address.path)
      $0.add($1.anchor) { $0.add($1) }
      $0.add($1.title)
      $0.add($1.place)
      $0.add($1.titleWords)
      $0.add($1.words)
    }
    add(made.trace.kept.sorted()) { $0.add($1.path) }
    add(made.trace.weights.sorted { $0.key < $1.key }) {
      $0.add($1.key.path)
      $0.add($1.value.size)
      $0.add($1.value.hash.bytes)
    }
    add(made.stamps) { $0.add($1) }
    add(made.front) {
      $0.add($1.key.bytes)
      $0.add($1.stamps) { $0.add($1) }
    }
  }
}

extension RecordReader {
  fileprivate mutating func hash() throws(Damage) -> ContentHash {
    guard let hash = ContentHash(bytes: try rawBytes()) else { throw Damage() }
    return hash
  }

  fileprivate mutating func stamp() throws(Damage) -> FileStamp {
    FileStamp(address: Address(try text()), size: try number(), changed: try number())
  }

  fileprivate mutating func part() throws(Damage) -> (SitePart, SiteMemory.Part) {
    let part = SitePart(
      language: try text(),
      course: try optional { reader throws(Damage) in try reader.text() }, isFirst: try flag())
    let key = try hash()
    var trace = SitePartTrace(part)
    trace.listed = try list { reader throws(Damage) in Address(try reader.text()) }
    trace.pictures = Set(try list { reader throws(Damage) in try reader.text() })
    trace.texts = try list { reader throws(Damage) in
      SearchIndex.Text(
        address: Address(try reader.text()),
        anchor: try reader.optional { reader throws(Damage) in try reader.text() },
        title: try reader.text(), place: try reader.text(), titleWords: try reader.text(),
        words: try reader.text())
    }
    trace.kept = Set(try list { reader throws(Damage) in Address(try reader.text()) })
    trace.weights = Dictionary(
      try list { reader throws(Damage) in
        let (address, size) = (Address(try reader.text()), try reader.number())
        return (address, OfflineCopy.Weight(size: size, hash: try reader.hash()))
      }
    ) { first, _ in first }
    let stamps = try list { reader throws(Damage) in try reader.stamp() }
    let front = try optional { reader throws(Damage) in
      SiteMemory.Front(
        key: try reader.hash(),
        stamps: try reader.list { reader throws(Damage) in try reader.stamp() })
    }
    return (part, SiteMemory.Part(key: key, trace: trace, stamps: stamps, front: front))
  }
}

import Courseware
import Domain
import Foundation
import Storage
import TestSupport
import Testing

struct LibraryMemoryTests {
  private func library(
    in scratch: ScratchFolder, _ memory: inout LibraryMemory
  ) throws -> Library {
    let sources = try LibrarySources.read(
      courses: scratch.path("courses"), content: scratch.path("content")
    ) { .sha256($0) }
    return Library(
      sources, today: CalendarDay("2026-11-26"), now: 1_795_000_000_000, memory: &memory)
  }

  /// The same memory after a stay in a file.
  private func kept(_ memory: LibraryMemory) throws -> LibraryMemory {
    var writer = RecordWriter()
    memory.write(to: &writer)
    var reader = RecordReader(writer.bytes)
    defer { #expect(reader.isAtEnd) }
    return try LibraryMemory(&reader)
  }

  @Test func `what is remembered is what reading again would find`() throws {
    let scratch = try ScratchFolder()
    for folder in ["courses", "content"] {
      try FileManager.default.copyItem(
        atPath: LantoaProcess.checkout + "/" + folder, toPath: scratch.path(folder))
    }
    // Faults of each kind that a record holds: with an excerpt, without, in the front matter, beyond one
    // text, to be mended; and each key that a lesson may have.
    let lesson = "courses/safe-online/02-otp-never-share.vi.md"
    let text =
      try scratch.read(lesson)
      .replacing("verify: V0", with: "verify: V2\nlast_verified: 2026-01-01\nverfiy: V1")
      .replacing("<!-- quiz id=otp-never-share-2 -->", with: "<!-- quiz -->")
      .replacing("glossary.vi.md#ma-otp", with: "glossary.vi.md#khong-co")
      .replacing("> Chưa đúng. Nửa mã", with: "> Sai. <b>Nửa</b> mã")
      + "\n#### Quá sâu\n\n![](images/khong-co.svg)\n"
    try scratch.write(text, to: lesson)
    let sound = "courses/safe-online/01-strong-passwords.vi.md"
    try scratch.write(
      try scratch.read(sound)
        .replacing("status: published", with: "status: published\n" + Self.keys), to: sound)
    var memory = LibraryMemory()
    let read = try library(in: scratch, &memory)
    memory = try kept(memory)
    let remembered = try library(in: scratch, &memory)
    #expect(read.diagnostics.count > 5)
    #expect(remembered.diagnostics == read.diagnostics)
    #expect(remembered.lessons == read.lessons)
    #expect(remembered.pages == read.pages)
    #expect(remembered.publicationTimes.map(\.text) == ["2026-12-01T08:00+07:00"])
    #expect(remembered.lessons.filter(remembered.isWaiting).map(\.language) == ["en", "vi"])
    #expect(remembered.lessons.contains { $0.frontMatter.exercises == 5 })
    #expect(read.diagnostics.contains { $0.rule == .unknownPrerequisite })
    #expect(remembered.repairs.map(\.path) == [scratch.path(lesson)])
    #expect(remembered.repairs.map(\.after) == read.repairs.map(\.after))

    try scratch.write(text + "\n[x](nowhere.md)\n", to: lesson)
    let changed = try library(in: scratch, &memory)
    #expect(changed.diagnostics.count == read.diagnostics.count + 1)
  }

  private static let keys = """
    exercises: 5
    prerequisites: ["safe-online/02-otp-never-share", "khong-co"]
    publish_at: 2026-12-01T08:00+07:00
    """

  @Test func `records cut short or changed are damage, never a crash`() throws {
    var writer = RecordWriter()
    writer.add("Hồ Thị Lê")
    writer.add([1, 2, 3]) { $0.add($1) }
    writer.add(Int?.none) { $0.add($1) }
    let bytes = writer.bytes
    for length in 0..<bytes.count {
      var reader = RecordReader(Array(bytes.prefix(length)))
      #expect(throws: RecordReader.Damage.self) { try Self.read(&reader) }
    }
    // A length that no file has.
    var huge = RecordReader(Array(repeating: 0x7F, count: 24))
    #expect(throws: RecordReader.Damage.self) { try Self.read(&huge) }
    var negative = RecordReader(Array(repeating: 0xFF, count: 24))
    #expect(throws: RecordReader.Damage.self) { try Self.read(&negative) }
    var whole = RecordReader(bytes)
    #expect(try Self.read(&whole) == "Hồ Thị Lê 123")
  }

  private static func read(_ reader: inout RecordReader) throws -> String {
    let text = try reader.text()
    let numbers = try reader.list { reader throws(RecordReader.Damage) in try reader.number() }
    _ = try reader.optional { reader throws(RecordReader.Damage) in try reader.number() }
    return "\(text) \(numbers.map(String.init).joined())"
  }
}

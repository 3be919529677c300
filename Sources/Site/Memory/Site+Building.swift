import Courseware
import Domain
import Synchronization

extension Site {
  /// Makes every part that `memory` does not have, on all cores, and what stands for all of them; leaves
  /// in `memory` what the next build needs. `done` hears of each part how many lessons it has, from any
  /// thread.
  ///
  /// - Throws: `SiteFolderError`.
  func build(
    into folder: SiteFolder, basis: ContentHash, memory: inout SiteMemory,
    done: @Sendable (_ lessons: Int) -> Void
  ) throws {
    let known = memory.parts
    let made = try makeParts(done: done) { part in
      try make(part, known[part], basis: basis, into: folder)
    }
    var stamps: [FileStamp] = []
    var traces: [SitePartTrace] = []
    memory.parts = [:]
    for (part, made) in zip(parts, made) {
      stamps += made.stamps
      traces.append(made.trace)
      if let key = made.key {
        memory.parts[part] = SiteMemory.Part(key: key, trace: made.trace, stamps: made.stamps)
      }
    }
    let remembered = memory.parts
    let fronts = Mutex<[SitePart: SiteMemory.Front]>([:])
    var written: [Address: FileStamp] = [:]
    try forEachFile(
      after: traces,
      stands: { part, copy in
        guard let key = remembered[part].map({ frontKey(of: $0, copy) }) else { return false }
        var front = SiteMemory.Front(key: key, stamps: [])
        // What cannot be kept is written, which tells why it cannot.
        if let before = known[part]?.front, before.key == key,
          (try? folder.keep(before.stamps)) == true
        {
          front = before
        }
        fronts.withLock { $0[part] = front }
        return !front.stamps.isEmpty
      }
    ) { address, bytes in
      written[address] = try folder.write(bytes, to: address)
    }
    for (part, front) in fronts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      let isKept = !front.stamps.isEmpty
      memory.parts[part]?.front = isKept ? front : front.with(frontStamps(of: part, written))
      stamps += front.stamps
    }
    memory.stamps = stamps + written.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Of the page of a course and the list of its copy: they show what the lessons' pages do, and how
  /// large those are.
  private func frontKey(of part: SiteMemory.Part, _ copy: OfflineCopy) -> ContentHash {
    var writer = RecordWriter()
    writer.add(part.key.bytes)
    writer.add(copy.files.sorted { $0.key < $1.key }) {
      $0.add($1.key.path)
      $0.add($1.value.size)
      $0.add($1.value.hash.bytes)
    }
    return source.hash(writer.bytes)
  }

  private func frontStamps(of part: SitePart, _ written: [Address: FileStamp]) -> [FileStamp] {
    guard let course = part.course else { return [] }
    let addresses: [Address] = [
      .course(course, part.language), .offlineCopy(course, part.language),
    ]
    return addresses.compactMap { written[$0] }
  }

  private struct Made: Sendable {
    let key: ContentHash?
    let trace: SitePartTrace
    let stamps: [FileStamp]
  }

  private func make(
    _ part: SitePart, _ known: SiteMemory.Part?, basis: ContentHash, into folder: SiteFolder
  ) throws -> Made {
    let key = key(of: part, basis: basis)
    if let key, let known, known.key == key, try folder.keep(known.stamps) {
      return Made(key: key, trace: known.trace, stamps: known.stamps)
    }
    var stamps: [FileStamp] = []
    let trace = try forEachFile(of: part) { address, bytes in
      stamps.append(try folder.write(bytes, to: address))
    }
    return Made(key: key, trace: trace, stamps: stamps)
  }
}

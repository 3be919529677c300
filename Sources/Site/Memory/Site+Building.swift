import Courseware
import Domain

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
    try forEachFile(after: traces) { address, bytes in
      stamps.append(try folder.write(bytes, to: address))
    }
    memory.stamps = stamps
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

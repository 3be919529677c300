import Domain
import Foundation
import GRDB
import Synchronization

@testable import Storage

/// A row of the journal, whatever lies in it: nothing that reads it traps, and what is not as it was
/// recorded is told.
enum RowLaws {
  private static let bench = Mutex<Result<RowBench, any Error>?>(nil)

  static func check(_ bytes: [UInt8]) throws {
    try bench.withLock { kept in
      let bench = try (kept ?? Result { try RowBench() }).get()
      kept = .success(bench)
      try check(bytes, on: bench)
    }
  }

  private static func check(_ bytes: [UInt8], on bench: RowBench) throws {
    var choices = Choices(bytes)
    let use = RowBench.Use(bytes)
    try bench.reset()
    switch choices.number(below: 5) {
    case 0:
      try bench.append(envelope: choices.rest())
      try bench.use(use)
    case 1:
      guard let forged = try bench.forged(&choices) else { return }
      try checkForged(forged, on: bench, use)
    case 2:
      guard let change = try bench.changeByte(&choices) else { return }
      try require(
        !bench.register.verify(includingProjection: false).isSound, "verify tells of \(change)")
      try bench.use(use)
    case 3:
      try bench.putAnyValue(&choices)
      try bench.use(use)
    default: try TableLaws.check(&choices)
    }
  }

  /// An event with its hash, in its place of the chain: what it says may still be anything.
  private static func checkForged(_ forged: StoredEvent, on bench: RowBench, _ use: RowBench.Use)
    throws
  {
    guard (try? bench.register.receive([forged])) != nil else {
      // What cannot be taken in leaves nothing behind.
      try require(bench.isSoundButForItsSchema(), "a refused event changes nothing")
      return
    }
    let dump = try bench.register.canonicalDump()
    let isSound = try bench.register.verify(includingProjection: false).isSound
    guard (try? bench.register.rebuild()) != nil else {
      try require(!isSound, "what verify calls sound can be folded: \(forged.event.kind)")
      return
    }
    try require(
      bench.register.canonicalDump() == dump, "folding anew comes to the same: \(forged.event.kind)"
    )
    try bench.use(use)
  }
}

/// What a test does follows from bytes: numbers, then whatever is left.
struct Choices {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  /// 0 where the bytes have come to their end.
  mutating func number(below limit: Int) -> Int {
    guard limit > 1 else { return 0 }
    return (limit <= 256 ? Int(byte()) : Int(byte()) << 8 | Int(byte())) % limit
  }

  mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }

  mutating func rest() -> [UInt8] {
    defer { bytes = [] }
    return Array(bytes)
  }
}

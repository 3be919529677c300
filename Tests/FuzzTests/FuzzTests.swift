import Domain
import Foundation
import FuzzLaws
import Testing

/// The laws that `make fuzz` tries to break, over every input that has ever been of use to it.
@Suite struct FuzzTests {
  @Test(arguments: Corpus.seeds)
  func `every kept input keeps the laws`(seed: Corpus.Seed) throws {
    try seed.target.check(seed.bytes())
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every target has kept inputs`(target: FuzzTarget) {
    #expect(Corpus.seeds.contains { $0.target == target })
  }

  @Test(arguments: [
    (FuzzTarget.csv, 1500), (.canonical, 3000), (.dates, 3000), (.names, 3000), (.rows, 150),
    (.front, 100), (.lesson, 100), (.course, 100),
  ])
  func `the laws hold for kept inputs at random changed`(target: FuzzTarget, count: Int) throws {
    let seeds = try Corpus.seeds.filter { $0.target == target }.map { try $0.bytes() }
    var random = SplitMix64(seed: 2026)
    for _ in 0..<count {
      let bytes = Corpus.mutated(seeds, using: &random)
      do {
        try target.check(bytes)
      } catch {
        Issue.record("\(error), input \(Data(bytes).base64EncodedString())")
        return
      }
    }
  }
}

enum Corpus {
  struct Seed: Sendable, CustomTestStringConvertible {
    let target: FuzzTarget
    let file: URL

    var testDescription: String { "\(target.rawValue)/\(file.lastPathComponent)" }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: file)) }
  }

  /// Every file under `Fuzz/corpus`, by target and name.
  static let seeds: [Seed] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fuzz/corpus")
    return FuzzTarget.allCases.flatMap { target in
      let folder = root.appendingPathComponent(target.rawValue)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { Seed(target: target, file: folder.appendingPathComponent($0)) }
    }
  }()

  /// One of the seeds with one to four bytes replaced, put in, taken out or doubled, the end cut off, or
  /// a piece of another put in.
  static func mutated(_ seeds: [[UInt8]], using random: inout SplitMix64) -> [UInt8] {
    guard var bytes = seeds.randomElement(using: &random) else { return [] }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let byte = UInt8.random(in: .min ... .max, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < bytes.count: bytes[place] = byte
      case 1 where place < bytes.count: bytes[place] ^= 1 << (byte % 8)
      case 2 where place < bytes.count: bytes.remove(at: place)
      case 3: bytes.removeLast(bytes.count - place)
      case 4:
        let other = seeds.randomElement(using: &random) ?? []
        bytes.insert(contentsOf: other.prefix(Int(byte)).suffix(8), at: place)
      default: bytes.insert(byte, at: place)
      }
    }
    return bytes
  }
}

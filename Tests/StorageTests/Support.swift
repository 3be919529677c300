import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

extension Register {
  /// The whole journal, in order.
  func allEvents() throws -> [StoredEvent] {
    try read { reader in
      var events: [StoredEvent] = []
      try reader.forEachEvent { events.append($0) }
      return events
    }
  }

  func eventCount() throws -> Int {
    try read { try $0.recordCounts()["event"] ?? 0 }
  }

  /// Records at eight in the morning of a day, with ids that follow from how much there is already.
  @discardableResult
  func record<Value>(
    on day: String, _ body: (inout Recorder) throws -> Value
  ) throws -> Value {
    let seed = 1_000 + UInt64(try eventCount())
    return try record(as: Sample.author(on: Sample.day(day), seed: seed), body)
  }

  func unit(_ code: String, from: String = "2025-07-01") throws -> AdministrativeUnit {
    try #require(
      read { try $0.gazetteer() }.units.first {
        $0.code == code && $0.validFrom == Sample.day(from)
      })
  }
}

extension JournalVerification {
  /// All but those of the file itself: until there is a hub, one whose newest event came from elsewhere is
  /// none that a program leaves.
  var faultsOfEvents: [JournalFault] { faults.filter { $0.problem != .localDiffers } }
}

/// A folder of its own, gone with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "lantoa-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  var content: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func file(_ name: String = "lantoa.db") -> String { "\(path)/\(name)" }

  /// A founded register in a file.
  @discardableResult
  func register(_ name: String = "lantoa.db") throws -> Register {
    var random = SplitMix64(seed: 5)
    let founded = Sample.founded
    try Register.create(
      at: file(name), device: .timeOrdered(milliseconds: 0, using: &random)
    ) { register in
      try register.record(as: Sample.author(on: founded)) { try Sample.found(&$0) }
    }
    return try Register.open(at: file(name))
  }

  /// A founded register with one person, who has moved within the ward and completed a course.
  func peopled(with name: String) throws -> (Register, Learner) {
    let register = try register()
    let river = try register.unit("101")
    let day = Sample.day("2026-02-10")
    let person = try register.record(on: "2026-02-10") { recorder in
      let person = try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Trần \(name)", birthYear: 1958), sex: .female,
          residence: .unit(river.id)),
        on: day, consent: .paper, scope: .city)
      try recorder.recordCompletion(
        of: person, course: "an-toan", on: day, result: .completed, basis: .declared)
      return person
    }
    return (register, person)
  }

  /// Whether any byte of a file spells this.
  func holds(_ text: String, in name: String) throws -> Bool {
    try Data(contentsOf: URL(fileURLWithPath: file(name))).range(of: Data(text.utf8)) != nil
  }

  /// A register brought back from a backup, with nothing wrong.
  @discardableResult
  func restoredSound(_ backup: String) throws -> Register {
    try restore(backup, as: "restored.db")
    let restored = try Register.open(at: file("restored.db"))
    #expect(try restored.verify().faults == [])
    return restored
  }

  /// Makes a register of a backup, under another device.
  @discardableResult
  func restore(_ backup: String, as name: String) throws -> Register.Restored {
    let now = Sample.morning(of: Sample.day("2026-03-01"))
    var random = SplitMix64(seed: 8)
    return try Register.restore(
      file(backup), to: file(name), device: .timeOrdered(milliseconds: now, using: &random),
      by: Author(now: now, random: .seeded(random), checksClock: false), account: "lan", lists: [])
  }

  /// Runs SQL with SQLite's own program.
  @discardableResult
  func sqlite(_ sql: String, in name: String = "lantoa.db") throws -> String {
    let program = try SQLiteProgram(file: file(name))
    try program.send(sql)
    return try program.finish()
  }
}

/// SQLite's own program on a file: another process, as foreign as a real one.
final class SQLiteProgram {
  struct Failed: Error {
    let status: Int32
    let output: String
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(file: String) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch", "-bail", file]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  func send(_ sql: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((sql + "\n").utf8))
  }

  /// Waits until it has answered with a line that holds `word`.
  func wait(for word: String) throws {
    var answer = ""
    while !answer.contains(word) {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw Failed(status: -1, output: answer) }
      answer += String(decoding: data, as: UTF8.self)
    }
  }

  @discardableResult
  func finish() throws -> String {
    try input.fileHandleForWriting.close()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(status: process.terminationStatus, output: text)
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

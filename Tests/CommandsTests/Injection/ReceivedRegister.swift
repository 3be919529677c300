import Commands
import Domain
import Foundation
import Storage
import TestSupport

/// A register in which everything that holds words holds every payload, those too that no command
/// takes: as the journal of another laptop may bring them.
struct ReceivedRegister {
  let bench: Bench
  /// A person, a session and a void session whose words are all payloads at once.
  let person: String
  let session: String
  let voided: String

  /// What the register holds: all payloads, composed, and one of all of them.
  static let texts = Payload.all.map(\.text.precomposedStringWithCanonicalMapping) + [everything]

  /// All payloads in one text, each on its own even where it could end or begin a line.
  static let everything = Payload.all.map(\.text).joined(separator: " ")
    .precomposedStringWithCanonicalMapping

  init() throws {
    let bench = try Bench()
    var references: [String] = []
    try bench.found("lantoa.db") { recorder in
      references = try Self.fill(&recorder)
    }
    (self.bench, person, session, voided) = (bench, references[0], references[1], references[2])
  }

  /// The same register in a folder of its own.
  func copy() throws -> Bench {
    let copy = try Bench()
    for name in try bench.scratch.names where name.hasPrefix("lantoa.db") {
      try FileManager.default.copyItem(
        atPath: bench.scratch.path(name), toPath: copy.scratch.path(name))
    }
    return copy
  }

  private static let day = Sample.day("2026-11-20")

  /// The references of a person, a session and a void session.
  private static func fill(_ recorder: inout Recorder) throws -> [String] {
    let unit = try recorder.reader.gazetteer().place("101", on: day)
    var attendees: [(learner: Learner.ID, mark: Mark)] = []
    var references: [String] = []
    for (number, text) in texts.enumerated() {
      try recorder.introduce(text, isDefault: false)
      let description = PersonDescription(
        person: PersonalDetails(name: text, birthYear: 1961, phone: text, hamlet: text),
        sex: .female, residence: .unit(unit.id))
      let learner = try recorder.register(description, on: day, consent: .paper, scope: .city)
      _ = try recorder.register(description, on: day, consent: .paper, scope: .city)
      attendees.append((learner.id, Mark(result: .attended, basis: .declared)))
      let team = try recorder.formTeam(
        named: "\(text) \(number)", in: unit, since: Sample.day("2026-01-01"))
      let details = SessionDetails(
        date: day, form: .class, team: team.id, course: "zalo", venue: text, note: text,
        externalKey: text)
      let session = try recorder.logSession(details, attendees: attendees.suffix(1))
      try recorder.void(session, reason: .other, words: text)
      try recorder.setTarget(
        measure: "trained", unit: unit, basisPoints: 8000,
        deadline: Sample.day("2027-01-01").adding(days: number), document: text)
      var run = try ImportRun(
        ImportedList(source: text, fileHash: .sha256(Array("\(number)".utf8))), in: &recorder)
      try run.finish(in: &recorder)

      guard number == texts.count - 1 else { continue }
      let all = try recorder.logSession(details, attendees: attendees)
      references = [
        Reference(learner.id, length: 26), Reference(all.id, length: 26),
        Reference(session.id, length: 26),
      ].map(\.description)
    }
    return references
  }
}

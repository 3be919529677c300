import Domain
import Intake
import Storage

/// Finds or registers everybody on a list of attendees, and collects what stands in the way.
struct AttendeeSeating {
  let team: Team
  let day: CalendarDay
  let consent: Consent
  let result: LearningResult

  private(set) var attendees: [(learner: Learner.ID, mark: Mark)] = []
  /// People registered on the way.
  private(set) var newcomers = 0
  /// Rows without a unit, taken to be of the team's.
  private(set) var livesWithTeam = 0
  /// What rows say of registered people that the register does not.
  private(set) var differences: [AttendeeDifference] = []
  /// Those who had died by then, for all that is recorded.
  private(set) var dead: [Learner] = []
  /// Everybody who was registered before.
  private(set) var known: [Learner] = []
  /// The line on which each person of the list stands first.
  private var lines: [Learner.ID: Int] = [:]

  init(team: Team, day: CalendarDay, consent: Consent, result: LearningResult) {
    self.team = team
    self.day = day
    self.consent = consent
    self.result = result
  }

  /// - Throws: `RecordError.personTwice`, for another record of somebody who is seated too.
  mutating func seat(_ learner: Learner, in reader: RegisterReader) throws {
    let records = Set(try reader.group(of: learner.id).map(\.id))
    guard !attendees.contains(where: { records.contains($0.learner) }) else {
      throw RecordError.personTwice(learner.spoken)
    }
    try take(learner, in: reader)
    attendees.append((learner.id, mark(result: nil, score: nil)))
  }

  private mutating func take(_ learner: Learner, in reader: RegisterReader) throws {
    known.append(learner)
    if let dead = try reader.dead(learner, by: day) { self.dead.append(dead) }
  }

  /// - Throws: `Failure` with every row that needs a decision; nothing is then kept.
  mutating func seat(
    _ file: AttendeeFile, path: String, in recorder: inout Recorder
  ) throws {
    let gazetteer = try recorder.reader.gazetteer()
    var units = UnitReading(gazetteer, asOf: nil, today: recorder.today)
    lines = [:]
    let referred = Set(attendees.map(\.learner))
    var problems = file.errors.map {
      (line: $0.line, text: "\(path): \($0.message(under: file.header))")
    }
    for draft in file.drafts {
      do {
        let residence = try draft.person.unit.map { try units.residence($0, on: day) }
        let learner = try learner(
          for: draft.person, livingIn: residence, gazetteer: gazetteer, in: &recorder)
        let records = try recorder.reader.group(of: learner).map(\.id)
        if let earlier = records.compactMap({ lines[$0] }).min() { throw Self.twice(earlier) }
        lines[learner] = draft.line
        if !referred.isDisjoint(with: records) {
          throw Self.referredToo(try recorder.reader.learner(id: learner)?.spoken ?? "")
        }
        attendees.append((learner, mark(result: draft.result, score: draft.score)))
      } catch let error as RecordError {
        problems.append((draft.line, Self.problem(path, draft, error.message)))
      } catch let error as UnitReadingError {
        problems.append((draft.line, Self.problem(path, draft, error.message)))
      } catch let error as Failure {
        problems.append((draft.line, Self.problem(path, draft, error.message)))
      }
    }
    guard problems.isEmpty else {
      let lines = Self.told(problems.sorted { $0.line < $1.line }.map(\.text))
      throw Failure(
        vi: "chưa ghi gì, vì:\n\(lines)\nSửa tệp rồi chạy lại lệnh này.",
        en: "nothing was recorded, because:\n\(lines)\nCorrect the file and run the command again.")
    }
  }

  /// As many problems as somebody can look through at once, and how many more there are.
  private static func told(_ problems: [String]) -> String {
    let most = 50
    guard problems.count > most else { return problems.joined(separator: "\n") }
    let more = problems.count - most
    let rest = say(
      vi: "… và \(Spoken.count(more)) lỗi nữa.",
      en: "… and \(Spoken.count(more, "more problem", "more problems")).")
    return (problems.prefix(most) + [rest]).joined(separator: "\n")
  }

  private mutating func learner(
    for draft: PersonDraft, livingIn listed: Residence?, gazetteer: Gazetteer,
    in recorder: inout Recorder
  ) throws -> Learner.ID {
    if case .reference(let reference) = draft.choice {
      let known = try recorder.reader.learner(reference.description)
      guard draft.person.mayBe(known.person) else {
        throw Failure(
          vi:
            "mã \(reference) là của \(known.spoken): khác tên và năm sinh. Sửa mã, tên hoặc năm sinh.",
          en:
            "\(reference) is \(known.spoken): another name and birth year. Correct the reference, the "
            + "name or the year.")
      }
      try note(draft, livingIn: listed, of: known, gazetteer: gazetteer, in: recorder)
      return known.id
    }
    let residence = listed ?? .unit(team.unit)
    let wanted = PersonDescription(
      person: draft.person, sex: draft.sex, residence: residence)
    if draft.choice == nil {
      switch try recorder.reader.match(
        wanted, team: team.id, gazetteer: gazetteer, today: recorder.today)
      {
      case .attach(let known):
        try note(draft, livingIn: listed, of: known, gazetteer: gazetteer, in: recorder)
        return known.id
      case .candidates(let people):
        if let earlier = people.compactMap({ lines[$0.id] }).min() { throw Self.twice(earlier) }
        throw Self.choice(among: people)
      case .nobody: break
      }
    }
    if draft.unit == nil { livesWithTeam += 1 }
    newcomers += 1
    return try recorder.register(
      wanted, on: day, consent: consent, scope: try recorder.scope(of: residence)
    ).id
  }

  private mutating func note(
    _ draft: PersonDraft, livingIn residence: Residence?, of known: Learner,
    gazetteer: Gazetteer, in recorder: Recorder
  ) throws {
    try take(known, in: recorder.reader)
    let today = recorder.today
    let livesThere =
      residence.map {
        $0.present(in: gazetteer, on: today) == known.residence.present(in: gazetteer, on: today)
      } ?? true
    let details = draft.details(unlike: known, livesThere: livesThere)
    guard !details.isEmpty else { return }
    differences.append(AttendeeDifference(line: draft.line, person: known, details: details))
  }

  private func mark(result: LearningResult?, score: Int?) -> Mark {
    let result = result ?? self.result
    return Mark(result: result, basis: score == nil ? .declared : .tested, score: score)
  }

  private static func twice(_ earlier: Int) -> Failure {
    Failure(
      vi:
        "trùng người với dòng \(earlier). Bỏ một dòng, hoặc ghi “new” vào cột person nếu là người "
        + "khác.",
      en: "is the person of line \(earlier). Take one row out, or write “new” in the column person "
        + "if this is somebody else.")
  }

  private static func referredToo(_ person: String) -> Failure {
    Failure(
      vi:
        "là \(person), đã ghi bằng --attendee hoặc ở tệp trước: hai lần trong một buổi. Bỏ một chỗ.",
      en:
        "is \(person), given by --attendee or in an earlier file too: twice in one session. Take one "
        + "of the two out.")
  }

  private static func choice(among people: [Learner]) -> Failure {
    let references = people.map(\.id).references()
    let list = people.map { "\(references[$0.id]?.description ?? "") \($0.spoken)" }
      .joined(separator: "; ")
    return Failure(
      vi:
        "có thể đã có trong sổ: \(list). Ở cột person (thêm nếu chưa có) ghi mã đó, hoặc “new” nếu là người "
        + "khác.",
      en: "may be registered already: \(list). In the column person (add it if need be) write that "
        + "reference, or “new” for somebody else.")
  }

  private static func problem(_ path: String, _ draft: AttendeeDraft, _ message: String) -> String {
    say(
      vi: "\(path): dòng \(draft.line): “\(draft.person.name)”: \(message)",
      en: "\(path): line \(draft.line): “\(draft.person.name)”: \(message)")
  }
}

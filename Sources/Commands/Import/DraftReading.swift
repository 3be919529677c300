import Domain
import Intake
import Storage

/// Turns checked drafts into what the register takes: units and teams found, references looked up.
struct DraftReading {
  private struct TeamQuestion: Hashable {
    let typed: String
    let day: CalendarDay
  }

  let gazetteer: Gazetteer
  private var units: UnitReading
  private let unitsAsOf: CalendarDay?
  private var teams: [TeamQuestion: Team] = [:]

  init(_ options: ListImportOptions, gazetteer: Gazetteer, today: CalendarDay) throws {
    self.gazetteer = gazetteer
    unitsAsOf = try options.unitsAsOf?.day(today: today)
    units = UnitReading(gazetteer, asOf: unitsAsOf, today: today)
  }

  /// `day` is that of the session, for the name of a unit before the team's.
  mutating func team(
    _ typed: String, on day: CalendarDay, in reader: RegisterReader
  ) throws -> Team {
    let question = TeamQuestion(typed: typed, day: unitsAsOf ?? day)
    if let team = teams[question] { return team }
    let team = try reader.team(typed, today: question.day)
    teams[question] = team
    return team
  }

  /// `day` is the row's own, for the name of its unit.
  mutating func person(
    _ draft: PersonDraft, on day: CalendarDay, in reader: RegisterReader
  ) throws -> ListedPerson {
    let rowDay = draft.movedOn ?? draft.registeredOn ?? day
    var listed = ListedPerson(
      person: draft.person,
      sex: draft.sex, residence: try draft.unit.map { try units.residence($0, on: rowDay) },
      registeredOn: draft.registeredOn, consent: draft.consent, movedOn: draft.movedOn,
      choice: try draft.choice.map { choice in
        switch choice {
        case .new: .new
        case .reference(let reference): .known(try reader.learner(reference.description).id)
        }
      })
    listed.line = draft.rejectedLine ?? draft.line
    listed.wasRejected = draft.rejectedLine != nil
    listed.denied = draft.denied
    return listed
  }
}

/// Why a row was not taken, in one line, and whom somebody must choose among.
struct RowRefusal {
  let reason: String
  var candidates: [Learner] = []

  /// Nil for an error that is not about one row.
  ///
  /// `entered` gives the line of somebody whom an earlier row has entered, where the list may yet be
  /// taken back as a whole: their references lead nowhere then.
  init?(
    _ error: any Error, line: Int, about name: String,
    entered: (Learner.ID) -> Int? = { _ in nil }
  ) {
    let message: String
    switch error {
    case RecordError.namesInBroadcast:
      message = say(
        vi:
          "tuyên truyền (broadcast) chỉ đếm đầu người: bỏ buổi này khỏi danh sách, ghi bằng lantoa "
          + "session log --form broadcast --unnamed SỐ.",
        en:
          "a broadcast counts heads only: take it out of the list, and record it by lantoa session "
          + "log --form broadcast --unnamed NUMBER.")
    case RecordError.place(let error):
      message = "\(ListColumn.team.spoken): \(error.message)"
    case let error as RecordError:
      if case .personTwice = error {
        message = say(
          vi:
            "trùng người, hoặc trùng tên, năm sinh, giới tính và nơi ở, với một dòng trên của buổi này. Bỏ "
            + "dòng này; nếu là người khác thì ghi “new” vào cột person.",
          en:
            "is, or is called like and as old as, somebody on an earlier row of this session. Take this "
            + "row out; for somebody else write “new” in the column person.")
        break
      }
      guard case .candidates(let people) = error else {
        message = error.message
        break
      }
      if let earlier = people.compactMap({ entered($0.id) }).min() {
        message = say(
          vi: "có thể là người ở dòng \(earlier). Bỏ một dòng, hoặc ghi “new” vào cột person.",
          en:
            "may be the person of line \(earlier). Take one row out, or write “new” in the column "
            + "person.")
        break
      }
      candidates = people
      let references = people.map(\.id).references()
      let list = people.map { "\(references[$0.id]?.description ?? "") \($0.spoken)" }
        .joined(separator: "; ")
      message = say(
        vi:
          "có thể đã có trong sổ: \(list). Ghi mã đó vào cột person, hoặc “new” nếu là người khác.",
        en:
          "may be registered already: \(list). Write that reference in the column person, or “new” "
          + "for somebody else.")
    case let error as UnitReadingError:
      message =
        error.message
        + (error.isTwoPlaces
          ? say(vi: " Hoặc thêm --units-as-of.", en: " Or give --units-as-of.") : "")
    default: return nil
    }
    reason = say(
      vi: "dòng \(line): “\(name)”: \(message)", en: "line \(line): “\(name)”: \(message)")
  }

  /// Everything that the reader found wrong with a row.
  init(_ errors: [RowError], under header: ListHeader) {
    reason = RowError.message(of: errors, under: header)
  }
}

extension UnitReadingError {
  fileprivate var isTwoPlaces: Bool {
    if case .twoPlaces = self { true } else { false }
  }

  var message: String {
    switch self {
    case .place(let error): return error.message
    case .twoPlaces(let typed, let then, let now):
      return say(
        vi:
          "“\(typed)” lúc đó là \(then.spoken) (từ \(Spoken.day(then.validFrom))), nay là một nơi khác: "
          + "\(now.spoken). Ghi \(then.code)@\(then.validFrom) hoặc \(now.code)@\(now.validFrom).",
        en: "“\(typed)” was \(then.spoken) then, and names another place now: \(now.spoken). Write "
          + "\(then.code)@\(then.validFrom) or \(now.code)@\(now.validFrom)."
      )
    }
  }
}

/// What was left as somebody had corrected it, told at the end.
struct KeptValues {
  private static let told = 10
  private let presenter: RecordOutput
  private var lines: [String] = []
  private var count = 0

  init(_ presenter: RecordOutput) {
    self.presenter = presenter
  }

  mutating func add(_ kept: [KeptValue], line: Int, in reader: RegisterReader) throws {
    for value in kept {
      count += 1
      guard lines.count < Self.told else { continue }
      let field = value.field.spoken
      let kept =
        try value.kept.map { "“\(try presenter.spoken($0, in: reader))”" }
        ?? say(vi: "ô trống", en: "it empty")
      let listed = try presenter.spoken(value.listed, in: reader)
      lines.append(
        say(
          vi: "  dòng \(line): \(field): sổ giữ \(kept), danh sách ghi “\(listed)”",
          en: "  line \(line): \(field): the register keeps \(kept), the list has “\(listed)”"))
    }
  }

  var remarks: [String] {
    guard count > 0 else { return [] }
    let more = count > lines.count ? ["  … + \(Spoken.count(count - lines.count))"] : []
    return [
      say(
        vi: "\(Spoken.count(count)) chỗ khác danh sách, giữ nguyên như trong sổ:",
        en: "Left as the register has it, though the list says otherwise: \(Spoken.count(count))")
    ] + lines + more
  }
}

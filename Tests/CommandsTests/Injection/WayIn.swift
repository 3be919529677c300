import Domain
import Storage
import TestSupport
import Testing

/// A command that takes words of somebody's own, by one option or several.
struct WayIn: Sendable, CustomTestStringConvertible {
  struct Field: Sendable {
    let option: String
    /// True where what is asked for is a name, or a title, and a number alone is none.
    let asksForName: Bool
    /// Everything of this kind that the journal holds.
    let kept: @Sendable (Bench) throws -> [String?]

    init(
      _ option: String, asksForName: Bool = true,
      kept: @escaping @Sendable (Bench) throws -> [String?]
    ) {
      self.option = option
      self.asksForName = asksForName
      self.kept = kept
    }

    func takes(_ payload: Payload) -> Bool { payload.isTaken(asName: asksForName) }

    /// The option and its value, joined where the value would pass for an option.
    func arguments(_ text: String) -> [String] {
      text.unicodeScalars.first == "-" ? ["\(option)=\(text)"] : [option, text]
    }
  }

  let testDescription: String
  let fields: [Field]
  /// Records what the words will be about, and gives its reference.
  var prepare: @Sendable (inout Recorder) throws -> String = { _ in "" }
  /// What stands before the fields.
  let command: @Sendable (_ reference: String, _ number: Int) -> [String]

  static let all = [
    register, change, team, log, changeSession, void, voidCompletion, target, source,
  ]

  private init(
    _ name: String, _ fields: [Field],
    about prepare: @escaping @Sendable (inout Recorder) throws -> String = { _ in "" },
    command: @escaping @Sendable (_ reference: String, _ number: Int) -> [String]
  ) {
    testDescription = name
    self.fields = fields
    self.prepare = prepare
    self.command = command
  }
}

extension WayIn {
  private static let register = WayIn(
    "learner register",
    [
      Field("--name") { try $0.facts(LearnerRegistered.self).map(\.person.name) },
      Field("--hamlet", asksForName: false) {
        try $0.facts(LearnerRegistered.self).map(\.person.hamlet)
      },
    ]
  ) { _, _ in ["learner", "register", "--name", "Lan", "--consent", "paper", "--new"] }

  private static let change = WayIn(
    "learner change",
    [
      Field("--name") { try $0.facts(LearnerChanged.self).map(\.person.name) },
      Field("--hamlet", asksForName: false) {
        try $0.facts(LearnerChanged.self).map(\.person.hamlet)
      },
    ], about: somebody
  ) { learner, _ in ["learner", "change", learner] }

  private static let team = WayIn(
    "team form",
    [
      Field("--name") { try $0.facts(TeamFormed.self).map(\.name) },
      Field("--as") { try $0.facts(ActorNamed.self).map(\.name) },
    ]
  ) { _, number in
    ["team", "form", "--unit", "101", "--since", "2026-01-01", "--name", "Tổ \(number)"]
  }

  private static let log = WayIn(
    "session log",
    [
      Field("--venue") { try $0.facts(SessionLogged.self).map(\.details.venue) },
      Field("--note") { try $0.facts(SessionLogged.self).map(\.details.note) },
    ], about: someTeam
  ) { team, _ in ["session", "log", "--team", team, "--form", "broadcast", "--unnamed", "12"] }

  private static let changeSession = WayIn(
    "session change",
    [
      Field("--venue") { try $0.facts(SessionChanged.self).map(\.venue) },
      Field("--note") { try $0.facts(SessionChanged.self).map(\.note) },
    ], about: someSession
  ) { session, _ in ["session", "change", session] }

  private static let void = WayIn(
    "session void", [Field("--words") { try $0.facts(Voided.self).map(\.words) }],
    about: someSession
  ) { session, _ in ["session", "void", session, "--reason", "other"] }

  private static let voidCompletion = WayIn(
    "completion void", [Field("--words") { try $0.facts(Voided.self).map(\.words) }],
    about: someCompletion
  ) { completion, _ in ["completion", "void", completion, "--reason", "other"] }

  private static let target = WayIn(
    "target set", [Field("--document") { try $0.facts(TargetSet.self).map(\.document) }]
  ) { _, number in
    let deadline = Sample.day("2027-01-01").adding(days: number).description
    return ["target", "set", "--unit", "101", "--percent", "80", "--by", deadline]
  }

  private static let source = WayIn(
    "learner import", [Field("--source") { try $0.facts(Imported.self).map(\.list.source) }]
  ) { _, number in ["learner", "import", "\(number).csv"] }
}

extension WayIn {
  private static let day = Sample.day("2026-11-20")

  private static let somebody: @Sendable (inout Recorder) throws -> String = { recorder in
    let learner = try recorder.register(
      PersonDescription(
        person: PersonalDetails(name: "Lan"), sex: nil, residence: .unallocated),
      on: day, consent: .paper, scope: .city)
    return Reference(learner.id, length: 26).description
  }

  private static let someTeam: @Sendable (inout Recorder) throws -> String = { recorder in
    if let team = try recorder.reader.teams().first { return Reference(team.id).description }
    let unit = try recorder.reader.gazetteer().place("101", on: day)
    return Reference(try recorder.formTeam(named: "Tổ Máy", in: unit, since: day).id).description
  }

  private static let someSession: @Sendable (inout Recorder) throws -> String = { recorder in
    let session = try recorder.logSession(
      SessionDetails(date: day, form: .broadcast, team: nil, course: nil, unnamed: 12),
      attendees: [])
    return Reference(session.id, length: 26).description
  }

  private static let someCompletion: @Sendable (inout Recorder) throws -> String = { recorder in
    let learner = try recorder.reader.learner(try somebody(&recorder))
    let completion = try recorder.recordCompletion(
      of: learner, course: "zalo", on: day, result: .completed, basis: .declared)
    return Reference(completion.id, length: 26).description
  }
}

extension Bench {
  /// What the journal holds of one kind, the sample's own included.
  func facts<Kind: Fact>(_ kind: Kind.Type) throws -> [Kind] {
    try Register.open(at: scratch.path("lantoa.db")).read { reader in
      try reader.journal(kind: Kind.kind, limit: 100_000).compactMap { try $0.fact(as: kind) }
    }
  }
}

import TestSupport
import Testing

/// A command that gives out what a register holds.
struct Output: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let arguments: @Sendable (ReceivedRegister) -> [String]
  /// The members of its JSON in which every payload stands, each by the keys that lead to it.
  let members: [[String]]
  /// The columns of its CSV in which every payload stands.
  let columns: [String]
  /// True where a number stands behind each, so that no two are one name.
  let isNumbered: Bool

  private init(
    _ words: String..., members: [[String]] = [], columns: [String] = [], isNumbered: Bool = false,
    about reference: @escaping @Sendable (ReceivedRegister) -> String? = { _ in nil }
  ) {
    testDescription = words.joined(separator: " ")
    arguments = { received in words + [reference(received)].compactMap(\.self) }
    self.members = members
    self.columns = columns
    self.isNumbered = isNumbered
  }

  /// What is to be found there.
  var texts: [String] {
    isNumbered
      ? ReceivedRegister.texts.enumerated().map { "\($1) \($0)" } : ReceivedRegister.texts
  }

  /// Every command with forms to choose from; `learner export` and those that only talk have none.
  static let all = [
    Output(
      "learner", "find", "song", "--limit", "9999", members: [["name"], ["hamlet"]],
      columns: ["name", "hamlet"]),
    Output(
      "learner", "duplicates", "--limit", "9999", members: [["a", "name"], ["b", "hamlet"]],
      columns: ["a_name", "b_hamlet"]),
    Output("learner", "show") { $0.person },
    Output("team", "list", "--limit", "9999", members: [["name"]], columns: ["name"], isNumbered: true),
    Output("session", "list", "--limit", "9999", members: [["marks", "name"]]),
    Output(
      "session", "list", "--limit", "9999", "--from", "2026-11-20", members: [["team", "name"]],
      columns: ["team_name"], isNumbered: true),
    Output("session", "show", members: [["marks", "name"]]) { $0.session },
    Output("session", "show") { $0.voided },
    Output("completion", "list", "--learner") { $0.person },
    Output("import", "list", members: [["source"]], columns: ["source"]),
    Output("import", "show", "1"),
    Output("target", "list", members: [["document"]], columns: ["document"]),
    Output("coverage", "report", "--measure", "reached"),
    Output(
      "journal", "list", "--limit", "99999",
      members: [["body", "source"], ["body", "document"]]),
    Output("journal", "verify"), Output("doctor"), Output("unit", "list"),
    Output("unit", "show", "101"), Output("unit", "resolve", "101"), Output("population", "list"),
    Output("course", "list"), Output("measure", "list"),
  ]
}

extension ParsedJSON {
  /// The texts that the keys lead to, through every element of the lists on the way.
  func texts(under keys: ArraySlice<String>) -> [String] {
    if isArray { return elements.flatMap { $0.texts(under: keys) } }
    guard let key = keys.first else { return string.map { [$0] } ?? [] }
    return self[key].texts(under: keys.dropFirst())
  }
}

import Domain
import Foundation
import Storage

/// An open register at which a command works: who records, what day it is, whether people are real.
struct Desk {
  let register: Register
  let workspace: Workspace
  /// `demo` or `test`; nil where people are real.
  let synthetic: String?
  private let now: Int64
  private let actorName: String?

  var today: CalendarDay { CalendarDay(milliseconds: now) }

  init(_ global: GlobalOptions, in workspace: Workspace) throws {
    let path = RegisterLocation.existing(global.db, in: workspace)
    register = try Register.open(at: RegisterLocation.requireNoFolder(path))
    self.workspace = workspace
    synthetic = try register.read { try $0.synthetic() }
    now = try Self.now(in: workspace, isSynthetic: synthetic != nil)
    actorName = try Self.actorName(global, in: workspace)
  }

  /// The wall clock; in registers without real people, what `LANTOA_NOW` says.
  static func now(in workspace: Workspace, isSynthetic: Bool) throws -> Int64 {
    guard isSynthetic, let told = workspace.environment["LANTOA_NOW"], !told.isEmpty else {
      return workspace.now()
    }
    if let day = CalendarDay(told) {
      return Int64(day.ordinal) * 86_400_000 + 5 * 3_600_000
    }
    guard let date = try? Date(told, strategy: .iso8601) else {
      throw UsageError(
        vi:
          "LANTOA_NOW “\(told)” không đọc được. Ghi như 2026-11-20 hoặc 2026-11-20T08:00:00+07:00.",
        en: "LANTOA_NOW “\(told)” cannot be read. Write it as 2026-11-20 or "
          + "2026-11-20T08:00:00+07:00.")
    }
    return Int64(date.timeIntervalSince1970 * 1000)
  }

  func read<Value>(_ body: (RegisterReader) throws -> Value) throws -> Value {
    try register.read(body)
  }

  /// Records facts in one transaction, as whoever `--as` names, or whoever this file remembers.
  ///
  /// A clock far ahead of the newest record is asked about where somebody can answer. What `isKept`
  /// denies of the result was only a rehearsal.
  func record<Value>(
    keepingIf isKept: (Value) -> Bool = { _ in true }, _ body: (inout Recorder) throws -> Value
  ) throws -> Value {
    do {
      return try recordOnce(keepingIf: isKept, body)
    } catch let error as RegisterError {
      guard case .clockAhead = error, workspace.ask != nil else { throw error }
      let question = say(
        vi: "\(error.message)\nHôm nay đúng là \(Spoken.dayWithWeekday(today))? [c/K]: ",
        en: "\(error.message)\nIs today really \(Spoken.dayWithWeekday(today))? [y/N]: ")
      let answer = workspace.answer(to: question)?.lowercased().first
      guard let answer, "cy".contains(answer) else { throw error }
      try register.trustClock(now)
      return try recordOnce(keepingIf: isKept, body)
    }
  }

  private func recordOnce<Value>(
    keepingIf isKept: (Value) -> Bool, _ body: (inout Recorder) throws -> Value
  ) throws -> Value {
    let author = Author(now: now, random: workspace.random)
    return try register.record(as: author, keepingIf: isKept) { recorder in
      if let actorName {
        try recorder.act(as: actorName)
      } else if try recorder.reader.defaultActor() == nil {
        try recorder.introduce(Self.loginName(in: workspace), isDefault: true)
      }
      return try body(&recorder)
    }
  }

  /// Makes a transaction without a record in it.
  ///
  /// - Throws: `RegisterError` for what would stand in the way of one.
  func tryToRecord() throws {
    try register.record(as: Author(now: now, random: workspace.random)) { _ in }
  }

  /// Accepts this machine's clock although the journal disagrees.
  func trustClock() throws {
    try register.trustClock(now)
  }

  /// `--as`, or `LANTOA_AS` where it is not blank.
  ///
  /// - Throws: `UsageError` for what cannot be a name.
  static func actorName(_ global: GlobalOptions, in workspace: Workspace) throws -> String? {
    if let named = global.actor { return try Entry.actor(named, by: "--as") }
    guard let named = workspace.environment["LANTOA_AS"],
      named.contains(where: { !$0.isWhitespace })
    else { return nil }
    return try Entry.actor(named, by: "LANTOA_AS")
  }

  static func loginName(in workspace: Workspace) -> String {
    let names = ["SUDO_USER", "USER", "LOGNAME"].compactMap { workspace.environment[$0] }
    return names.first { !$0.isEmpty } ?? "lantoa"
  }

  /// Talk that `--quiet` leaves out.
  func tell(_ line: String) {
    workspace.remark(line)
  }

  /// What was done: the reference on stdout, the sentence on stderr.
  func done(_ reference: Reference?, _ sentence: String) {
    if let synthetic { tell(OutputOptions.notice(of: synthetic)) }
    tell(sentence)
    if let reference { workspace.output("\(reference)\n") }
  }
}

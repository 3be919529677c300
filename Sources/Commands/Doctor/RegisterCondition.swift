import Domain
import Foundation
import Storage

/// How a register, its file and this machine's clock are.
struct RegisterCondition {
  /// One thing looked at.
  struct Check {
    enum Name: String {
      case clock, writing, privacy, population, durability, sqlite, disk, backup, erasure, copies,
        foreign
    }

    let name: Name
    let isWell: Bool
    /// What was found, and what to do where it is not well.
    let detail: String
  }

  let path: String
  let today: CalendarDay
  /// Nil in an empty journal.
  let newest: CalendarDay?
  /// Settings of SQLite by name.
  let settings: [String: String]
  let events: Int
  /// People and sessions that stand: void ones do not.
  let learners: Int
  let sessions: Int
  let checks: [Check]

  init(at desk: Desk) throws {
    path = desk.register.path
    today = desk.today
    newest = try desk.register.newestClock().map { CalendarDay(milliseconds: $0) }
    settings = try desk.register.settingsInForce()
    let (all, standing, series) = try desk.read {
      (try $0.recordCounts(), try $0.standingCounts(), try $0.setting(.population))
    }
    events = all["event"] ?? 0
    learners = standing["learner"] ?? 0
    sessions = standing["session"] ?? 0

    let obstacle = try Self.obstacle(at: desk)
    var isClock = false
    if case .clockBehind? = obstacle { isClock = true }
    if case .clockAhead? = obstacle { isClock = true }
    checks = [
      Check(
        name: .clock, isWell: !isClock,
        detail: isClock ? obstacle?.message ?? "" : Spoken.dayWithWeekday(today)),
      Check(
        name: .writing, isWell: obstacle == nil || isClock,
        detail: isClock ? "" : obstacle?.message ?? ""),
      Self.privacy(of: path),
      Check(
        name: .population, isWell: series != nil,
        detail: series
          ?? say(
            vi: "Chưa chọn nguồn dân số: báo cáo không có tỷ lệ. Chọn: lantoa population use …",
            en: "No series is chosen: reports have no percentage. Choose: lantoa population use …")),
      Self.durability(settings), Self.sqlite(settings["sqlite"] ?? ""), Self.disk(of: path),
      Self.backup(
        try desk.register.lastBackup(), today: desk.today, now: desk.workspace.now()),
      try Self.erasure(at: desk),
      try Self.copies(of: desk.register), try Self.foreign(in: desk.register),
    ]
  }

  /// What would stand in the way of a record made now: a transaction without one tells.
  private static func obstacle(at desk: Desk) throws -> RegisterError? {
    do {
      try desk.tryToRecord()
      return nil
    } catch let error as RegisterError {
      return error
    }
  }

  private static func privacy(of path: String) -> Check {
    let files = [path, path + "-wal", path + "-shm", ErasedList.path(beside: path)]
    let open = files.filter { file in
      var status = stat()
      return stat(file, &status) == 0 && status.st_mode & 0o077 != 0
    }
    let isPrivate = open.isEmpty
    let path = open.joined(separator: " ")
    return Check(
      name: .privacy, isWell: isPrivate,
      detail: isPrivate
        ? ""
        : say(
          vi: "Người khác trên máy này đọc được tệp. Chỉ cho mình đọc: chmod 600 \(path)",
          en: "Others on this machine can read the file. Keep it to yourself: chmod 600 \(path)"))
  }
}

extension RegisterCondition {
  /// One line for people: which register, and what is in it.
  var summary: String {
    let newest = newest.map(Spoken.day) ?? "–"
    return say(
      vi: "\(path): \(Spoken.count(learners)) người học, \(Spoken.count(sessions)) buổi, "
        + "\(Spoken.count(events)) việc trong nhật ký; lần ghi gần nhất \(newest)",
      en: "\(path): \(Spoken.count(learners, "learner", "learners")), "
        + "\(Spoken.count(sessions, "session", "sessions")), "
        + "\(Spoken.count(events, "event", "events")) in the journal; newest record \(newest)")
  }
}

extension RegisterCondition.Check {
  var verdict: String {
    isWell ? say(vi: "ổn", en: "ok") : say(vi: "LƯU Ý", en: "WARNING")
  }
}

extension RegisterCondition.Check.Name {
  var spoken: String {
    switch self {
    case .clock: say(vi: "Đồng hồ máy", en: "The clock")
    case .writing: say(vi: "Ghi được vào sổ", en: "Recording")
    case .privacy: say(vi: "Chỉ mình đọc được", en: "Read by you alone")
    case .population: say(vi: "Nguồn dân số", en: "Population")
    case .durability: say(vi: "Ghi là còn", en: "Durability")
    case .sqlite: say(vi: "Bản SQLite", en: "SQLite")
    case .disk: say(vi: "Ổ đĩa", en: "The disk")
    case .backup: say(vi: "Sao lưu", en: "Backup")
    case .erasure: say(vi: "Xóa người", en: "Erasure")
    case .copies: say(vi: "Bản khác của sổ", en: "Other copies")
    case .foreign: say(vi: "Chỉ có của lantoa", en: "Lantoa's alone")
    }
  }
}

extension RecordOutput {
  var condition: Shape<RegisterCondition> {
    Shape([
      .init("path") { .text($0.path) }, .init("today") { .spelled($0.today) },
      .init("newest") { .spelled($0.newest) }, .init("sqlite") { .text($0.settings["sqlite"]) },
      .init("synchronous") { .integer($0.settings["synchronous"].flatMap { Int($0) }) },
      .init("journalMode") { .text($0.settings["journal_mode"]) },
      .init("events") { .integer($0.events) }, .init("learners") { .integer($0.learners) },
      .init("sessions") { .integer($0.sessions) },
      .init("well") { .boolean($0.checks.allSatisfy(\.isWell)) },
      .init("checks") { condition in
        .records(
          condition.checks.map {
            [
              "check": .text($0.name.rawValue), "ok": .boolean($0.isWell),
              "detail": .text($0.detail),
            ]
          })
      },
      demo(),
    ])
  }
}

import ArgumentParser
import Domain
import Intake
import Storage

struct SessionImport: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "import",
      say(
        vi: "Nhập các buổi từ một tệp CSV, mỗi người dự một dòng.",
        en: "Take in sessions from a CSV file, one row an attendee."),
      examples: [
        "lantoa session import sessions.csv --source \"tổ Phú Xuân 1\" --dry-run",
        "lantoa session import sessions.csv --source \"tổ Phú Xuân 1\"",
      ],
      discussion: say(
        vi: """
          Cột: session (mã buổi, gom các dòng), date, course, team (tên tổ, hoặc xã/tên), minutes; có \
          thể thêm lesson, form; rồi các cột của người dự như khi nhập người, result, score. Nhập lại \
          cùng mã buổi chỉ đổi những gì danh sách đã đổi, không bỏ ai ra.
          """,
        en: """
          Columns: session (its key, which groups rows), date, course, team (a name, or unit/name), \
          minutes; optionally lesson, form; then those of the person as for people, result, score. The \
          same key again changes only what the list has changed, and takes nobody out.
          """))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var options: ListImportOptions

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let list = try ListImport(.sessions, options, for: output, at: desk)
    var kept = KeptValues(try desk.recordOutput())
    var newcomers = 0
    var livingWithTeam = 0
    var dead: [Learner] = []
    var withdrawn: [Learner] = []
    var differences: [AttendeeDifference] = []
    var leftVoid: [Session] = []
    var movedDays: [(line: Int, from: CalendarDay, to: CalendarDay)] = []
    let result: ListImport.Result
    do {
      result = try list.run {
        (next: () throws -> ListRow<SessionRowDraft>?, run, recorder, rejected) in
        var reading = try DraftReading(
          options, gazetteer: recorder.reader.gazetteer(), today: desk.today)
        var entered: [Learner.ID: Int] = [:]
        func take(_ group: SessionRows.Group) throws {
          let taken = try Self.take(
            group, under: list.scan.header, entered: entered, &reading, &run, &recorder)
          if list.isTentative { entered.merge(taken.entered) { first, _ in first } }
          try kept.add(taken.kept, line: group.first.line, in: recorder.reader)
          newcomers += taken.entered.count
          livingWithTeam += taken.livingWithTeam
          dead += taken.dead
          withdrawn += taken.withdrawn
          differences += taken.differences
          leftVoid += taken.leftVoid
          movedDays += taken.movedDays
          for (row, refusal) in taken.refusals.sorted(by: { $0.row.line < $1.row.line }) {
            try rejected.add(
              row.line, cells: row.cells, reason: refusal.reason, candidates: refusal.candidates)
          }
        }

        let header = list.scan.header
        var rows = SessionRows()
        while let row = try next() {
          switch row.content {
          case .draft(let draft):
            let group = rows.add(
              SessionRows.Row(draft, cells: row.cellsWithoutCitizenNumbers(under: header)),
              lastLines: list.scan.lastLines)
            if let group { try take(group) }
          case .errors(let errors):
            run.reject()
            try rejected.add(
              row.line, cells: row.cellsWithoutCitizenNumbers(under: header),
              reason: RowRefusal(errors, under: header).reason)
          }
        }
        for group in rows.unfinished { try take(group) }
      }
    } catch RecordError.alreadyImported(let earlier) {
      return try list.report(earlier, output)
    }
    var remarks = kept.remarks
    if newcomers > 0 {
      remarks.append(
        say(
          vi: "\(Spoken.count(newcomers)) người mới được ghi vào sổ.",
          en: "People entered in the register on the way: \(Spoken.count(newcomers))."))
    }
    if livingWithTeam > 0 {
      remarks.append(
        say(
          vi: "\(Spoken.count(livingWithTeam)) người không ghi nơi ở: tính ở xã, phường của tổ.",
          en: "\(Spoken.count(livingWithTeam)) without a unit: taken to live in the team's."))
    }
    if let remark = dead.remarkOnDeath { remarks.append(remark) }
    if let remark = withdrawn.remarkOnWithdrawal { remarks.append(remark) }
    if let remark = differences.remark { remarks.append(remark) }
    if !movedDays.isEmpty {
      let shown = movedDays.prefix(5).map {
        say(
          vi: "dòng \($0.line): \(Spoken.day($0.from)) → \(Spoken.day($0.to))",
          en: "line \($0.line): \(Spoken.day($0.from)) → \(Spoken.day($0.to))")
      }.joined(separator: "; ")
      let more = movedDays.count > 5 ? "; … + \(movedDays.count - 5)" : ""
      remarks.append(
        say(
          vi:
            "Buổi có trong sổ mà danh sách đổi ngày: \(shown)\(more). Nếu là buổi khác có cùng số, dùng số "
            + "khác hoặc nguồn khác (--source); bỏ lần nhập này rồi nhập lại.",
          en:
            "Sessions of the register whose day the list has changed: \(shown)\(more). If these are "
            + "others of the same number, number them otherwise or give another --source; take this "
            + "import back, and import again."))
    }
    for session in leftVoid.prefix(5) {
      let (day, reference) = (Spoken.day(session.details.date), Reference(session.id))
      remarks.append(
        say(
          vi:
            "Buổi \(day) của danh sách đã bị hủy trong sổ, để nguyên. Lấy lại: lantoa session unvoid "
            + "\(reference)",
          en:
            "The list's session of \(day) has been voided in the register, and is left so. To have it "
            + "back: lantoa session unvoid \(reference)"))
    }
    try list.report(result, entered: newcomers, remarks: remarks, output)
  }

  private struct Taken {
    var refusals: [(row: SessionRows.Row, refusal: RowRefusal)] = []
    var kept: [KeptValue] = []
    /// People entered in the register, by the line of each.
    var entered: [Learner.ID: Int] = [:]
    var livingWithTeam = 0
    var dead: [Learner] = []
    var withdrawn: [Learner] = []
    var differences: [AttendeeDifference] = []
    var leftVoid: [Session] = []
    /// Sessions whose day the list has changed, by the line where each begins.
    var movedDays: [(line: Int, from: CalendarDay, to: CalendarDay)] = []
  }

  private static func take(
    _ group: SessionRows.Group, under header: ListHeader, entered: [Learner.ID: Int],
    _ reading: inout DraftReading, _ run: inout ImportRun, _ recorder: inout Recorder
  ) throws -> Taken {
    var taken = Taken()
    var rows: [SessionRows.Row] = []
    func refuse(_ row: SessionRows.Row, _ error: any Error) throws {
      guard
        let refusal = RowRefusal(
          error, line: row.line, about: row.name, entered: { entered[$0] })
      else { throw error }
      run.reject()
      taken.refusals.append((row, refusal))
    }
    do {
      let details = try details(of: group.first.draft, &reading, in: recorder.reader)
      let first = group.first
      var attendees: [ListedSession.Attendee] = []
      for row in group.rows {
        guard let draft = row.draft else { continue }
        do {
          if row.line != first.line {
            let mine = try Self.details(of: draft, &reading, in: recorder.reader)
            if let column = mine.column(unlike: details) {
              throw RecordError.otherSession(
                field: header.name(of: column) ?? column.spoken, line: first.line)
            }
          }
          attendees.append(
            ListedSession.Attendee(
              person: try reading.person(
                draft.attendee.person, on: draft.date, in: recorder.reader),
              result: draft.attendee.result, score: draft.attendee.score))
          rows.append(row)
        } catch {
          try refuse(row, error)
        }
      }
      let result = try run.take(
        ListedSession(
          details: details, isFormGiven: first.draft?.form != nil, attendees: attendees),
        in: &recorder)
      let newcomers = Dictionary(
        uniqueKeysWithValues: result.newcomers.map { ($0.value, rows[$0.key].line) })
      for (position, error) in result.refused.sorted(by: { $0.key < $1.key }) {
        let row = rows[position]
        guard
          let refusal = RowRefusal(
            error, line: row.line, about: row.name,
            entered: { entered[$0] ?? newcomers[$0] })
        else { throw error }
        taken.refusals.append((row, refusal))
      }
      taken.kept = result.kept
      taken.entered = newcomers
      taken.livingWithTeam = result.livingWithTeam
      taken.dead = result.dead
      taken.withdrawn = result.known.values.filter { $0.consent == .withdrawn }
      if let day = result.movedFrom { taken.movedDays = [(first.line, day, details.date)] }
      taken.leftVoid = result.leftVoid.map { [$0] } ?? []
      let (gazetteer, today) = (reading.gazetteer, recorder.today)
      func present(_ residence: Residence) -> Residence {
        residence.present(in: gazetteer, on: today)
      }
      for (position, known) in result.known.sorted(by: { $0.key < $1.key }) {
        guard let draft = rows[position].draft?.attendee.person else { continue }
        let listed = attendees[position].person.residence
        let details = draft.details(
          unlike: known,
          livesThere: listed.map { present($0) == present(known.residence) } ?? true)
        guard !details.isEmpty else { continue }
        taken.differences.append(
          AttendeeDifference(line: rows[position].line, person: known, details: details))
      }
    } catch let error as RecordError {
      // The session itself cannot be: none of its rows can, those refused already apart.
      let refused = Set(taken.refusals.map(\.row.line))
      for row in group.rows where !refused.contains(row.line) { try refuse(row, error) }
    }
    return taken
  }

  private static func details(
    of draft: SessionRowDraft?, _ reading: inout DraftReading, in reader: RegisterReader
  ) throws -> SessionDetails {
    guard let draft else { preconditionFailure("rows of a group have been read") }
    let team = try reading.team(draft.team, on: draft.date, in: reader)
    return SessionDetails(
      date: draft.date, form: draft.form ?? .class, team: team.id, course: draft.course,
      lessons: try reader.lessonSlugs(draft.lessons, course: draft.course),
      minutes: draft.minutes, externalKey: draft.session)
  }
}

extension SessionDetails {
  /// The first column in which a row says otherwise of its session than another row; nil where both mean
  /// the same, however they write it.
  fileprivate func column(unlike other: SessionDetails) -> ListColumn? {
    if date != other.date { return .date }
    if team != other.team { return .team }
    if course != other.course { return .course }
    if form != other.form { return .form }
    if minutes != other.minutes { return .minutes }
    return lessons == other.lessons ? nil : .lesson
  }
}

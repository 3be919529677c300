import ArgumentParser
import Domain
import Intake
import Storage

struct LearnerImport: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "import",
      say(
        vi: "Nhập một danh sách người từ tệp CSV.", en: "Take in a list of people from a CSV file."),
      examples: [
        "lantoa learner import people.csv --source \"sổ phường 2026\" --dry-run",
        "lantoa learner import people.csv --source \"sổ phường 2026\"",
        "lantoa learner import old.csv --units-as-of 2025-06-30",
      ],
      discussion: say(
        vi: """
          Cột: name; có thể thêm birth_year, sex, unit, hamlet, phone, registered_on, consent, \
          external_id, moved_on, person (hoặc họ tên, năm sinh, giới tính, xã phường, thôn, điện thoại, \
          ngày đăng ký). Dòng hỏng được ghi vào TỆP.errors.csv để sửa rồi nhập lại; dòng tốt vẫn vào sổ. \
          Nhập lại chỉ đổi những gì danh sách đã đổi; chỗ sửa tay được giữ.
          """,
        en: """
          Columns: name; optionally birth_year, sex, unit, hamlet, phone, registered_on, consent, \
          external_id, moved_on, person. Rows that cannot be taken go to FILE.errors.csv, to be \
          corrected and imported; the others are taken. Importing again changes only what the list has \
          changed; what was corrected by hand stays.
          """))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var options: ListImportOptions

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let list = try ListImport(.learners, options, for: output, at: desk)
    var kept = KeptValues(try desk.recordOutput())
    var withoutUnit = 0
    var overtaken: [Int] = []
    var renamed: [(line: Int, from: String, to: String)] = []
    let result: ListImport.Result
    do {
      result = try list.run { (next: () throws -> ListRow<PersonDraft>?, run, recorder, rejected) in
        var reading = try DraftReading(
          options, gazetteer: recorder.reader.gazetteer(), today: desk.today)
        try list.announceNewRows(to: &run)
        var entered: [Learner.ID: Int] = [:]
        while let row = try next() {
          switch row.content {
          case .errors(let errors):
            run.reject()
            let header = list.scan.header
            try rejected.add(
              row.line, cells: row.cellsWithoutCitizenNumbers(under: header),
              reason: RowRefusal(errors, under: header).reason)
          case .draft(let draft):
            do {
              let person = try reading.person(draft, on: desk.today, in: recorder.reader)
              let taken = try run.take(person, in: &recorder)
              try kept.add(taken.kept, line: row.line, in: recorder.reader)
              if let from = taken.renamedFrom, let to = person.person.name {
                renamed.append((row.line, from, to))
              }
              if let day = person.movedOn, taken.outcome == .changed,
                let learner = try recorder.reader.learner(id: taken.learner),
                try recorder.reader.isOvertaken(day, by: learner)
              {
                overtaken.append(row.line)
              }
              if taken.outcome == .created, list.isTentative { entered[taken.learner] = row.line }
              if taken.outcome == .created, person.residence == nil { withoutUnit += 1 }
            } catch {
              guard
                let refusal = RowRefusal(
                  error, line: row.line, about: draft.name, entered: { entered[$0] })
              else { throw error }
              run.reject()
              try rejected.add(
                row.line, cells: row.cellsWithoutCitizenNumbers(under: list.scan.header),
                reason: refusal.reason, candidates: refusal.candidates)
            }
          }
        }
      }
    } catch RecordError.alreadyImported(let earlier) {
      return try list.report(earlier, output)
    }
    var remarks = kept.remarks
    if withoutUnit > 0 {
      remarks.append(
        say(
          vi: "\(Spoken.count(withoutUnit)) người chưa rõ nơi ở: chỉ tính ở số toàn thành phố.",
          en: "\(Spoken.count(withoutUnit)) without a unit: counted in the city's figure only."))
    }
    if !overtaken.isEmpty {
      let lines = Spoken.lines(overtaken)
      remarks.append(
        say(
          vi:
            "\(Spoken.count(overtaken.count)) người có ngày chuyển (moved_on) trước ngày ghi vào sổ, lúc ấy đã "
            + "ghi nơi khác (\(lines)): lần chuyển chỉ tính trước ngày đó, nay họ vẫn ở nơi cũ. Nếu ngày ghi "
            + "sai, thêm cột registered_on rồi nhập lại.",
          en: "People whose moved_on is before the day on which they were registered elsewhere: "
            + "\(Spoken.count(overtaken.count)) (\(lines)). The move counts only until that day, and they live "
            + "where they did. If the day is wrong, add the column registered_on and import again.")
      )
    }
    if !renamed.isEmpty {
      let shown = renamed.prefix(5).map {
        say(
          vi: "dòng \($0.line): \($0.from) → \($0.to)", en: "line \($0.line): \($0.from) → \($0.to)"
        )
      }.joined(separator: "; ")
      let more = renamed.count > 5 ? "; … + \(Spoken.count(renamed.count - 5))" : ""
      remarks.append(
        say(
          vi:
            "\(Spoken.count(renamed.count)) người đổi hẳn tên theo danh sách: \(shown)\(more). Nếu đó là những "
            + "người khác, vì danh sách đã đánh số lại, thì bỏ lần nhập này và nhập lại với --source khác.",
          en:
            "People to whom the list has given another name: \(Spoken.count(renamed.count)): \(shown)\(more). If "
            + "these are others, for the list was numbered anew, take this import back and import again "
            + "under another --source."))
    }
    try list.report(result, entered: result.made.counts.created, remarks: remarks, output)
  }
}

import ArgumentParser
import Domain
import Foundation
import Intake
import Storage
import Tabular

struct LearnerExport: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "export",
      say(
        vi: "Xuất danh sách người ra CSV; nhập lại tệp đó không đổi gì.",
        en: "Give out the people as CSV; importing that file again changes nothing."),
      examples: [
        "lantoa learner export --output people.csv",
        "lantoa learner export --unit \"Phú Xuân\" --output phu-xuan.csv",
      ],
      discussion: say(
        vi:
          "Việc xuất được ghi vào nhật ký. Người đã hủy, đã xóa tên hay đã rút đồng ý không được xuất.",
        en: "The journal notes who took them. People who are void, erased, or have withdrawn their "
          + "consent are left out."))
  }

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(
      say(vi: "Ghi vào tệp này.", en: "Write to this file."), valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      say(vi: "Chỉ người nay ở xã, phường này.", en: "Only those who live in this unit now.")))
  var unit: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let today = desk.today
    let (text, count) = try desk.record { recorder in
      let gazetteer = try recorder.reader.gazetteer()
      let place = try unit.map { try gazetteer.place($0, on: today) }
      var export = PeopleExport(gazetteer, today: today, isSynthetic: desk.synthetic != nil)
      try recorder.reader.forEachListedPerson(livingIn: place?.id, today: today) {
        export.add($0)
      }
      try recorder.noteView(.export, people: export.count, unit: place?.id)
      return (export.text, export.count)
    }
    if let synthetic = desk.synthetic { desk.tell(OutputOptions.notice(of: synthetic)) }
    if let output {
      let path = workspace.path(output)
      try OutputFile.write(text, to: path)
      desk.tell(
        say(
          vi: "Đã xuất \(Spoken.count(count)) người ra \(path). Tệp có tên người: giữ kín.",
          en:
            "Exported to \(path), people: \(Spoken.count(count)). The file names people: keep it safe."
        ))
    } else {
      workspace.output(text)
    }
  }
}

/// People as a list that imports back unchanged, safe to open in a spreadsheet.
private struct PeopleExport {
  private static let columns: [ListColumn] = [
    .person, .name, .birthYear, .sex, .unit, .hamlet, .phone, .registeredOn, .consent, .movedOn,
  ]
  private static let writer = CSVWriter(spreadsheetSafe: true)

  private let gazetteer: Gazetteer
  private let isSynthetic: Bool
  private var reading: UnitReading
  private(set) var text: String
  private(set) var count = 0

  init(_ gazetteer: Gazetteer, today: CalendarDay, isSynthetic: Bool) {
    self.gazetteer = gazetteer
    self.isSynthetic = isSynthetic
    reading = UnitReading(gazetteer, asOf: nil, today: today)
    text =
      "\u{FEFF}"
      + Self.writer.line(
        (Self.columns + (isSynthetic ? [.demo] : [])).map { .text($0.rawValue) })
  }

  mutating func add(_ person: ListedHome) {
    count += 1
    let learner = person.learner
    func cell(_ value: (some CustomStringConvertible)?) -> CSVWriter.Cell {
      value.map { .text($0.description.printable) } ?? .empty
    }
    let cells = [
      cell(Reference(learner.id, length: 12)), cell(learner.person.name),
      learner.person.birthYear.map { .number(String($0)) } ?? .empty, cell(learner.sex?.rawValue),
      cell(unit(learner.residence, on: person.movedOn ?? learner.registeredOn)),
      cell(learner.person.hamlet), cell(learner.person.phone), cell(learner.registeredOn),
      cell(learner.consent.rawValue), cell(person.movedOn),
    ]
    text += Self.writer.line(cells + (isSynthetic ? [.text("true")] : []))
  }

  /// The name where an import reads it as this very unit, else the code with its first day.
  private mutating func unit(_ residence: Residence, on day: CalendarDay) -> String? {
    switch residence {
    case .unallocated: return nil
    case .outside: return "outside"
    case .unit(let id):
      guard let unit = gazetteer[id] else { return nil }
      let named = try? reading.residence(unit.name, on: day)
      return named == residence ? unit.name : "\(unit.code)@\(unit.validFrom)"
    }
  }
}

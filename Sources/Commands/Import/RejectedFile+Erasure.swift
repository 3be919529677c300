import Domain
import Foundation
import Storage
import Tabular

extension RejectedFile {
  /// Takes the rows of people who are erased out of every file of rejected rows that is still where an
  /// import of this register wrote it.
  ///
  /// A row is theirs if one of its cells is their name, marks ignored, or their telephone number. A file
  /// without any row left is removed.
  /// - Returns: how many rows went.
  /// - Throws: `Failure` naming a file that cannot be read or written anew.
  static func clear(of people: [Learner], at desk: Desk) throws -> Int {
    var cleared = 0
    for path in try desk.register.rejectedFiles() {
      guard let bytes = FileManager.default.contents(atPath: path) else {
        try desk.register.forget(rejectedFile: path)
        continue
      }
      let names = Set(people.compactMap { $0.person.name.map(SearchText.folded) })
      let phones = Set(people.compactMap(\.person.phone))
      let isTheirs = { (cell: String) in
        names.contains(SearchText.folded(cell)) || phones.contains(cell.filter(\.isNumber))
      }
      var reader = CSVReader(Array(bytes))
      let writer = CSVWriter(spreadsheetSafe: true)
      var (kept, gone) = ([String](), 0)
      while case .row(let row)? = try? reader.next() {
        if kept.isEmpty || !row.fields.contains(where: isTheirs) {
          kept.append(writer.line(row.fields.map { .text(SpreadsheetText.unescaped($0)) }))
        } else {
          gone += 1
        }
      }
      guard gone > 0 else { continue }
      if kept.count > 1 {
        try OutputFile.write("\u{FEFF}" + kept.joined(), to: path)
      } else {
        try FileManager.default.removeItem(atPath: path)
        try desk.register.forget(rejectedFile: path)
      }
      cleared += gone
    }
    return cleared
  }
}

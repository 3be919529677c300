import Domain
import Foundation
import Intake
import Storage

/// The rows of a list that were not taken, with the reasons: told to whoever is watching, and kept in a
/// file that can be corrected and imported as it is.
final class RejectedFile {
  /// How many reasons are told one by one.
  private static let told = 20

  private let rows: RejectedRows
  private let list: String
  private let workspace: Workspace
  private let draft: DraftFile?
  private let handle: FileHandle?
  private(set) var count = 0

  /// Where the rows are while the list is read; nil where they are only told.
  var draftPath: String? { draft?.path }

  /// `isWritten` false tells every reason and writes nothing.
  init(_ header: ListHeader, of list: String, isWritten: Bool, in workspace: Workspace) throws {
    rows = RejectedRows(header: header)
    self.list = list
    self.workspace = workspace
    guard isWritten else {
      (draft, handle) = (nil, nil)
      return
    }
    let target = "\(list).errors.csv"
    do {
      let draft = try DraftFile(for: target)
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: draft.path))
      try handle.write(contentsOf: Data(rows.headerLine.utf8))
      (self.draft, self.handle) = (draft, handle)
    } catch {
      throw Failure(
        vi: "Không ghi được \(target). Chép danh sách sang thư mục ghi được rồi nhập lại.",
        en:
          "Cannot write \(target). Copy the list to a folder that can be written, and import again."
      )
    }
  }

  deinit {
    try? handle?.close()
    draft?.discard()
  }

  func add(_ line: Int, cells: [String], reason: String, candidates: [Learner] = []) throws {
    count += 1
    // Of units, keys and the like, which messages quote.
    let reason = reason.withoutCitizenNumbers
    if handle == nil || count <= Self.told { workspace.tell(reason.printable) }
    if handle != nil, count == Self.told + 1 { workspace.tell("…") }
    let references = candidates.map(\.id).references()
    let spoken = candidates.map { "\(references[$0.id]?.description ?? "") \($0.spoken)" }
    let text = rows.line(
      line, cells: cells, reason: reason, candidates: spoken.joined(separator: "; "))
    try handle?.write(contentsOf: Data(text.utf8))
  }

  /// Puts the file beside the list, under a name that is free; nil where there is nothing to keep.
  func finish() throws -> String? {
    guard let draft, count > 0 else { return nil }
    var path = "\(list).errors.csv"
    var number = 2
    while true {
      do {
        try draft.place(as: path)
        return path
      } catch RegisterError.alreadyExists {
        path = "\(list).errors.\(number).csv"
        number += 1
      }
    }
  }
}

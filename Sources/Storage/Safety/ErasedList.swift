package import Domain
import Foundation
import GRDB

/// Who has been erased, and when: ids only, in a file of its own beside a register, so that a copy made
/// before can be cleared of them.
package struct ErasedList: Hashable, Sendable {
  package private(set) var days: [Learner.ID: CalendarDay]

  package init(_ days: [Learner.ID: CalendarDay] = [:]) {
    self.days = days
  }

  /// Where the list of a register, or of a backup, lies.
  package static func path(beside file: String) -> String { file + ".erased" }

  package mutating func formUnion(_ other: ErasedList) {
    days.merge(other.days, uniquingKeysWith: min)
  }

  /// The ids of each day, both in order.
  var byDay: [(day: CalendarDay, learners: [Learner.ID])] {
    Dictionary(grouping: days.keys) { days[$0] ?? CalendarDay(ordinal: 0) }
      .map { ($0.key, $0.value.sorted()) }
      .sorted { $0.0 < $1.0 }
  }
}

extension ErasedList {
  /// Every erasure that the journal holds.
  init(of db: Database) throws {
    var days: [Learner.ID: CalendarDay] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event
        WHERE id IN (SELECT event FROM erasure)
        """)
    while let row = try rows.next() {
      guard let fact = try StoredEvent(row: row).fact(as: LearnerErased.self) else { continue }
      for learner in fact.learners { days[learner] = min(days[learner] ?? fact.on, fact.on) }
    }
    self.init(days)
  }
}

extension ErasedList {
  private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"

  /// One line a person: the id, a space, the day.
  package var text: String {
    byDay.flatMap { day, learners in learners.map { "\($0) \(day)\n" } }.joined()
  }

  /// Reads also what an editor has saved with a byte-order mark or other line breaks.
  ///
  /// - Throws: `RegisterError.listUnreadable` naming the first line that is neither a person nor empty.
  package init(reading text: String, of path: String) throws {
    var days: [Learner.ID: CalendarDay] = [:]
    let bare = text.unicodeScalars.drop { $0 == Self.byteOrderMark }
    let lines = Substring(bare).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let id = Learner.ID(parts[0]), let day = CalendarDay(parts[1]) else {
        throw RegisterError.listUnreadable(path: path, line: index + 1)
      }
      days[id] = day
    }
    self.init(days)
  }

  /// The list at `path`; an empty one where there is none.
  ///
  /// - Throws: `RegisterError.listIsNoFile`, `.listUnreadable`, `.refused`.
  package static func read(at path: String) throws -> ErasedList {
    guard !FileStamp.isGone(path) else { return ErasedList() }
    guard FileIdentity.isRegular(path) else { throw RegisterError.listIsNoFile(path: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RegisterError.refused(path: path, code: errno)
    }
    return try ErasedList(reading: String(decoding: data, as: UTF8.self), of: path)
  }

  /// Writes the list, so that it is there as a whole or as it was before. An empty one makes no file.
  func write(to path: String) throws {
    guard !days.isEmpty else { return }
    let draft = try DraftFile(for: path)
    try draft.write(text)
    try draft.replace()
  }

  /// Writes the list together with whoever the one at `path` names already: a copy of the register made
  /// earlier need not know them, and a later copy may have them still.
  ///
  /// - Throws: `RegisterError`; a file that is no list stays as it is.
  func add(to path: String) throws {
    var list = self
    list.formUnion(try ErasedList.read(at: path))
    try list.write(to: path)
  }
}

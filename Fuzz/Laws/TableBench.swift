import Domain
import Foundation
import GRDB
import TestSupport

@testable import Storage

/// A register whose tables take any value in any column, and a copy of it to spoil.
struct TableBench {
  let register: Register
  let columns: [TableColumn]
  private let lived: LivedRegister
  private let readings: Readings
  private let dump: [String]

  init() throws {
    lived = try LivedRegister()
    readings = try Readings(of: lived.register, today: lived.today)
    dump = try lived.register.canonicalDump()
    var random = SplitMix64(seed: 3)
    register = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
    columns = try lived.register.queue.read(TableColumn.all)
    for table in Set(columns.map(\.table)) {
      let isEmpty = try lived.register.queue.read {
        try Row.fetchOne($0, sql: "SELECT 1 FROM \(table)") == nil
      }
      try require(!isEmpty, "something lies in \(table)")
    }
  }

  func reset() throws {
    try lived.register.queue.read { from in
      try register.queue.writeWithoutTransaction { try from.backup(to: $0) }
    }
  }

  /// Puts a value into a column of all rows, or of the first: as in a file that another program wrote, whose
  /// tables have the names and columns, and no rules.
  func put(_ value: SpoiltValue, into column: TableColumn, ofAllRows isEverywhere: Bool) throws {
    try register.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          CREATE TABLE spoilt AS SELECT * FROM \(column.table);
          DROP TABLE \(column.table);
          ALTER TABLE spoilt RENAME TO \(column.table);
          """)
      let name = "\"\(column.name)\""
      try db.execute(
        sql: """
          UPDATE \(column.table) SET \(name) = \(value.sql(of: name, in: column.table))
          \(isEverywhere ? "" : "WHERE rowid = 1")
          """)
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }
}

/// A column of a register's table.
package struct TableColumn: Hashable, Sendable, CustomStringConvertible {
  package let table: String
  package let name: String

  package var description: String { "\(table).\(name)" }

  /// Of every table that is the program's own.
  static func all(of db: Database) throws -> [TableColumn] {
    let tables = JournalSchema.tables.sorted() + ProjectionSchema.tables
    return try tables.flatMap { table in
      try db.columns(in: table).map { TableColumn(table: table, name: $0.name) }
    }
  }
}

/// What may lie in a column where something else should.
enum SpoiltValue: String, CaseIterable {
  case null, text, digits, greatest, least, negative, fraction, bytes, noBytes, sixteenBytes
  case brokenText, emptyText, zeroInText, object, ofLastRow

  func sql(of column: String, in table: String) -> String {
    switch self {
    case .null: "NULL"
    case .text: "'x'"
    case .digits: "'12'"
    case .greatest: String(Int64.max)
    case .least: "-9223372036854775807 - 1"
    case .negative: "-1"
    case .fraction: "1.5"
    case .bytes: "x'ff00'"
    case .noBytes: "x''"
    case .sixteenBytes: "CAST('0123456789abcdef' AS TEXT)"
    case .brokenText: "CAST(x'c3ffe1ba' AS TEXT)"
    case .emptyText: "''"
    case .zeroInText: "CAST(x'610062' AS TEXT)"
    case .object: "'{}'"
    case .ofLastRow: "(SELECT \(column) FROM \(table) ORDER BY rowid DESC LIMIT 1)"
    }
  }
}

// MARK: - Use

extension TableBench {
  /// What is done with spoilt tables.
  enum Use: CaseIterable {
    case read, verify, rebuild, record, erase
  }

  func use(_ use: Use, spoilt column: TableColumn) throws {
    switch use {
    case .read: try readings.ask(register)
    case .verify: try verify()
    case .rebuild: try rebuild(spoilt: column)
    case .record: try record()
    case .erase: try erase()
    }
  }

  private func verify() throws {
    try Readings.allowingErrorsWithWords { _ = try register.verify() }
    try Readings.allowingErrorsWithWords {
      try RegisterError.naming(register.path) {
        _ = try register.queue.read { try ProjectionDigests.tablesThatDiffer(in: $0) { _ in } }
      }
    }
  }

  /// Whatever lies in the tables that are a fold of the journal, folding mends it.
  private func rebuild(spoilt column: TableColumn) throws {
    guard !JournalSchema.tables.contains(column.table) else {
      return try Readings.allowingErrorsWithWords { try register.rebuild() }
    }
    try register.rebuild()
    try require(register.canonicalDump() == dump, "rebuilding mends \(column)")
    try require(register.verify().isSound, "rebuilding makes \(column) sound")
  }

  private func record() throws {
    let day = lived.today
    try records { recorder in
      for learner in try recorder.reader.fetchLearners("TRUE", []).prefix(4) {
        _ = try recorder.move(learner, to: .outside, from: day)
        try recorder.recordCompletion(
          of: learner, course: "zalo", on: day, result: .passed, basis: .declared)
      }
    }
    try records { recorder in
      for session in try recorder.reader.sessions(limit: 3) where !session.isVoid {
        try recorder.void(session, reason: .wrongDate)
        try recorder.unvoid(session)
      }
    }
    try records { recorder in
      for made in try recorder.reader.imports() { try recorder.undo(made, .all) }
    }
    try records { recorder in
      let unit = try recorder.reader.gazetteer().place("101", on: day)
      _ = try recorder.formTeam(named: "Tổ 2", in: unit, since: day)
      try recorder.publish(Sample.programme)
    }
    try records { _ = try $0.undo() }
    try records { _ = try $0.redo() }
  }

  private func erase() throws {
    try records { recorder in
      for learner in try recorder.reader.fetchLearners("TRUE", []) where !learner.isErased {
        try recorder.erase(learner)
      }
    }
  }

  private func records(_ body: (inout Recorder) throws -> Void) throws {
    for checksClock in [false, true] {
      let author = Author(
        now: Sample.morning(of: lived.today), random: .seeded(SplitMix64(seed: 4)),
        checksClock: checksClock)
      try Readings.allowingErrorsWithWords { try register.record(as: author, body) }
    }
  }
}

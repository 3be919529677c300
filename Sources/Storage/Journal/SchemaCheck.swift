import GRDB

/// Whether the tables and indexes of a file are as this program makes them.
enum SchemaCheck {
  /// What is missing, or made by other words. What belongs to tables that are a fold of the journal is
  /// made anew with them.
  static func faults(of db: Database) throws -> [JournalFault] {
    let (made, found) = (try SchemaObject.ofProgram(), try SchemaObject.all(in: db))
    let identity = try identity(of: db)
    return made.filter { $1 != found[$0] }.keys
      .map { object in
        JournalFault(
          problem: ProjectionSchema.tables.contains(object.table)
            ? .projectionDiffers : .fileDamaged,
          row: nil, detail: "\(object.kind) \(object.name)")
      }.sorted { $0.detail < $1.detail } + identity
  }

  /// The number in the file's header by which a register is known.
  private static func identity(of db: Database) throws -> [JournalFault] {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard id != Register.applicationID else { return [] }
    return [JournalFault(problem: .fileDamaged, row: nil, detail: "application_id")]
  }
}

import GRDB

/// Whether the tables and indexes of a file are as this program makes them.
enum SchemaCheck {
  /// What is missing, and what of the fold is made by other words: it is made anew with that, and so are
  /// indexes. Other words of the rest are foreign content.
  static func faults(of db: Database) throws -> [JournalFault] {
    let (made, found) = (try SchemaObject.ofProgram(), try SchemaObject.all(in: db))
    let names = Set(found.keys.map { [$0.kind, $0.name] })
    let identity = try identity(of: db)
    return made.filter { $1 != found[$0] }.keys
      .filter { isFolded($0) || !names.contains([$0.kind, $0.name]) }
      .map { object in
        let isTaken = found.keys.contains { $0.name == object.name && $0 != object }
        return JournalFault(
          problem: problem(of: object, isTaken: isTaken), row: nil,
          detail: "\(object.kind) \(object.name)")
      }.sorted { $0.detail < $1.detail } + identity
  }

  /// What others have in the place of an index of the journal is taken away only in a copy.
  private static func problem(
    of missing: SchemaObject, isTaken: Bool
  ) -> JournalFault.Problem {
    if isFolded(missing) { return .projectionDiffers }
    if isTaken { return .foreignContent }
    if missing.kind == "index" { return .indexDamaged }
    return missing.name == "local" ? .localDiffers : .fileDamaged
  }

  private static func isFolded(_ object: SchemaObject) -> Bool {
    ProjectionSchema.tables.contains(object.table)
  }

  /// The number in the file's header by which a register is known.
  private static func identity(of db: Database) throws -> [JournalFault] {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard id != Register.applicationID else { return [] }
    return [JournalFault(problem: .fileDamaged, row: nil, detail: "application_id")]
  }
}

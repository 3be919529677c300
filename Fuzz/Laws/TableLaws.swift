import Synchronization

/// Any value in any column of any table: whoever reads it gets an answer or an error that has words.
package enum TableLaws {
  private static let bench = Mutex<Result<TableBench, any Error>?>(nil)

  private static func withBench<Value>(_ body: (TableBench) throws -> Value) throws -> Value {
    try bench.withLock { kept in
      let bench = try (kept ?? Result { try TableBench() }).get()
      kept = .success(bench)
      return try body(bench)
    }
  }

  package static var columns: [TableColumn] {
    get throws { try withBench(\.columns) }
  }

  /// One of all that `make fuzz` tries, which follows from the column's place: mostly reading.
  package static func checkSome(of column: TableColumn) throws {
    try withBench { bench in
      let place = bench.columns.firstIndex(of: column) ?? 0
      let others = TableBench.Use.allCases.filter { $0 != .read }
      let use = place.isMultiple(of: 5) ? others[place / 5 % others.count] : .read
      let value = SpoiltValue.allCases[4 * place % SpoiltValue.allCases.count]
      try check(value, in: column, ofAllRows: place / 15 % 2 == 1, use, on: bench)
    }
  }

  static func check(_ choices: inout Choices) throws {
    var taken = choices
    defer { choices = taken }
    try withBench { bench in
      guard let column = taken.one(of: bench.columns),
        let value = taken.one(of: SpoiltValue.allCases),
        let use = taken.one(of: TableBench.Use.allCases)
      else { return }
      try check(value, in: column, ofAllRows: taken.number(below: 2) == 1, use, on: bench)
    }
  }

  private static func check(
    _ value: SpoiltValue, in column: TableColumn, ofAllRows isEverywhere: Bool,
    _ use: TableBench.Use, on bench: TableBench
  ) throws {
    try bench.reset()
    try bench.put(value, into: column, ofAllRows: isEverywhere)
    do {
      try bench.use(use, spoilt: column)
    } catch {
      throw BrokenLaw(
        description:
          "\(use) with \(value) in \(column)\(isEverywhere ? " of all rows" : ""): \(error)")
    }
  }
}

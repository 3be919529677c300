import Courseware

extension Site {
  /// Makes every file on all cores, a part each at a time. `done` hears of each part how many lessons it
  /// has; it and `body` are called from several threads at once, in no order.
  package func makeFiles(
    done: @Sendable (_ lessons: Int) -> Void,
    _ body: @Sendable (Address, [UInt8]) throws -> Void
  ) throws {
    let traces = try makeParts(done: done) { try forEachFile(of: $0, body) }
    try forEachFile(after: traces, body)
  }

  /// What `make` makes of each part, in their order.
  func makeParts<Made: Sendable>(
    done: @Sendable (_ lessons: Int) -> Void, _ make: @Sendable (SitePart) throws -> Made
  ) throws -> [Made] {
    let parts = parts
    // Those of no course come first, for they are made every time: the last of them, begun at the end,
    // would keep one core only.
    let order =
      parts.indices.filter { parts[$0].course == nil }
      + parts.indices.filter { parts[$0].course != nil }
    let made = order.parallelMap { index in
      let part = parts[index]
      return Result {
        let made = try make(part)
        done(lessonCount(of: part))
        return made
      }
    }
    return try zip(order, made).sorted { $0.0 < $1.0 }.map { try $0.1.get() }
  }
}

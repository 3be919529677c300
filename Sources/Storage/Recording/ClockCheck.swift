import Domain
import GRDB

/// Whether the wall clock can be right, given what the journal has already seen.
///
/// A laptop whose battery died wakes up in the past; one whose year was mistyped lives in the future.
/// Both would date new records wrongly, so both are asked about once (`docs/journal.md`, "Clock").
enum ClockCheck {
  private static let day: Int64 = 86_400_000
  /// Years in which a clock can be right; the first is that from which on anything can be recorded.
  private static let years = Recorder.earliestYear...2100

  /// - Throws: `RegisterError.clockImpossible`, `.clockBehind` or `.clockAhead`.
  static func require(_ now: Int64, in db: Database) throws {
    guard let (milliseconds, reading) = try reference(in: db) else { return }
    try requirePossible(now)
    if now < milliseconds - day {
      throw RegisterError.clockBehind(now: CalendarDay(milliseconds: now), last: reading)
    }
    if now > milliseconds + 30 * day {
      throw RegisterError.clockAhead(now: CalendarDay(milliseconds: now), last: reading)
    }
  }

  /// Somebody says that the clock is right: from here on it is compared with itself.
  ///
  /// - Throws: `RegisterError.clockImpossible` for a day that nobody can mean.
  static func trust(_ now: Int64, in db: Database) throws {
    try requirePossible(now)
    try Local.set(.trustedClock, String(now), in: db)
  }

  static func advance(to now: Int64, in db: Database) throws {
    guard try Local.get(.trustedClock, in: db) != nil else { return }
    try trust(now, in: db)
  }

  private static func requirePossible(_ now: Int64) throws {
    guard canBeRight(now) else {
      throw RegisterError.clockImpossible(now: CalendarDay(milliseconds: now))
    }
  }

  private static func canBeRight(_ now: Int64) -> Bool {
    years.contains(CalendarDay(milliseconds: now).year)
  }

  private static func reference(in db: Database) throws -> (milliseconds: Int64, ClockReading)? {
    let trusted = try Local.get(.trustedClock, in: db).flatMap(Int64.init)
    if let trusted, canBeRight(trusted) {
      return (trusted, .trusted(CalendarDay(milliseconds: trusted)))
    }
    return try JournalWriter.newestClock(in: db).map {
      ($0.milliseconds, .record(CalendarDay(milliseconds: $0.milliseconds)))
    }
  }
}

extension Register {
  /// Accepts that the clock is right although the journal disagrees; events go on counting from the
  /// highest clock.
  ///
  /// - Throws: `RegisterError.clockImpossible`.
  package func trustClock(_ now: Int64) throws {
    try write { try ClockCheck.trust(now, in: $0) }
  }

  /// The newest event's clock reading in milliseconds; nil in an empty journal.
  package func newestClock() throws -> Int64? {
    try RegisterError.naming(path) {
      try queue.read { try JournalWriter.newestClock(in: $0)?.milliseconds }
    }
  }
}

import Domain

/// A moment from which a lesson may be shown, as ISO 8601 with a zone: `2026-12-01T08:00+07:00`.
package struct PublicationTime: Hashable, Sendable, Comparable {
  /// Since 1970.
  package let milliseconds: Int64
  /// As it was written.
  package let text: String

  /// Nil for what is no such moment, or names no zone.
  package init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDay(String(parts[0])),
      let (time, zone) = Self.timeAndZone(parts[1])
    else { return nil }
    let minutes = Int64(day.ordinal) * 1440 - Int64(zone)
    milliseconds = (minutes * 60 + Int64(time)) * 1000
    self.text = text
  }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// Seconds of the day, and the minutes by which its zone is ahead.
  private static func timeAndZone(_ text: Substring) -> (time: Int, zone: Int)? {
    guard let split = text.firstIndex(where: { "Z+-".contains($0) }) else { return nil }
    let fields = text[..<split].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { number($0) }
    guard (2...3).contains(fields.count), numbers.count == fields.count,
      numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }), let zone = zone(text[split...])
    else { return nil }
    let seconds = numbers.count > 2 ? numbers[2] : 0
    return (numbers[0] * 3600 + numbers[1] * 60 + seconds, zone)
  }

  /// `Z`, `+07:00`, `+0700` or `+07`.
  private static func zone(_ text: Substring) -> Int? {
    if text == "Z" { return 0 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard text.first != "Z", let hours = number(digits.prefix(2)), hours <= 14 else { return nil }
    let minutes = digits.count == 2 ? 0 : number(digits.dropFirst(2))
    guard let minutes, minutes < 60 else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  /// Two digits.
  private static func number(_ digits: some StringProtocol) -> Int? {
    guard digits.utf8.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(digits)
  }
}

package import Domain

/// Who records, when by the wall clock, and where ids and nonces come from.
package struct Author: Sendable {
  /// Nil for whoever this file remembers.
  package let actor: Actor.ID?
  /// Wall time, in milliseconds since 1970.
  package let now: Int64
  package var random: RandomSource
  /// False lets synthetic registers be filled with a past: no clock is asked about.
  package let checksClock: Bool

  package init(
    actor: Actor.ID? = nil, now: Int64, random: RandomSource = .system, checksClock: Bool = true
  ) {
    self.actor = actor
    self.now = now
    self.random = random
    self.checksClock = checksClock
  }

  package var today: CalendarDay { CalendarDay(milliseconds: now) }
}

/// Random bits from the system, or from a seed where a result must repeat.
package enum RandomSource: RandomNumberGenerator, Sendable {
  case system
  case seeded(SplitMix64)

  package mutating func next() -> UInt64 {
    switch self {
    case .system:
      var system = SystemRandomNumberGenerator()
      return system.next()
    case .seeded(var generator):
      let value = generator.next()
      self = .seeded(generator)
      return value
    }
  }
}

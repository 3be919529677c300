import Domain

/// Brings a list's values into a record without losing what was corrected by hand.
///
/// A field changes only where the list differs from what its source last brought and nobody has changed
/// it in between. An empty cell changes nothing.
struct ThreeWay {
  private(set) var kept: [KeptValue] = []

  /// What the record's field becomes; nil where it stays.
  mutating func value<Value>(
    _ field: KeptValue.Field, listed: Value?, brought: Value?, now: Value?,
    as content: (Value) -> KeptValue.Content, isSame: (Value, Value) -> Bool
  ) -> Value? {
    guard let listed else { return nil }
    func agrees(_ other: Value?) -> Bool { other.map { isSame($0, listed) } ?? false }
    if agrees(now) { return nil }
    let isUntouched =
      switch (brought, now) {
      case (nil, nil): true
      case (let brought?, let now?): isSame(brought, now)
      default: false
      }
    if isUntouched, !agrees(brought) { return listed }
    kept.append(KeptValue(field: field, kept: now.map(content), listed: content(listed)))
    return nil
  }

  /// Leaves a field as it is, and says so.
  mutating func keep(
    _ field: KeptValue.Field, kept now: KeptValue.Content, listed: KeptValue.Content
  ) {
    kept.append(KeptValue(field: field, kept: now, listed: listed))
  }

  mutating func value<Value: Equatable>(
    _ field: KeptValue.Field, listed: Value?, brought: Value?, now: Value?,
    as content: (Value) -> KeptValue.Content
  ) -> Value? {
    value(field, listed: listed, brought: brought, now: now, as: content, isSame: ==)
  }
}

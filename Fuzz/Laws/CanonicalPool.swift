import Domain

@testable import Storage

/// Values that a member of an event may be replaced by: numbers at the edges of what can be counted, ids
/// and days of the journal itself, and things of the wrong type.
struct CanonicalPool {
  static let numbers: [Int64] = [
    0, 1, -1, 2, 4, 100, 101, 1_900, 1_960, 10_000, 1_000_000, 1 << 31, 1 << 53, 1 << 62,
    1 << 62 + 1, .max, .min,
  ]
  private let values: [CanonicalValue]

  init(_ events: [StoredEvent]) {
    let ids = events.flatMap { [$0.event.id.description, $0.event.subject.description] }
    let texts = [
      "", "x", "outside", "\u{0}", "Hồ Thị Lệ", "0001-01-01", "9999-12-31", "2026-02-10",
      "2028-02-29",
      "attended", "passed", "class", "an-toan", "zalo", "none", "unit", "e\u{301}", "\u{301}",
      String(repeating: "ẩ ", count: 300),
    ]
    let objects: [CanonicalValue] = [
      .boolean(true), .array([]), .object([:]), .array([.object([:])]), .array([.text("zalo")]),
      .object(["vi": .string("x")]),
    ]
    values =
      Self.numbers.map { .integer($0) } + (texts + ids).map { .string($0) } + objects
      + events.map { .object($0.event.body) }
  }

  /// The value with one of its members, at any depth, replaced, taken out or doubled.
  func changed(_ value: CanonicalValue, _ choices: inout Choices, depth: Int = 0) -> CanonicalValue
  {
    switch value {
    case .object(var object):
      guard let member = choices.one(of: object.members) else { return added(to: object, &choices) }
      switch choices.number(below: 8) {
      case 0: object[member.name] = nil
      case 1: return added(to: object, &choices)
      default: object[member.name] = changed(member.value, &choices, depth: depth + 1)
      }
      return .object(object)
    case .array(var elements) where !elements.isEmpty && choices.number(below: 4) > 0:
      let place = choices.number(below: elements.count)
      switch choices.number(below: 4) {
      case 0: elements.remove(at: place)
      case 1: elements.append(elements[place])
      default: elements[place] = changed(elements[place], &choices, depth: depth + 1)
      }
      return .array(elements)
    default: return choices.one(of: values) ?? value
    }
  }

  private func added(to object: CanonicalObject, _ choices: inout Choices) -> CanonicalValue {
    let names = [
      "unit", "cohort", "sex", "clear", "import", "target", "except", "learner", "validityMonths",
      "minutes", "unnamed", "guests", "externalKey", "birthYear", "phone", "score", "persons",
      "texts",
    ]
    var object = object
    if let name = choices.one(of: names) { object[name] = choices.one(of: values) }
    return .object(object)
  }
}

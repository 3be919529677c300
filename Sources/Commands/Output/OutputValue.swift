import Foundation

/// A value of the JSON and CSV that lantoa gives out; members keep their order for CSV, and are sorted
/// in JSON.
indirect enum OutputValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([OutputValue])
  /// A list of objects: what it holds has no place in one cell, so CSV says how many there are.
  case records([OutputValue])
  case object([(key: String, value: OutputValue)])

  static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .null }

  static func integer(_ number: Int?) -> Self { number.map { .integer($0) } ?? .null }

  static func number(_ number: Double?) -> Self { number.map { .number($0) } ?? .null }

  /// The same object with one member more; anything else as it is.
  func adding(_ key: String, _ value: OutputValue) -> Self {
    guard case .object(let members) = self else { return self }
    return .object(members + [(key: key, value: value)])
  }

  static func spelled(_ value: (some CustomStringConvertible)?) -> Self {
    value.map { .text($0.description) } ?? .null
  }
}

extension OutputValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, OutputValue)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension OutputValue: Encodable {
  private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: MemberName.self)
      for member in members {
        try container.encode(member.value, forKey: MemberName(stringValue: member.key))
      }
    case .list(let elements), .records(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    default:
      var container = encoder.singleValueContainer()
      switch self {
      case .boolean(let flag): try container.encode(flag)
      case .integer(let number): try container.encode(number)
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      case .null, .list, .records, .object: try container.encodeNil()
      }
    }
  }

  /// Indented, keys sorted, one final newline; what would steer a terminal is escaped.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self).escapedForTerminals + "\n"
    }
  }
}

extension String {
  /// JSON that says the same without a character that would steer a terminal, whatever its strings
  /// hold: outside them there is none but our line breaks.
  fileprivate var escapedForTerminals: String {
    func needsEscape(_ scalar: Unicode.Scalar) -> Bool { scalar != "\n" && scalar.steersTerminals }
    guard unicodeScalars.contains(where: needsEscape) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      guard needsEscape(scalar) else {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result.append(contentsOf: "\\u0000".dropLast(digits.utf8.count).unicodeScalars)
        result.append(contentsOf: digits.unicodeScalars)
      }
    }
    return String(result)
  }
}

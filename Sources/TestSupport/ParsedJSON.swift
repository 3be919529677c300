/// JSON as it was written: members in their order, numbers with all their digits.
package indirect enum ParsedJSON: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: ParsedJSON
  }

  case null
  case boolean(Bool)
  /// As it stands in the text.
  case number(String)
  case text(String)
  case array([ParsedJSON])
  case object([Member])

  /// Nil for anything but one JSON value and white space.
  package init?(_ text: String) {
    var parser = Parser(rest: text.unicodeScalars[...])
    guard let value = parser.value(), parser.isAtEnd else { return nil }
    self = value
  }

  /// A member of an object; null where there is none.
  package subscript(key: String) -> ParsedJSON {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }

  /// The elements of an array, none of anything else.
  package var elements: [ParsedJSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  package var isArray: Bool {
    if case .array = self { true } else { false }
  }

  /// The keys of an object, as they stand.
  package var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  package var string: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var int: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  package var double: Double? {
    if case .number(let digits) = self { Double(digits) } else { nil }
  }

  package var strings: [String] { elements.compactMap(\.string) }

  /// True where the keys of every object within are sorted.
  package var isSorted: Bool {
    switch self {
    case .null, .boolean, .number, .text: true
    case .array(let elements): elements.allSatisfy(\.isSorted)
    case .object(let members):
      members.map(\.key) == members.map(\.key).sorted() && members.allSatisfy(\.value.isSorted)
    }
  }
}

extension ParsedJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

private struct Parser {
  var rest: Substring.UnicodeScalarView

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return rest.isEmpty
    }
  }

  mutating func value() -> ParsedJSON? {
    skipSpace()
    switch rest.first {
    case "{": return object()
    case "[": return array()
    case "\"": return string().map { .text($0) }
    case "n": return word("null") ? .null : nil
    case "t": return word("true") ? .boolean(true) : nil
    case "f": return word("false") ? .boolean(false) : nil
    default:
      let digits = rest.prefix { "+-.0123456789Ee".unicodeScalars.contains($0) }
      rest = rest[digits.endIndex...]
      return digits.isEmpty ? nil : .number(String(digits))
    }
  }

  private mutating func object() -> ParsedJSON? {
    var members: [ParsedJSON.Member] = []
    let isWhole = list(until: "}") { parser in
      parser.skipSpace()
      guard let key = parser.string() else { return false }
      parser.skipSpace()
      guard parser.word(":"), let value = parser.value() else { return false }
      members.append(ParsedJSON.Member(key: key, value: value))
      return true
    }
    return isWhole ? .object(members) : nil
  }

  private mutating func array() -> ParsedJSON? {
    var elements: [ParsedJSON] = []
    let isWhole = list(until: "]") { parser in
      guard let value = parser.value() else { return false }
      elements.append(value)
      return true
    }
    return isWhole ? .array(elements) : nil
  }

  private mutating func list(until end: String, _ element: (inout Parser) -> Bool) -> Bool {
    rest.removeFirst()
    skipSpace()
    if word(end) { return true }
    while element(&self) {
      skipSpace()
      if word(end) { return true }
      guard word(",") else { return false }
    }
    return false
  }

  private mutating func string() -> String? {
    guard word("\"") else { return nil }
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        switch escaped {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "r": text.append("\r")
        case "b": text.append("\u{8}")
        case "f": text.append("\u{C}")
        case "u":
          guard let scalar = escapedScalar() else { return nil }
          text.append(scalar)
        default: text.append(escaped)
        }
      default: text.append(scalar)
      }
    }
    return nil
  }

  /// Behind `\u`: four digits, or twice four for a character beyond the first plane.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let unit = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
    guard word("\\u"), let trail = codeUnit() else { return nil }
    return String(decoding: [unit, trail], as: UTF16.self).unicodeScalars.first
  }

  private mutating func codeUnit() -> UInt16? {
    let digits = String(rest.prefix(4))
    rest = rest.dropFirst(4)
    return UInt16(digits, radix: 16)
  }

  private mutating func word(_ word: String) -> Bool {
    guard rest.starts(with: word.unicodeScalars) else { return false }
    rest = rest.dropFirst(word.unicodeScalars.count)
    return true
  }

  private mutating func skipSpace() {
    rest = rest.drop { " \n\t\r".unicodeScalars.contains($0) }
  }
}

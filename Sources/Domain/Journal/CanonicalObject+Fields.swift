/// Why a body or an envelope does not say what its kind demands.
package struct FactError: Error, Hashable, Sendable {
  package enum Problem: String, Sendable {
    case missing, wrongType, invalid, unknown
  }

  package let field: String
  package let problem: Problem

  package init(field: String, problem: Problem) {
    self.field = field
    self.problem = problem
  }
}

/// Typed reading of members. Each throws `FactError` with the name of the member.
extension CanonicalObject {
  package func string(_ name: String) throws(FactError) -> String {
    guard case .string(let text) = try required(name) else { throw wrongType(name) }
    return text
  }

  package func number(_ name: String) throws(FactError) -> Int {
    guard case .integer(let number) = try required(name) else { throw wrongType(name) }
    return Int(number)
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(FactError) -> Int {
    let number = try number(name)
    guard range.contains(number) else { throw FactError(field: name, problem: .invalid) }
    return number
  }

  package func object(_ name: String) throws(FactError) -> CanonicalObject {
    guard case .object(let object) = try required(name) else { throw wrongType(name) }
    return object
  }

  package func array(_ name: String) throws(FactError) -> [CanonicalValue] {
    guard case .array(let elements) = try required(name) else { throw wrongType(name) }
    return elements
  }

  package func strings(_ name: String) throws(FactError) -> [String] {
    var result: [String] = []
    for element in try array(name) {
      guard case .string(let text) = element else { throw wrongType(name) }
      result.append(text)
    }
    return result
  }

  package func identifier<Subject>(_ name: String) throws(FactError) -> Identifier<Subject> {
    try parsed(name)
  }

  package func identifiers<Subject>(_ name: String) throws(FactError) -> [Identifier<Subject>] {
    var result: [Identifier<Subject>] = []
    for text in try strings(name) {
      guard let id = Identifier<Subject>(text) else {
        throw FactError(field: name, problem: .invalid)
      }
      result.append(id)
    }
    return result
  }

  package func day(_ name: String) throws(FactError) -> CalendarDay {
    try parsed(name)
  }

  package func digest(_ name: String) throws(FactError) -> ContentHash {
    try parsed(name)
  }

  package func titles(_ name: String) throws(FactError) -> Titles {
    let object = try object(name)
    var byLanguage: [String: String] = [:]
    for member in object.members {
      byLanguage[member.name] = try object.string(member.name)
    }
    return Titles(byLanguage)
  }

  package func choice<Choice: RawRepresentable<String>>(_ name: String) throws(FactError) -> Choice
  {
    guard let choice = Choice(rawValue: try string(name)) else {
      throw FactError(field: name, problem: .invalid)
    }
    return choice
  }

  /// Reads `name` where it is present: `try body.optional("date", as: CanonicalObject.day)`.
  package func optional<Value>(
    _ name: String, as read: (CanonicalObject) -> (String) throws(FactError) -> Value
  ) throws(FactError) -> Value? {
    self[name] == nil ? nil : try read(self)(name)
  }

  private func parsed<Value: LosslessStringConvertible>(
    _ name: String
  ) throws(FactError) -> Value {
    guard let value = Value(try string(name)) else {
      throw FactError(field: name, problem: .invalid)
    }
    return value
  }

  private func required(_ name: String) throws(FactError) -> CanonicalValue {
    guard let value = self[name] else { throw FactError(field: name, problem: .missing) }
    return value
  }

  private func wrongType(_ name: String) -> FactError {
    FactError(field: name, problem: .wrongType)
  }
}

extension CanonicalValue {
  package static func titles(_ titles: Titles?) -> CanonicalValue? {
    guard let titles else { return nil }
    var object = CanonicalObject()
    for (language, title) in titles.byLanguage {
      object[language] = .string(title)
    }
    return .object(object)
  }

  package static func list(_ texts: [some CustomStringConvertible]?) -> CanonicalValue? {
    texts.map { .array($0.map { .text($0) }) }
  }
}

/// A value of canonical JSON: what events are made of. There is no null and no fraction.
package enum CanonicalValue: Hashable, Sendable {
  case string(String)
  case integer(Int64)
  case boolean(Bool)
  case array([CanonicalValue])
  case object(CanonicalObject)
}

/// The members of an object, each name once, sorted by the bytes of its UTF-8.
package struct CanonicalObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let name: String
    package fileprivate(set) var value: CanonicalValue
  }

  package private(set) var members: [Member] = []

  package init() {}

  package var isEmpty: Bool { members.isEmpty }

  /// The value under `name`. Setting nil leaves the name out, for null is never written; a name is
  /// kept in NFC, in which it is also asked for.
  package subscript(name: String) -> CanonicalValue? {
    get {
      // Short names, as those of most fields, are compared in two words: faster than halving.
      if members.count <= 16 { return members.first { $0.name == name }?.value }
      let index = insertionIndex(of: name)
      guard index < members.count, members[index].name == name else { return nil }
      return members[index].value
    }
    set {
      let name = SearchText.composed(name)
      let index = insertionIndex(of: name)
      let isPresent = index < members.count && members[index].name == name
      switch (newValue, isPresent) {
      case (let value?, true): members[index].value = value
      case (let value?, false): members.insert(Member(name: name, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Appends a member whose name sorts after all others; false, and nothing appended, where it does not.
  mutating func append(_ name: String, _ value: CanonicalValue) -> Bool {
    if let last = members.last, !last.name.utf8.lexicographicallyPrecedes(name.utf8) {
      return false
    }
    members.append(Member(name: name, value: value))
    return true
  }

  private func insertionIndex(of name: String) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].name.utf8.lexicographicallyPrecedes(name.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension CanonicalObject: ExpressibleByDictionaryLiteral {
  /// Members whose value is nil are left out.
  package init(dictionaryLiteral elements: (String, CanonicalValue?)...) {
    for (name, value) in elements {
      self[name] = value
    }
  }
}

extension CanonicalValue {
  package static func text(_ value: some CustomStringConvertible) -> Self {
    .string(value.description)
  }

  /// Nil for nil, so that an absent field is left out of its object.
  package static func text(_ value: (some CustomStringConvertible)?) -> Self? {
    value.map { .string($0.description) }
  }

  package static func number(_ value: Int?) -> Self? {
    value.map { .integer(Int64($0)) }
  }
}

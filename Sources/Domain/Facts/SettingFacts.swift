/// A setting of the whole register has a value; the last wins. Subject: the setting.
package struct SettingSet: Fact {
  package static let kind = "setting.set"

  package enum Key: String, Sendable, CaseIterable {
    /// The slug of the default population series.
    case population
    /// `vi` or `en`: the language of output where nobody says otherwise.
    case language
    /// `demo` or `test` for a register that holds no real people; absent from a real one.
    case synthetic
  }

  package let key: String
  package let value: String

  package init(_ key: Key, _ value: String) {
    self.key = key.rawValue
    self.value = value
  }

  package var body: CanonicalObject { ["key": .string(key), "value": .string(value)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    key = try body.string("key")
    value = try body.string("value")
  }
}

/// The account that records facts belongs to this person. Subject: the account.
package struct ActorNamed: Fact {
  package static let kind = "actor.named"

  /// Nil after erasure.
  package let name: String?

  package init(name: String) {
    self.name = name
  }

  package var body: CanonicalObject { [:] }
  package var personal: CanonicalObject { ["name": .text(name)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    name = try personal.optional("name", as: CanonicalObject.string)
  }
}

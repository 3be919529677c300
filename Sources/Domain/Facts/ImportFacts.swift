/// A list was taken in; the events that it caused name it. Subject: the event itself.
package struct Imported: Fact {
  package static let kind = "imported"

  package let list: ImportedList
  package let counts: ImportCounts

  package init(_ list: ImportedList, counts: ImportCounts) {
    self.list = list
    self.counts = counts
  }

  package var body: CanonicalObject {
    [
      "changed": .number(counts.changed), "created": .number(counts.created),
      "fileHash": .text(list.fileHash), "rejected": .number(counts.rejected),
      "source": .string(list.source), "unchanged": .number(counts.unchanged),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    list = ImportedList(
      source: try body.string("source"), fileHash: try body.digest("fileHash"))
    counts = ImportCounts(
      created: try body.rows("created"), changed: try body.rows("changed"),
      unchanged: try body.rows("unchanged"), rejected: try body.rows("rejected"))
  }
}

extension CanonicalObject {
  fileprivate func rows(_ name: String) throws(FactError) -> Int {
    try number(name, in: ImportCounts.rows)
  }
}

/// Where a list came from, and which bytes it was.
package struct ImportedList: Hashable, Sendable {
  /// What the people who keep the list call it: external keys are unique within it.
  package let source: String
  package let fileHash: ContentHash

  package init(source: String, fileHash: ContentHash) {
    self.source = source
    self.fileHash = fileHash
  }
}

/// What became of the rows of a list: people, or sessions.
package struct ImportCounts: Hashable, Sendable {
  /// How many rows one list can have.
  package static let rows = 0...1_000_000_000

  package var created = 0
  package var changed = 0
  package var unchanged = 0
  /// Rows, for what they are about is not known.
  package var rejected = 0

  /// How many rows or sessions were taken, whatever became of them.
  package var taken: Int { created + changed + unchanged }

  /// Whether nothing was recorded of what was taken.
  package var isIdle: Bool { created + changed == 0 }

  package init(created: Int = 0, changed: Int = 0, unchanged: Int = 0, rejected: Int = 0) {
    self.created = created
    self.changed = changed
    self.unchanged = unchanged
    self.rejected = rejected
  }
}

/// Somebody looked at, or took away, data that names people. Subject: the event itself.
package struct PersonalViewed: Fact {
  package static let kind = "personal.viewed"

  package enum Purpose: String, Sendable {
    case explain, export, sheet
  }

  package let purpose: Purpose
  /// How many people were named.
  package let people: Int
  package let unit: AdministrativeUnit.ID?

  package init(_ purpose: Purpose, people: Int, unit: AdministrativeUnit.ID? = nil) {
    self.purpose = purpose
    self.people = people
    self.unit = unit
  }

  package var body: CanonicalObject {
    ["people": .number(people), "purpose": .string(purpose.rawValue), "unit": .text(unit)]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    purpose = try body.choice("purpose")
    people = try body.number("people")
    unit = try body.optional("unit", as: CanonicalObject.identifier)
  }
}

package import Domain

/// One person who came to a session, and what they took from it.
package struct AttendeeDraft: Hashable, Sendable {
  package let person: PersonDraft
  /// Nil when the cell is empty.
  package let result: LearningResult?
  /// 0 to 100.
  package let score: Int?

  /// Where the row starts in its file.
  package var line: Int { person.line }

  package init(person: PersonDraft, result: LearningResult? = nil, score: Int? = nil) {
    self.person = person
    self.result = result
    self.score = score
  }
}

extension AttendeeDraft: ListDraft {
  package static var kind: ListKind { .attendees }

  package init?(_ reading: inout RowReading) {
    let person = PersonDraft(&reading)
    result = reading.value(.result, Field.result)
    score = reading.value(.score, Field.score)
    guard let person, reading.errors.isEmpty else { return nil }
    self.person = person
  }
}

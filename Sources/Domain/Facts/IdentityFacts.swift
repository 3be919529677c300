/// Two records are found to be one person. Subject: the event itself.
///
/// Nothing is rewritten: whoever reads takes the people whom live links join for one.
package struct LearnerLinked: Fact {
  package static let kind = "learner.linked"

  package let pair: LearnerPair

  package init(_ pair: LearnerPair) {
    self.pair = pair
  }

  package var body: CanonicalObject { pair.canonicalObject }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    pair = try LearnerPair(canonicalObject: body)
  }
}

/// Links no longer hold. Subject: the event itself.
package struct LearnerUnlinked: Fact {
  package static let kind = "learner.unlinked"

  package let links: [Event.ID]

  package init(links: [Event.ID]) {
    self.links = links
  }

  package var body: CanonicalObject { ["links": .list(links)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    links = try body.identifiers("links")
  }
}

/// Two records that look alike are not one person, and need not be asked about again. Subject: the
/// event itself.
package struct LearnerDistinct: Fact {
  package static let kind = "learner.distinct"

  package let pair: LearnerPair

  package init(_ pair: LearnerPair) {
    self.pair = pair
  }

  package var body: CanonicalObject { pair.canonicalObject }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    pair = try LearnerPair(canonicalObject: body)
  }
}

/// Two different learners, the smaller id first.
package struct LearnerPair: Hashable, Sendable {
  package let a: Learner.ID
  package let b: Learner.ID

  /// Nil for a learner and themselves.
  package init?(_ one: Learner.ID, _ other: Learner.ID) {
    guard one != other else { return nil }
    (a, b) = one < other ? (one, other) : (other, one)
  }

  fileprivate var canonicalObject: CanonicalObject { ["a": .text(a), "b": .text(b)] }

  fileprivate init(canonicalObject object: CanonicalObject) throws(FactError) {
    a = try object.identifier("a")
    b = try object.identifier("b")
    guard a < b else { throw FactError(field: "b", problem: .invalid) }
  }
}

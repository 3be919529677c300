/// What an event says, as a typed value: the meaning of a body and its personal part.
///
/// One conforming type a kind. The kinds, their fields and their rules: `docs/journal.md`.
package protocol Fact: Hashable, Sendable {
  static var kind: String { get }

  /// The hashed, lasting part.
  var body: CanonicalObject { get }

  /// The erasable part; empty where nothing personal was said.
  var personal: CanonicalObject { get }

  /// - Throws: `FactError` naming the field. Fields that this program does not know are ignored, and
  ///   stay in the journal.
  init(body: CanonicalObject, personal: CanonicalObject) throws(FactError)
}

extension Fact {
  package var personal: CanonicalObject { CanonicalObject() }
}

/// Every kind that this program knows, in the order of the table in `docs/journal.md`.
package enum FactKinds {
  package static let all: [any Fact.Type] = [
    UnitDefined.self, UnitSucceeded.self, SeriesDefined.self, PopulationCounted.self,
    SettingSet.self, ActorNamed.self, ProgrammePublished.self, CoursePublished.self,
    TargetSet.self, TeamFormed.self, LearnerRegistered.self, LearnerChanged.self, LearnerMoved.self,
    LearnerDied.self, LearnerLinked.self, LearnerDistinct.self, LearnerUnlinked.self,
    LearnerErased.self, SessionLogged.self, SessionChanged.self, MarkSet.self,
    CompletionRecorded.self, Voided.self, Restored.self, Imported.self, PersonalViewed.self,
  ]
}

/// What is personal of a person is gone for good; that they learnt still counts. Subject: the smallest
/// id among `learners`.
///
/// Nothing takes it back.
package struct LearnerErased: Fact {
  package static let kind = "learner.erased"

  /// Every record of the person at that moment.
  package let learners: [Learner.ID]
  package let on: CalendarDay
  /// Events about others whose free text names the person, or was asked to go with them.
  package let texts: [Event.ID]

  package init(learners: [Learner.ID], on day: CalendarDay, texts: [Event.ID] = []) {
    self.learners = learners
    on = day
    self.texts = texts
  }

  package var body: CanonicalObject {
    [
      "learners": .list(learners), "on": .text(on), "texts": .list(texts.isEmpty ? nil : texts),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    learners = try body.identifiers("learners")
    on = try body.day("on")
    texts = try body.optional("texts", as: CanonicalObject.identifiers) ?? []
  }
}

extension LearnerErased {
  /// Records whose every event, and single events, that lose their personal part.
  package var targets: [RecordID] {
    learners.map { RecordID($0) } + texts.map { RecordID($0) }
  }
}

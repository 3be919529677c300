package import Domain

extension RegisterReader {
  /// What the journal has of people that tells them from others, whether it still holds or not.
  package func traces(of learners: [Learner.ID]) throws -> PersonTraces {
    var traces = PersonTraces(of: learners)
    for learner in learners {
      for stored in try StoredEvent.fetchAll(db, ofSubject: RecordID(learner)) {
        if let personal = stored.personal { traces.add(personal) }
        let sex =
          try stored.fact(as: LearnerRegistered.self)?.sex
          ?? stored.fact(as: LearnerChanged.self)?.sex
        if let sex { traces.add(sex) }
      }
    }
    return traces
  }
}

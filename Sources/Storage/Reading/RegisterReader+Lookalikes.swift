package import Domain

extension RegisterReader {
  /// Other live people with the folded name, birth year and sex of one of these records, whom no link joins
  /// to any of them and nobody has called distinct: each once, smallest id first.
  package func lookalikes(of records: [Learner]) throws -> [Learner] {
    let known = Set(records.map(\.id))
    var found: [Learner.ID: Learner] = [:]
    for record in records where !record.isErased {
      for other in try namesakes(of: record.person, sex: record.sex)
      where !known.contains(other.id) && found[other.id] == nil {
        guard try distinctions(between: record.id, and: other.id).isEmpty else { continue }
        found[other.id] = other
      }
    }
    return try oneOfEach(Array(found.values))
  }
}

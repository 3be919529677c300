package import Domain
import GRDB

/// What is called by a person's full name and keeps it when they are erased.
package enum KeptName: Hashable, Sendable {
  case team(Team)
  /// A list that was imported.
  case source(String)
  /// Whoever records.
  case actor(String)
}

extension RegisterReader {
  /// Teams, lists and accounts whose names hold a full name of these people.
  package func keptNames(of people: PersonTraces) throws -> [KeptName] {
    let names = SpelledNames(people.spellings, shortest: 2)
    let actors = try String.fetchAll(
      db, sql: "SELECT DISTINCT name FROM actor WHERE name IS NOT NULL ORDER BY name")
    let teams = try teams().filter { names.areWithin($0.name) }
    let sources = Set(try imports().map(\.list.source)).sorted().filter { names.areWithin($0) }
    let accounts = actors.filter { names.areWithin($0) }
    return teams.map(KeptName.team) + sources.map(KeptName.source) + accounts.map(KeptName.actor)
  }
}

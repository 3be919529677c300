package import Domain

/// What a row says of somebody whom it calls new, by which the same row is known when its list comes again.
package struct NewRow: Hashable, Sendable {
  private let name: String
  private let birthYear: Int?
  private let sex: Sex?
  private let phone: String?
  private let hamlet: String?

  package init(_ person: PersonalDetails, sex: Sex?) {
    name = SearchText.exact(person.name ?? "")
    birthYear = person.birthYear
    self.sex = sex
    phone = person.phone
    hamlet = person.hamlet.map(SearchText.folded)
  }

  /// Nil for a row that calls nobody new, or calls them by a key.
  init?(_ listed: ListedPerson) {
    guard listed.choice == .new, listed.person.externalKey == nil else { return nil }
    self.init(listed.person, sex: listed.sex)
  }
}

/// The rows of a list that call somebody new and have not been reached yet.
///
/// Who is described by one of them, word for word, is not whom an earlier row with other words means.
struct NewRowsToCome {
  private var counts: [NewRow: Int] = [:]

  mutating func add(_ row: NewRow) {
    counts[row, default: 0] += 1
  }

  mutating func reach(_ row: NewRow) {
    guard let count = counts[row] else { return }
    counts[row] = count > 1 ? count - 1 : nil
  }

  func hold(_ row: NewRow) -> Bool { counts[row] != nil }
}

import ArgumentParser
import Domain
import Intake

extension Consent: ExpressibleByArgument {
  /// A code, or a word that lists may have for it.
  package init?(argument: String) {
    if let consent = try? Field.consent(argument) {
      self = consent
    } else if ["withdrawn", "rut", "rut lai"].contains(SearchText.folded(argument)) {
      self = .withdrawn
    } else {
      return nil
    }
  }
}

/// What somebody can say when they are registered: nobody withdraws what they have not given.
enum GivenConsent: String, ExpressibleByArgument, CaseIterable {
  case paper, spoken, digital, guardian, none

  init?(argument: String) {
    guard let consent = try? Field.consent(argument) else { return nil }
    self.init(rawValue: consent.rawValue)
  }

  var consent: Consent { Consent(rawValue: rawValue) ?? .none }
}

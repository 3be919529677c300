/// A blockquote that says in its first line what it is: `> [!TIP]`.
package struct Alert: Hashable, Sendable {
  /// The raw value is the word in the source; `aliases` are others.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
    case activity = "ACTIVITY"
    case solution = "SOLUTION"
    case hint = "HINT"
    case discussion = "DISCUSSION"
    case checklist = "CHECKLIST"
    case keypoints = "KEYPOINTS"
    case example = "EXAMPLE"
    /// For whoever teaches: it never reaches a learner's page.
    case instructor = "INSTRUCTOR"
  }

  package let kind: Kind
  /// What stands after the word; nil for the usual title.
  package let title: [Inline]?
  /// Closed until it is asked for: `> [!SOLUTION]-`.
  package let isFolded: Bool
  package let content: [Block]
  package let place: SourcePlace

  package init(
    kind: Kind, title: [Inline]?, isFolded: Bool, content: [Block], place: SourcePlace
  ) {
    self.kind = kind
    self.title = title
    self.isFolded = isFolded
    self.content = content
    self.place = place
  }
}

import Domain

/// A lesson that somebody begins, in Vietnamese: the parts of a lesson, to be filled in.
package struct LessonDraft: Sendable {
  package let slug: String
  package let title: String
  package let minutes: Int
  package let verification: LessonDefinition.Verification

  /// - Throws: `DraftError` for a slug or title that no file may have.
  package init(slug: String, title: String) throws {
    guard Slug.isValid(slug) else { throw DraftError.badSlug(slug) }
    guard YAMLText.isTitle(title) else { throw DraftError.badTitle }
    self.init(slug: slug, title: title, minutes: 25, verification: .stable)
  }

  /// The lesson that a course already lists.
  package init(_ listed: LessonDefinition) {
    self.init(
      slug: listed.slug, title: listed.titles["vi"], minutes: listed.minutes,
      verification: listed.verification)
  }

  private init(
    slug: String, title: String, minutes: Int, verification: LessonDefinition.Verification
  ) {
    self.slug = slug
    self.title = title
    self.minutes = minutes
    self.verification = verification
  }

  package func fileName(number: Int) -> String {
    "\(number < 10 ? "0" : "")\(number)-\(slug).vi.md"
  }

  /// Its lines in the list of `course.yaml`, the first beginning with `- `.
  var listing: [String] {
    [
      "- slug: \(slug.isNumeric ? YAMLText.quoted(slug) : slug)",
      "  title: {vi: \(YAMLText.quoted(title))}", "  minutes: \(minutes)", "  competences: []",
      "  verify: \(verification.rawValue)",
    ]
  }

  package var text: String {
    """
    ---
    title: \(YAMLText.quoted(title))
    minutes: \(minutes)
    objectives: ["\(LessonDraft.objective.text)"]
    competences: []
    keywords: []
    verify: \(verification.rawValue)
    last_verified: null
    verified_by: null
    status: draft
    ---

    \(LessonDraft.opening.text)

    \(LessonDraft.questions(slug: slug).text)

    \(LessonDraft.closing(minutes: minutes).text)

    """
  }
}

extension String {
  /// What YAML may take for a number or a truth value where it stands without quotation marks.
  var isNumeric: Bool {
    first?.isNumber == true
      || ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        .contains(self)
  }
}

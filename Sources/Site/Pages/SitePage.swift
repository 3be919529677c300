/// A page before it is rendered.
package struct SitePage: Sendable {
  package let address: Address
  package let template: TemplateName
  package let context: Context
}

/// The templates that make a page; others are parts of these.
package enum TemplateName: String, CaseIterable, Sendable {
  case home, course, lesson, teach, handout, questions, print, file, page, skill, search, offline
  case notfound, lost, moved
}

/// A part of the site that is made without the others: of one language a course, or what belongs to none.
package struct SitePart: Hashable, Sendable {
  let language: String
  /// The slug.
  let course: String?

  /// Where the site begins, too.
  let isFirst: Bool
}

extension SitePart: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.language, left.course ?? "") < (right.language, right.course ?? "")
  }
}

/// What the end of a build must know of a part.
package struct SitePartTrace: Hashable, Sendable {
  let part: SitePart
  /// The pages that search engines are told of.
  var listed: [Address] = []
  /// The files that the pages show or link to.
  var pictures: Set<String> = []
  /// What is found by searching.
  var texts: [SearchIndex.Text] = []
  /// The files that a copy of the course holds.
  var kept: Set<Address> = []
  /// Of those files of this part that some copy may hold.
  var weights: [Address: OfflineCopy.Weight] = [:]

  init(_ part: SitePart) {
    self.part = part
  }

  var language: String { part.language }
}

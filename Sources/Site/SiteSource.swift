package import Courseware
package import Domain

/// Everything that the pages are made from.
package struct SiteSource: Sendable {
  package let library: Library
  /// A file beside the lessons or pages, by the path that `LinkTarget.file` names.
  package let bytes: @Sendable (_ file: String) -> [UInt8]?
  /// SHA-256.
  package let hash: @Sendable ([UInt8]) -> ContentHash
  /// Where the site will stand, for what needs a whole address; nil where nobody knows.
  package let baseURL: String?
  /// Whether it is for its authors: with drafts, and with the script that reloads.
  package let isPreview: Bool

  package init(
    library: Library, baseURL: String? = nil, isPreview: Bool = false,
    bytes: @escaping @Sendable (_ file: String) -> [UInt8]?,
    hash: @escaping @Sendable ([UInt8]) -> ContentHash
  ) {
    self.library = library
    self.baseURL = baseURL
    self.isPreview = isPreview
    self.bytes = bytes
    self.hash = hash
  }
}

extension SiteSource {
  /// The text that a link stands in.
  enum Origin {
    case lesson(Lesson)
    case page(Page)
  }

  /// Where a destination written in a text leads; nil for nowhere.
  func target(_ destination: String, _ origin: Origin) -> LinkTarget? {
    switch origin {
    case .lesson(let lesson): library.target(of: destination, from: lesson)
    case .page(let page): library.target(of: destination, from: page)
    }
  }
}

package import Courseware
package import Domain

/// Everything that the pages are made from.
package struct SiteSource: Sendable {
  /// The text that a link stands in.
  package enum Origin: Sendable {
    case lesson(Lesson)
    case page(Page)
  }

  package let library: Library
  /// Where a destination written in a text leads; nil for nowhere.
  package let target: @Sendable (_ destination: String, _ origin: Origin) -> LinkTarget?
  /// A file beside the lessons or pages, by the path that `LinkTarget.file` names.
  package let bytes: @Sendable (_ file: String) -> [UInt8]?
  /// SHA-256.
  package let hash: @Sendable ([UInt8]) -> ContentHash
  /// Where the site will stand, for what needs a whole address; nil where nobody knows.
  package let baseURL: String?

  package init(
    library: Library, baseURL: String? = nil,
    target: @escaping @Sendable (_ destination: String, _ origin: Origin) -> LinkTarget?,
    bytes: @escaping @Sendable (_ file: String) -> [UInt8]?,
    hash: @escaping @Sendable ([UInt8]) -> ContentHash
  ) {
    self.library = library
    self.baseURL = baseURL
    self.target = target
    self.bytes = bytes
    self.hash = hash
  }
}

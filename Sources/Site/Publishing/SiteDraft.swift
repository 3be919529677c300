/// A version of the site that no reader is led to yet.
package struct SiteDraft: Hashable, Sendable {
  package let number: Int
  /// Its folder.
  package let path: String
}

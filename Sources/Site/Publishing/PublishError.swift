/// Why a site cannot be published where it should be.
package enum PublishError: Error, Hashable, Sendable {
  /// It holds files that no publishing of ours put there.
  case foreignFolder(path: String)
  /// Another program publishes there now.
  case busy(path: String)
  /// The system refuses, with its number for why.
  case refused(path: String, code: Int32)
}

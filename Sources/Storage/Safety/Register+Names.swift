import Foundation

extension Register {
  /// Whoever writes the file anew does so under one name: under another the old one stays, cut off or with
  /// everybody in it.
  ///
  /// - Throws: `RegisterError.severalNames`.
  package func requireSoleName() throws { try Self.requireSoleName(of: path) }

  static func requireSoleName(of path: String) throws {
    guard FileIdentity.nameCount(of: path) > 1 else { return }
    throw RegisterError.severalNames(path: path, others: FileIdentity.otherNames(of: path))
  }
}

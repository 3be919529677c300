/// Why a site cannot be written where it should be.
package enum SiteFolderError: Error, Hashable, Sendable {
  /// It holds files and no list of ours.
  case foreignFolder(path: String)
  /// Something that no build of ours wrote stands where a page belongs.
  case foreignFile(path: String)
  /// A link, a file or a device where a folder should be.
  case notAFolder(path: String)
  /// An address that leads out of the folder.
  case unsafeAddress(String)
  /// Two pages want the same address.
  case sameAddress(String)
  /// The system refuses, with its number for why.
  case refused(path: String, code: Int32)
}

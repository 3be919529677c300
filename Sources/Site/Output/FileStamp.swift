/// A file as it was after a build wrote it or found it right: who changes it changes this.
package struct FileStamp: Hashable, Sendable {
  package let address: Address
  let size: Int
  /// When it was last written: nanoseconds since 1970.
  let changed: Int
}

/// A file of the courses folder as it lies on the disk.
package struct SourceFile: Hashable, Sendable {
  /// The most bytes that a YAML file may have.
  package static let sizeLimit = 1 << 20
  /// The most bytes that a lesson or page may have: some forty times what people write.
  package static let markdownLimit = 1 << 18

  /// As findings print it, separated by `/`; the last folder is the course's.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  var name: String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
  }

  /// The name of the folder that holds the file.
  var folder: String { path.split(separator: "/").dropLast().last.map(String.init) ?? "" }
}

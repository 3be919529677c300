import Foundation

/// The site as it was at one moment, in memory, and what the check found in its sources.
package struct PreviewEdition: Sendable {
  /// Counts up from 1 in a run.
  package let number: Int
  /// By address: `vi/safe-online/index.html`.
  package let files: [String: [UInt8]]
  /// JSON.
  package let findings: String
  /// Of the findings: a BCP 47 tag.
  package let language: String

  package init(number: Int, files: [String: [UInt8]], findings: String, language: String) {
    self.number = number
    self.files = files
    self.findings = findings
    self.language = language
  }

  /// Whether a path without its last slash means a folder with an index.
  func isFolder(_ path: String) -> Bool {
    !path.hasSuffix("/") && files[Self.address(of: path) + "/index.html"] != nil
  }

  /// What a path of a URL means: an address; a folder means its index.
  static func address(of path: String) -> String {
    let address = String(path.drop { $0 == "/" })
    return address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }

  /// A file, which is told that it is of this edition where it asks: a page kept from an earlier one,
  /// because its source is broken now, must not think itself old for ever.
  func file(at name: String) -> [UInt8]? {
    guard let bytes = files[name] else { return nil }
    guard name.hasSuffix(".html"), let place = bytes.firstRange(of: Array("?edition=now".utf8))
    else {
      return bytes
    }
    return bytes[..<place.lowerBound] + Array("?edition=\(number)".utf8)
      + bytes[place.upperBound...]
  }
}

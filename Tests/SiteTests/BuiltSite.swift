import Courseware
import Site
import Storage
import TestSupport

/// The sample library as a site in memory.
struct BuiltSite {
  let files: [String: [UInt8]]

  init(
    _ library: Library = SampleLibrary.library, baseURL: String? = nil, templates: Templates? = nil
  ) throws {
    var files: [String: [UInt8]] = [:]
    try Site(.sample(library, baseURL: baseURL), templates: templates ?? Templates())
      .forEachFile { address, bytes in files[address.path] = bytes }
    self.files = files
  }

  subscript(path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  func texts(where isMeant: (String) -> Bool) -> [String: String] {
    files.filter { isMeant($0.key) }.mapValues { String(decoding: $0, as: UTF8.self) }
  }
}

extension SiteSource {
  static func sample(
    _ library: Library = SampleLibrary.library, baseURL: String? = nil
  ) -> SiteSource {
    SiteSource(
      library: library, baseURL: baseURL,
      bytes: { SampleLibrary.bytes(of: $0) },
      hash: { .sha256($0) })
  }
}

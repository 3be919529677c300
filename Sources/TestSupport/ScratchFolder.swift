import Foundation

/// A folder of one test, gone when nobody holds it any more; `KEEP_SCRATCH=1` keeps it.
package final class ScratchFolder: Sendable {
  package let path: String

  /// Others may look inside, so that a test can act as somebody with fewer rights.
  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/lantoa-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  deinit {
    if ProcessInfo.processInfo.environment["KEEP_SCRATCH"] == "1" {
      FileHandle.standardError.write(Data("kept \(path)\n".utf8))
    } else {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  package func path(_ name: String) -> String {
    name.hasPrefix("/") ? name : "\(path)/\(name)"
  }

  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  package func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  package func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }

  /// The names in the folder, sorted.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// The permission bits of a file.
  package func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return attributes[.posixPermissions] as? Int ?? -1
  }

  package func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  package func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: path(name), toPath: path(other))
  }
}

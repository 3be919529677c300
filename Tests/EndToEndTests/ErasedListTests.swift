import Foundation
import TestSupport
import Testing

/// A list of erased people that has passed through other hands is gone by, or stops the restoring: it is
/// never passed over.
@Suite struct ErasedListTests {
  /// A backup `b.db` of before somebody was erased, and the text of the list that names them.
  private func erased() async throws -> (lantoa: LantoaProcess, person: String, list: String) {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    try await lantoa.must("backup", "b.db")
    try await lantoa.must("learner", "erase", person, "--yes")
    let list = try lantoa.scratch.read("lantoa.db.erased")
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("lantoa.db.erased"))
    return (lantoa, person, list)
  }

  private func expectErased(_ lantoa: LantoaProcess, _ person: String) async throws {
    let restored = try await lantoa.must("restore", "b.db", "--db", "r.db")
    #expect(!restored.stderr.contains("No list"), "\(restored)")
    let shown = try await lantoa.json("learner", "show", person, "--db", "r.db")
    #expect(shown["erased"] == true && shown["name"] == .null)
  }

  @Test(arguments: ["b.db.erased", "USB.DB.ERASED"], ["line breaks", "mark", "both"])
  func `a list that another program has saved is read`(name: String, how: String) async throws {
    let (lantoa, person, list) = try await erased()
    let broken = how == "mark" ? list : list.replacingOccurrences(of: "\n", with: "\r\n")
    try lantoa.scratch.write((how == "line breaks" ? "" : "\u{FEFF}") + broken, to: name)
    try await expectErased(lantoa, person)
  }

  @Test(
    arguments: ["b.db.erased", "elsewhere.Erased"],
    [
      "comment", "UTF-16", "empty", "folder", "dead link", "poem",
    ])
  func `what is called a list and is none stops the restoring`(name: String, kind: String)
    async throws
  {
    let (lantoa, person, list) = try await erased()
    let path = lantoa.scratch.path(name)
    switch kind {
    case "comment": try lantoa.scratch.write("# đã xóa\n" + list, to: name)
    case "UTF-16":
      try #require(list.data(using: .utf16)).write(to: URL(fileURLWithPath: path))
    case "empty": try lantoa.scratch.write("\n", to: name)
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case "dead link":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/none")
    default: try lantoa.scratch.write("thơ\n", to: name)
    }
    for (language, step) in [("vi", "đổi tên"), ("en", "rename")] {
      let refused = try await lantoa.run("restore", "b.db", "--db", "r.db", language: language)
      #expect(refused.code == 1 && !lantoa.scratch.has("r.db"), "\(refused)")
      #expect(mentions(refused.stderr, [path, step]), "\(refused)")
      #expect(!refused.stderr.contains("No list"), "\(refused)")
    }
    try FileManager.default.removeItem(atPath: path)
    try lantoa.scratch.write(list, to: name)
    try await expectErased(lantoa, person)
  }

  @Test func `a backup adds to the list that lies at its name`() async throws {
    let (lantoa, person, list) = try await erased()
    let stranger = "01a210cc-10fb-7bc6-8eeb-27793d0476e1 2026-11-20\n"
    try lantoa.scratch.write(stranger, to: "c.db.erased")
    let copy = try await lantoa.json("backup", "c.db")
    let united = try lantoa.scratch.read("c.db.erased")
    #expect(mentions(united, [stranger, list]), "\(united)")
    #expect(copy["erased"] == 2)
    try await lantoa.must("restore", "c.db", "--db", "r.db")
    let shown = try await lantoa.json("learner", "show", person, "--db", "r.db")
    #expect(shown["erased"] == true)
  }

  @Test(arguments: [
    ("c.db.erased", "thơ\n"), ("c.db.manifest.json", "thơ\n"), ("c.db.manifest.json", "{}"),
  ])
  func `a backup leaves what is no list or manifest of its register as it is`(
    name: String, text: String
  ) async throws {
    let (lantoa, _, _) = try await erased()
    try lantoa.scratch.write(text, to: name)
    let refused = try await lantoa.run("backup", "c.db")
    #expect(refused.code == 1, "\(refused)")
    #expect(mentions(refused.stderr, [lantoa.scratch.path(name)]), "\(refused)")
    #expect(try lantoa.scratch.read(name) == text)
    #expect(try lantoa.scratch.names.filter { $0.hasPrefix("c.db") } == [name])
  }

  @Test func `a backup leaves the manifest of another register as it is`() async throws {
    let (lantoa, _, _) = try await erased()
    try await lantoa.must("restore", "b.db", "--db", "other.db")
    try await lantoa.must("backup", "c.db", "--db", "other.db")
    for suffix in ["", ".erased"] {
      try? FileManager.default.removeItem(atPath: lantoa.scratch.path("c.db" + suffix))
    }
    let manifest = try lantoa.scratch.read("c.db.manifest.json")
    #expect(try await lantoa.run("backup", "c.db").code == 1)
    #expect(try lantoa.scratch.read("c.db.manifest.json") == manifest)
    try await lantoa.must("backup", "c.db", "--db", "other.db")
    try await lantoa.must("restore", "c.db", "--db", "third.db")
  }
}

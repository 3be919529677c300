import Foundation
import Site
import TestSupport
import Testing

struct SiteFolderTests {
  private let scratch: ScratchFolder
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    path = scratch.path("site")
  }

  @discardableResult
  private func build(_ files: [String: String]) throws -> SiteChanges {
    let folder = try SiteFolder(path)
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try folder.write(Array(text.utf8), to: Address(name))
    }
    return try folder.finish()
  }

  @Test func `a build says what is new, changed, gone and as it was`() throws {
    try build(["a.html": "1", "b/c.html": "1", "d/e/f.html": "1"])
    let changes = try build(["a.html": "1", "b/c.html": "2", "g.html": "1"])
    #expect(changes.new == [Address("g.html")])
    #expect(changes.changed == [Address("b/c.html")])
    #expect(changes.removed == [Address("d/e/f.html")])
    #expect(changes.unchanged == 1)
    #expect(!scratch.has("site/d"))
    #expect(try scratch.read("site/b/c.html") == "2")
  }

  @Test func `a file that is the same is not written again`() throws {
    try build(["a.html": "1"])
    let before = try FileManager.default.attributesOfItem(atPath: path + "/a.html")[
      .modificationDate]
    try build(["a.html": "1"])
    let after = try FileManager.default.attributesOfItem(atPath: path + "/a.html")[
      .modificationDate]
    #expect(before as? Date == after as? Date)
  }

  @Test func `a build that was cut off is completed by the next`() throws {
    let folder = try SiteFolder(path)
    try folder.write(Array("half".utf8), to: Address("a.html"))
    try folder.write(Array("old".utf8), to: Address("b.html"))
    // It ends here, without `finish`.
    let changes = try build(["a.html": "whole"])
    #expect(changes.changed == [Address("a.html")])
    #expect(changes.removed == [Address("b.html")])
  }

  @Test func `a folder with other files is refused, and so is a page where one stands`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try scratch.write("mine", to: "site/letter.txt")
    #expect(throws: SiteFolderError.foreignFolder(path: path)) { try build(["a.html": "1"]) }
    try FileManager.default.removeItem(atPath: path)
    try build(["a.html": "1"])
    try scratch.write("mine", to: "site/b.html")
    #expect(throws: SiteFolderError.foreignFile(path: path + "/b.html")) {
      try build(["a.html": "1", "b.html": "1"])
    }
    #expect(try scratch.read("site/b.html") == "mine")
  }

  @Test func `links lead nowhere`() throws {
    try build(["a.html": "1", "b/c.html": "1"])
    try scratch.write("mine", to: "mine.html")
    let files = FileManager.default
    try files.createDirectory(atPath: scratch.path("elsewhere"), withIntermediateDirectories: true)
    try scratch.write("mine", to: "elsewhere/c.html")
    try files.removeItem(atPath: path + "/a.html")
    try files.createSymbolicLink(
      atPath: path + "/a.html", withDestinationPath: scratch.path("mine.html"))
    #expect(throws: SiteFolderError.foreignFile(path: path + "/a.html")) {
      try build(["a.html": "2"])
    }
    try files.removeItem(atPath: path + "/b")
    try files.createSymbolicLink(
      atPath: path + "/b", withDestinationPath: scratch.path("elsewhere"))
    #expect(throws: SiteFolderError.notAFolder(path: path + "/b")) { try build(["b/c.html": "2"]) }
    // What is gone from the site is not removed through a link.
    try build(["d.html": "1"])
    #expect(try scratch.read("elsewhere/c.html") == "mine")
    #expect(try scratch.read("mine.html") == "mine")
  }

  @Test(arguments: ["../a.html", "/etc/a", "a//b", "a/./b", "", ".lantoa-site", "a\nb"])
  func `an address that leads out of the folder is refused`(_ address: String) throws {
    #expect(throws: SiteFolderError.unsafeAddress(address)) { try build([address: "1"]) }
  }

  @Test func `a list that somebody changed removes nothing outside`() throws {
    try build(["a.html": "1"])
    try scratch.write("mine", to: "mine.html")
    try scratch.write("lantoa site 1\n../mine.html\na.html\n", to: "site/.lantoa-site")
    try build(["b.html": "1"])
    #expect(scratch.has("mine.html") && !scratch.has("site/a.html"))
  }
}

import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Courseware
@testable import Site

struct SiteMemoryTests {
  private var site: RememberedSite

  init() throws {
    site = try RememberedSite()
  }

  private typealias Sample = RememberedSite

  @Test func `one part after the other gives the same files as all at once`() throws {
    try site.build()
    var written: [String: [UInt8]] = [:]
    try site.whole.forEachFile { written[$0.path] = $1 }
    #expect(try site.files() == written)
  }

  @Test func `a build that has made it all before writes nothing`() throws {
    try site.build()
    let before = try site.files()
    let changes = try site.build().changes
    #expect(changes.new.isEmpty && changes.changed.isEmpty && changes.removed.isEmpty)
    #expect(changes.unchanged == before.count, "the list and the memory are no pages")
  }

  @Test func `a change inside a lesson makes its course again and no other`() throws {
    func keys() -> [SitePart: ContentHash] { site.memory().parts.mapValues(\.key) }
    func fronts() -> [SitePart: ContentHash] {
      site.memory().parts.compactMapValues(\.front?.key)
    }
    try site.build()
    let (before, frontsBefore) = (keys(), fronts())
    #expect(frontsBefore.count == before.count)
    try site.edit(Sample.otp, "Bà con biết từ chối", "Bà con đã biết từ chối")
    try site.build()
    let unlike = keys().filter { $0.value != before[$0.key] }.keys.sorted()
    #expect(unlike.map(\.course) == ["safe-online", "safe-online"])
    #expect(unlike.map(\.language) == ["en", "vi"])
    let unlikeFronts = fronts().filter { $0.value != frontsBefore[$0.key] }.keys.sorted()
    #expect(unlikeFronts == unlike, "and no other course's page")
  }

  @Test func `a page that somebody changed, or that a build left half written, is made again`()
    throws
  {
    try site.build()
    let page = "site/" + Sample.otpPage.path
    let whole = try site.scratch.read(page)
    // As long as before.
    try site.scratch.write(whole.replacing("OTP", with: "PTO"), to: page)
    #expect(try site.build().changes.changed == [Sample.otpPage])
    #expect(try site.scratch.read(page) == whole)
    let stamps = site.memory().stamps
    #expect(try SiteFolder(site.scratch.path("site")).keep(stamps), "the next finds all in place")
    try FileManager.default.removeItem(atPath: site.scratch.path(page))
    try site.build()
    #expect(try site.scratch.read(page) == whole)
  }

  @Test(arguments: ["index.html", "offline.json"])
  func `the page of a course and the list of its copy are made again when they were changed`(
    name: String
  ) throws {
    try site.build()
    let file = "vi/safe-online/\(name)"
    let whole = try site.scratch.read("site/" + file)
    try site.scratch.write(whole.replacing("a", with: "b"), to: "site/" + file)
    #expect(try site.build().changes.changed == [Address(file)])
    #expect(try site.scratch.read("site/" + file) == whole)
    #expect(try SiteFolder(site.scratch.path("site")).keep(site.memory().stamps))
  }

  @Test func `a folder that became a link is never taken for the site's own`() throws {
    try site.build()
    let folder = site.scratch.path("site/vi/safe-online")
    let elsewhere = site.scratch.path("elsewhere")
    try FileManager.default.moveItem(atPath: folder, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: folder, withDestinationPath: elsewhere)
    #expect(throws: SiteFolderError.notAFolder(path: folder)) { try site.build() }
  }

  @Test func `readers are given neither the list nor the memory`() throws {
    try site.build()
    let before = try site.files()
    #expect(site.scratch.has("site/" + SiteMemory.name))
    try SiteFolder(site.scratch.path("site")).finishForReaders()
    let left = try FileManager.default.subpathsOfDirectory(atPath: site.scratch.path("site"))
    #expect(left.filter { $0.hasPrefix(".") } == [])
    #expect(try site.files() == before)
  }

  @Test func `a damaged memory, a missing one and another program's are as good as none`() throws {
    try site.build()
    let path = site.scratch.path("site/" + SiteMemory.name)
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let before = try site.files()
    var random = SystemRandomNumberGenerator()
    var damaged: [[UInt8]] = [[], [0], Array(sound.dropLast()), sound + [0]]
    for _ in 0..<8 {
      var bytes = sound
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1
      damaged.append(bytes)
    }
    for bytes in damaged {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let memory = site.memory()
      #expect(memory.parts.isEmpty && memory.whole == nil && memory.stamps.isEmpty)
    }
    try site.build()
    #expect(try site.files() == before)
    #expect(site.memory(program: "two").parts.isEmpty)
    #expect(!site.memory().parts.isEmpty)
  }

  @Test
  mutating func `what another program remembered hides neither findings nor notes for the team`()
    throws
  {
    func record() throws -> ContentHash {
      let prints = try #require(try site.sources.prints)
      return try #require(prints.texts[site.scratch.path(Sample.otp)])
    }
    try site.build()
    let sound = try #require(site.memory().library.records[try record()])
    let secret = "Bác Ba hay quên mã."
    try site.edit(Sample.otp, "\n---\n", "\n---\n\n[!INSTRUCTOR] \(secret)\n")
    try site.build()
    // As a program without that rule would have left it: nothing found, and the words shown.
    let page = "site/" + Sample.otpPage.path
    try site.scratch.write(try site.scratch.read(page) + secret, to: page)
    var memory = site.memory()
    memory.errors = 0
    memory.library.records[try record()] = sound
    memory.write(toSite: site.scratch.path("site"), program: "one") { .sha256($0) }
    try #require(site.memory().errors == 0)

    site.setting.program = "two"
    #expect(try site.expectAsWithoutMemory("another program").errors == 1)
    #expect(try !site.scratch.read(page).contains(secret))
  }
}

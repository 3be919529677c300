import Foundation
import TestSupport
import Testing

@testable import Site

struct PublishedFolderTests {
  private let scratch: ScratchFolder
  private var target: String { scratch.path("public") }
  private var shelf: String { scratch.path(".public.lantoa") }

  init() throws {
    scratch = try ScratchFolder()
  }

  /// Publishes a site of one page.
  @discardableResult
  private func publish(_ text: String) throws -> Int {
    let folder = try PublishedFolder(target)
    let draft = try folder.makeDraft()
    try write(text, to: draft)
    try folder.putUp(draft, now: 1_795_400_000_000)
    return draft.number
  }

  private func write(_ text: String, to draft: SiteDraft) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft.path + "/index.html"))
  }

  private func page(_ folder: String) -> String? {
    FileManager.default.contents(atPath: folder + "/index.html")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func kept() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: shelf).sorted()
  }

  @Test func `each version takes the place of the last, and three from before are kept`() throws {
    for version in 1...6 {
      #expect(try publish("bản \(version)") == version)
      #expect(page(target) == "bản \(version)")
    }
    #expect(try kept() == ["3", "4", "5", "6", "lock"])
    #expect(page(shelf + "/4") == "bản 4")
  }

  @Test func `taking back goes one version further each time, and publishing goes on from there`()
    throws
  {
    for version in 1...3 { try publish("bản \(version)") }
    #expect(try PublishedFolder(target).takeBack() == 2)
    #expect(page(target) == "bản 2")
    #expect(page(shelf + "/3") == "bản 3", "what was taken back is not lost at once")
    #expect(try PublishedFolder(target).takeBack() == 1)
    #expect(page(target) == "bản 1")
    #expect(try PublishedFolder(target).takeBack() == nil)
    #expect(page(target) == "bản 1")

    try publish("bản mới")
    #expect(page(target) == "bản mới")
    #expect(try PublishedFolder(target).takeBack() == 1, "not to what was withdrawn")
  }

  @Test func `a run that was killed leaves what is live, and its draft is never shown`() throws {
    try publish("bản 1")
    try write("nửa bản", to: PublishedFolder(target).makeDraft())
    let folder = try PublishedFolder(target)
    #expect(folder.liveVersion == 1 && page(target) == "bản 1")
    #expect(try folder.takeBack() == nil, "the half of a version is none to go back to")
    let draft = try folder.makeDraft()
    #expect(draft.number == 2)
    #expect(page(draft.path) == nil, "nothing of the half is left in the next")
  }

  @Test func `a folder with files of somebody else stays as it is`() throws {
    try FileManager.default.createDirectory(
      atPath: target, withIntermediateDirectories: false)
    try scratch.write("của tôi", to: "public/index.html")
    #expect(throws: PublishError.foreignFolder(path: target)) { _ = try PublishedFolder(target) }
    #expect(try scratch.read("public/index.html") == "của tôi")
    #expect(throws: PublishError.self) { _ = try PublishedFolder("/") }
  }

  @Test func `two programs do not publish at once, and a link is followed to the folder`() throws {
    try publish("bản 1")
    let first = try PublishedFolder(target)
    #expect(throws: PublishError.busy(path: target)) { _ = try PublishedFolder(target) }
    #expect(first.liveVersion == 1)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("www"), withDestinationPath: target)
    #expect(throws: PublishError.busy(path: target)) {
      _ = try PublishedFolder(scratch.path("www"))
    }
  }

  @Test func `an empty folder that somebody made for it is used`() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
    try publish("bản 1")
    #expect(page(target) == "bản 1")
  }

  @Test func `changes are told by what readers get`() {
    let difference = SiteDifference(
      from: ["a.html": [1], "b.html": [2], "c.html": [3]],
      to: ["a.html": [1], "b.html": [9], "d.html": [4]])
    #expect(difference.unchanged == [Address("a.html")])
    #expect(difference.changed == [Address("b.html")])
    #expect(difference.lost == [Address("c.html")])
    #expect(difference.new == [Address("d.html")])
  }
}

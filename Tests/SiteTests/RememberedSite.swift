import Courseware
import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Site

/// The courses and pages that lantoa comes with, to be changed, and a site that is built of them again
/// and again.
struct RememberedSite {
  /// What a site depends on beside its sources.
  struct Setting {
    var program = "one"
    var templates: [String: String] = [:]
    var baseURL: String? = "https://lantoa.example"
    var now: Int64 = 0
  }

  let scratch: ScratchFolder
  var setting = Setting()

  init() throws {
    scratch = try ScratchFolder()
    for folder in ["courses", "content"] {
      try FileManager.default.copyItem(
        atPath: LantoaProcess.checkout + "/" + folder, toPath: scratch.path(folder))
    }
  }

  static let otp = "courses/safe-online/02-otp-never-share.vi.md"
  static let otpPage = Address("vi/safe-online/otp-never-share/index.html")

  @Sendable private static func sha256(_ bytes: [UInt8]) -> ContentHash { .sha256(bytes) }

  var sources: LibrarySources {
    get throws {
      try LibrarySources.read(
        courses: scratch.path("courses"), content: scratch.path("content"), hash: Self.sha256)
    }
  }

  private var bytes: @Sendable (String) -> [UInt8]? {
    let root = scratch.path
    return { FileManager.default.contents(atPath: "\(root)/\($0)").map { Array($0) } }
  }

  /// All at once, and without a memory.
  var whole: Site {
    get throws {
      var memory = LibraryMemory()
      return try site(reading: &memory)
    }
  }

  /// All at once; what `memory` knows of the lessons is not read again.
  func site(reading memory: inout LibraryMemory) throws -> Site {
    let library = Library(try sources, today: nil, now: setting.now, memory: &memory)
    return Site(
      SiteSource(library: library, baseURL: setting.baseURL, bytes: bytes, hash: Self.sha256),
      templates: try Templates(replacing: setting.templates))
  }

  @discardableResult
  func build(_ output: String = "site") throws -> RememberingBuild.Outcome {
    try RememberingBuild(
      of: sources, templates: Templates(replacing: setting.templates), baseURL: setting.baseURL,
      program: setting.program, now: setting.now, bytes: bytes, hash: Self.sha256
    ).run(into: scratch.path(output)) { _ in }
  }

  /// Every file of the site that is published.
  func files(_ output: String = "site") throws -> [String: [UInt8]] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path(output))
    var files: [String: [UInt8]] = [:]
    for name in names where !name.hasPrefix(SiteFolder.listName) {
      files[name] = FileManager.default.contents(atPath: scratch.path("\(output)/\(name)")).map {
        Array($0)
      }
    }
    return files
  }

  /// What the last build left, as `program` reads it.
  func memory(program: String = "one") -> SiteMemory {
    SiteMemory(ofSite: scratch.path("site"), program: program, hash: Self.sha256)
  }

  func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try scratch.read(file)
    try #require(text.contains(old), "\(file): \(old)")
    try scratch.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
  }

  /// Builds, expects what a build into a new folder gives, and says what became of the files.
  @discardableResult
  func expectAsWithoutMemory(
    _ comment: Comment, location: SourceLocation = #_sourceLocation
  ) throws -> RememberingBuild.Outcome {
    let outcome = try build()
    let fresh = "fresh-\(UUID().uuidString)"
    let errors = try build(fresh).errors
    let (kept, made) = (try files(), try files(fresh))
    let unlike = Set(kept.keys).union(made.keys).filter { kept[$0] != made[$0] }.sorted()
    #expect(unlike == [], comment, sourceLocation: location)
    #expect(outcome.errors == errors, comment, sourceLocation: location)
    return outcome
  }
}

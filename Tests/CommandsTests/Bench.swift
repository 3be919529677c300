import Commands
import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

/// A workspace made by a test, in a folder of its own; commands run in this process.
struct Bench: Sendable {
  struct Outcome: Sendable {
    let code: Int32
    let stdout: String
    let stderr: String
  }

  let scratch: ScratchFolder
  var environment: [String: String]
  /// Where relative paths begin, below the scratch folder.
  var folder = ""
  /// By the wall clock, in milliseconds since 1970.
  var now: Int64 = 1_795_400_000_000
  /// Answers what is asked; nil where nobody is there.
  var ask: (@Sendable (String) -> String?)?

  /// `language`: what `LANTOA_LANG` says; nil leaves it out.
  init(language: String? = "en", scratch: ScratchFolder? = nil) throws {
    let scratch = try scratch ?? ScratchFolder()
    self.scratch = scratch
    environment = [
      "HOME": scratch.path, "LANTOA_NOW": "2026-11-23", "LANTOA_SHARE": LantoaProcess.checkout,
      "USER": "tester", "TMPDIR": scratch.path(".tmp"),
    ]
    environment["LANTOA_LANG"] = language
  }

  @discardableResult
  func run(_ arguments: String..., language: String? = nil) async -> Outcome {
    await run(arguments, language: language)
  }

  @discardableResult
  func run(_ arguments: [String], language: String? = nil) async -> Outcome {
    let (said, told) = (Said(), Said())
    var environment = environment
    if let language { environment["LANTOA_LANG"] = language }
    let workspace = Workspace(
      currentFolder: folder.isEmpty ? scratch.path : scratch.path(folder),
      environment: environment, program: "/nowhere/bin/lantoa",
      now: { [now] in now }, random: .system,
      output: { said.append($0) }, errorOutput: { told.append($0) }, ask: ask)
    let code = await Launch.run(arguments, in: workspace)
    return Outcome(code: code, stdout: said.text, stderr: told.text)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path(name), withIntermediateDirectories: true)
  }
}

/// What a command has said so far.
private final class Said: Sendable {
  private let gathered = Mutex("")

  var text: String { gathered.withLock(\.self) }

  func append(_ text: String) {
    gathered.withLock { $0 += text }
  }
}

extension Bench {
  /// A test register of the sample city, made without reading a file.
  static func founded(
    language: String? = "en", as name: String = "lantoa.db"
  ) throws -> Bench {
    let bench = try Bench(language: language)
    try bench.found(name)
    return bench
  }

  /// `also`: recorded on top of the sample, on 2026-11-20.
  func found(_ name: String, also: (inout Recorder) throws -> Void = { _ in }) throws {
    var random = SplitMix64(seed: 7)
    let day = Sample.day("2026-11-20")
    try Register.create(
      at: scratch.path(name),
      device: .timeOrdered(milliseconds: Sample.morning(of: day), using: &random)
    ) { register in
      try register.record(as: Sample.author(on: day)) { recorder in
        try Sample.found(&recorder)
        try also(&recorder)
      }
    }
  }
}

/// What `body` gives in each language.
func inBothLanguages<Value>(_ body: () throws -> Value) rethrows -> (vi: Value, en: Value) {
  (
    vi: try Language.$current.withValue(.vi) { try body() },
    en: try Language.$current.withValue(.en) { try body() }
  )
}

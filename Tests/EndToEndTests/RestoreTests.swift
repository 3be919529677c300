import Foundation
import TestSupport
import Testing

/// What a restoring is held against, and what it says where that is missing or does not agree.
@Suite struct RestoreTests {
  /// A register with one person, its backup `b.db`, and that person's reference.
  private func backedUp() async throws -> (lantoa: LantoaProcess, person: String) {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    try await lantoa.must("backup", "b.db")
    return (lantoa, person)
  }

  /// Puts another value in a line of the manifest.
  private func restate(_ field: String, as value: String, in lantoa: LantoaProcess) throws {
    let text = try lantoa.scratch.read("b.db.manifest.json")
    let line = try Regex("\"\(field)\" : [^,\n]*")
    try #require(text.contains(line))
    try lantoa.scratch.write(
      text.replacing(line, maxReplacements: 1) { _ in "\"\(field)\" : \(value)" },
      to: "b.db.manifest.json")
  }

  /// The bytes of the backup are those of the manifest again.
  private func seal(_ lantoa: LantoaProcess) async throws {
    let sum = try await lantoa.start(
      program: "/usr/bin/sha256sum", [lantoa.scratch.path("b.db")]
    ).outcome()
    let size = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("b.db"))).count
    try restate("sha256", as: "\"\(sum.stdout.prefix(64))\"", in: lantoa)
    try restate("bytes", as: "\(size)", in: lantoa)
  }

  private func restore(
    _ lantoa: LantoaProcess, _ options: String..., language: String = "en"
  ) async throws -> LantoaProcess.Outcome {
    try await lantoa.run(["restore", "b.db", "--db", "r.db"] + options, language: language)
  }

  @Test func `without a manifest the journal is checked all the same, and that is said`()
    async throws
  {
    let (lantoa, person) = try await backedUp()
    let compared = try await restore(lantoa)
    #expect(compared.code == 0 && !compared.stderr.contains("manifest"), "\(compared)")
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("r.db"))
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("b.db.manifest.json"))

    let restored = try await restore(lantoa)

    #expect(restored.code == 0, "\(restored)")
    #expect(mentions(restored.stderr, ["b.db.manifest.json", "compared"]), "\(restored)")
    let shown = try await lantoa.json("learner", "show", person, "--db", "r.db")
    #expect(shown["name"] == "Trần Mộng Xuyến")
    try await lantoa.sqlite("UPDATE event SET hash = zeroblob(32) WHERE key = 3", on: "b.db")
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("r.db"))
    #expect(try await restore(lantoa).code == 1, "the chain is still checked")
  }

  @Test(arguments: ["thơ", "", "{}", "[1,", "folder"])
  func `a manifest that cannot be read stops, unless it is to be passed over`(text: String)
    async throws
  {
    let (lantoa, _) = try await backedUp()
    let manifest = lantoa.scratch.path("b.db.manifest.json")
    try FileManager.default.removeItem(atPath: manifest)
    if text == "folder" {
      try FileManager.default.createDirectory(atPath: manifest, withIntermediateDirectories: true)
    } else {
      try lantoa.scratch.write(text, to: "b.db.manifest.json")
    }
    for language in ["vi", "en"] {
      let refused = try await restore(lantoa, language: language)
      #expect(refused.code == 1)
      #expect(mentions(refused.stderr, [manifest, "--ignore-manifest"]), "\(refused)")
      #expect(!lantoa.scratch.has("r.db"))
    }
    let forced = try await restore(lantoa, "--ignore-manifest")
    #expect(forced.code == 0 && mentions(forced.stderr, ["manifest"]), "\(forced)")
    try await lantoa.must("journal", "verify", "--db", "r.db")
  }

  @Test(arguments: [
    ("sha256", "\"\(String(repeating: "0", count: 64))\""), ("bytes", "7"), ("events", "7"),
    ("hash", "\"\(String(repeating: "1", count: 64))\""), ("sequence", "100000"),
    ("register", "\"01a210cc-10fb-7bc6-8eeb-27793d0476e1\""), ("learners", "7"), ("sessions", "7"),
    ("synthetic", "\"demo\""), ("erased", "7"),
  ])
  func `a manifest that says otherwise is named with the value`(field: String, value: String)
    async throws
  {
    let (lantoa, _) = try await backedUp()
    try restate(field, as: value, in: lantoa)
    let bare = value.trimmingCharacters(in: ["\""])
    for language in ["vi", "en"] {
      let refused = try await restore(lantoa, language: language)
      #expect(refused.code == 1)
      #expect(
        mentions(refused.stderr, ["b.db.manifest.json", bare, "--ignore-manifest"]), "\(refused)")
      #expect(!lantoa.scratch.has("r.db"))
    }
    let forced = try await restore(lantoa, "--ignore-manifest")
    #expect(forced.code == 0, "\(forced)")
    try await lantoa.must("journal", "verify", "--db", "r.db")
  }

  @Test func `a list of erased people that is none is refused for what it is`() async throws {
    let (lantoa, person) = try await backedUp()
    try lantoa.scratch.write("", to: "empty.erased")
    try lantoa.scratch.write("\n\n", to: "blank.erased")
    try lantoa.scratch.write("thơ\n", to: "poem.erased.txt")
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("folder"), withIntermediateDirectories: true)
    for (file, vi, en) in [
      ("/dev/null", "không có tên ai", "names nobody"),
      ("empty.erased", "không có tên ai", "names nobody"),
      ("blank.erased", "không có tên ai", "names nobody"),
      ("folder", "thư mục", "folder"), ("none.erased", "không có tệp", "no such file"),
      ("poem.erased.txt", "dòng 1", "line 1"),
    ] {
      for (language, words) in [("vi", vi), ("en", en)] {
        let refused = try await restore(lantoa, "--erased", file, language: language)
        #expect(refused.code == 1, "\(file): \(refused)")
        #expect(mentions(refused.stderr, [file, words]), "\(refused)")
        #expect(file == "none.erased" || !refused.stderr.contains("no such file"), "\(refused)")
        #expect(!lantoa.scratch.has("r.db"))
      }
    }
    for name in ["empty.erased", "blank.erased"] {
      try FileManager.default.removeItem(atPath: lantoa.scratch.path(name))
    }
    try await lantoa.must("learner", "erase", person, "--yes")
    try FileManager.default.moveItem(
      atPath: lantoa.scratch.path("lantoa.db.erased"),
      toPath: lantoa.scratch.path("folder/kept.erased"))
    let restored = try await restore(lantoa, "--erased", "folder/kept.erased")
    #expect(restored.code == 0 && mentions(restored.stderr, ["1 person"]), "\(restored)")
  }

  @Test func `a person whom no event of a whole journal names is folded away`() async throws {
    let (lantoa, person) = try await backedUp()
    try await lantoa.sqlite(
      "UPDATE learner SET id = zeroblob(16) WHERE name = 'Trần Mộng Xuyến'", on: "b.db")

    let changed = try await restore(lantoa)
    #expect(changed.code == 1 && changed.stderr.contains("manifest"), "\(changed)")
    let restored = try await restore(lantoa, "--ignore-manifest")
    #expect(restored.code == 0, "\(restored)")
    #expect(restored.stderr.contains("folded anew"), "\(restored)")
    let shown = try await lantoa.json("learner", "show", person, "--db", "r.db")
    #expect(shown["name"] == "Trần Mộng Xuyến")
    try await lantoa.must("journal", "verify", "--db", "r.db")

    try FileManager.default.removeItem(atPath: lantoa.scratch.path("r.db"))
    try FileManager.default.removeItem(atPath: lantoa.scratch.path("b.db.manifest.json"))
    let unproven = try await restore(lantoa)
    #expect(unproven.code == 1, "nothing shows that the chain is whole: \(unproven)")
  }

  @Test func `a backup whose list of erased people was lost is not restored unseen`() async throws {
    let (lantoa, person) = try await backedUp()
    let files = FileManager.default
    try await lantoa.must("learner", "erase", person, "--yes")
    let list = lantoa.scratch.path("lantoa.db.erased")
    try lantoa.scratch.write(
      try lantoa.scratch.read("lantoa.db.erased")
        + "01a210cc-10fb-7bc6-8eeb-27793d0476e1 2026-11-20\n",
      to: "lantoa.db.erased")
    for suffix in ["", ".manifest.json"] {
      try files.removeItem(atPath: lantoa.scratch.path("b.db" + suffix))
    }
    try await lantoa.must("backup", "b.db")
    for lost in [list, lantoa.scratch.path("b.db.erased")] {
      try files.moveItem(atPath: lost, toPath: lost + ".elsewhere")
    }
    let refused = try await restore(lantoa)
    #expect(refused.code == 1 && !lantoa.scratch.has("r.db"), "\(refused)")
    #expect(mentions(refused.stderr, ["2 people", "b.db.erased", "--erased"]), "\(refused)")
    let found = try await restore(lantoa, "--erased", list + ".elsewhere")
    #expect(found.code == 0, "\(found)")
  }

  @Test func `a manifest that states fewer erased people than the journal has is named`()
    async throws
  {
    let (lantoa, person) = try await backedUp()
    try await lantoa.must("learner", "erase", person, "--yes")
    for suffix in ["", ".manifest.json"] {
      try FileManager.default.removeItem(atPath: lantoa.scratch.path("b.db" + suffix))
    }
    try await lantoa.must("backup", "b.db")
    try restate("erased", as: "0", in: lantoa)
    let refused = try await restore(lantoa)
    #expect(refused.code == 1 && !lantoa.scratch.has("r.db"), "\(refused)")
    #expect(mentions(refused.stderr, ["b.db.manifest.json", "erased is 0", "1 in"]), "\(refused)")
    try restate("erased", as: "1", in: lantoa)
    #expect(try await restore(lantoa).code == 0)
  }

  @Test(arguments: [0.9, 0.5, 0.1])
  func `a backup that was cut off is named, and said to be so`(share: Double) async throws {
    let (lantoa, _) = try await backedUp()
    let file = URL(fileURLWithPath: lantoa.scratch.path("b.db"))
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(Int(Double(bytes.count) * share)).write(to: file)
    for (language, words) in [("vi", "bị cắt cụt"), ("en", "is cut off")] {
      let refused = try await restore(lantoa, "--ignore-manifest", language: language)
      #expect(refused.code == 1 && !lantoa.scratch.has("r.db"))
      #expect(mentions(refused.stderr, [file.path, words]), "\(refused)")
      #expect(!refused.stderr.contains("journal verify"), "\(refused)")
    }
  }

  @Test func `a journal whose end was cut off is not restored`() async throws {
    let (lantoa, _) = try await backedUp()
    try await lantoa.sqlite(
      "PRAGMA foreign_keys = OFF; DELETE FROM event WHERE key = (SELECT max(key) FROM event)",
      on: "b.db")
    for options in [[], ["--ignore-manifest"]] {
      let refused = try await lantoa.run(["restore", "b.db", "--db", "r.db"] + options)
      #expect(refused.code == 1, "\(options): \(refused)")
      #expect(!lantoa.scratch.has("r.db"))
    }
    try await seal(lantoa)
    let sealed = try await restore(lantoa)
    #expect(sealed.code == 1 && !lantoa.scratch.has("r.db"), "\(sealed)")
  }
}

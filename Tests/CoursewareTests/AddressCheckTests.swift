import Courseware
import Testing

struct AddressCheckTests {
  private static let course = "courses/safe-online/"
  private static let front = LessonSample.front

  /// The two lessons of the sample and others, after these were published: all files by their names in
  /// the course.
  private func check(
    published former: [String], drafts: [String] = [], now files: [String: String] = [:],
    first: String = front
  ) throws -> AddressCheck {
    var lessons = FormerLessons(folder: "courses", now: 0)
    for name in former { lessons.add("safe-online/\(name)", status: .published) }
    for name in drafts { lessons.add("safe-online/\(name)", status: .draft) }
    let bytes = files.reduce(into: [LessonSample.path: Array(first.utf8)]) {
      $0[Self.course + $1.key] = Array($1.value.utf8)
    }
    return AddressCheck(try LessonSample.library(Array(first.utf8), with: bytes), since: lessons) {
      path in bytes.first { path.hasSuffix($0.key) }?.value
    }
  }

  /// `01-strong-passwords.vi.md:2 safe-online/old`, of each lost address.
  private func lost(_ check: AddressCheck) -> [String] {
    check.diagnostics.filter { $0.rule == .addressLost }.map { finding in
      let name = finding.path.split(separator: "/").last ?? ""
      return "\(name):\(finding.line) \(finding.summary.en.split(separator: "'")[1])"
    }
  }

  private func mended(_ check: AddressCheck, _ name: String = "01-strong-passwords.vi.md")
    -> [UInt8]?
  {
    check.repairs.first { $0.path.hasSuffix(Self.course + name) }?.after
  }

  // MARK: Which address, and who takes it

  @Test func `the lesson with the number of the lost one is told to name it`() throws {
    let check = try check(
      published: ["01-old.vi.md", "02-otp-never-share.vi.md"], now: ["03-more.vi.md": Self.front])
    #expect(lost(check) == ["01-strong-passwords.vi.md:2 safe-online/old"])
    let finding = try #require(check.diagnostics.first { $0.rule == .addressLost })
    #expect(finding.severity == .warning)
    #expect(finding.excerpt?.text == "title: \"Mật khẩu mạnh\"")
    for words in [finding.fix.en, finding.fix.vi] {
      #expect(words.contains("aliases: [safe-online/old]."))
      #expect(words.contains("lantoa site check --fix"))
    }
  }

  @Test func `with another number the only new lesson is told`() throws {
    let check = try check(published: ["07-old.vi.md", "02-otp-never-share.vi.md"])
    #expect(lost(check) == ["01-strong-passwords.vi.md:2 safe-online/old"])
  }

  @Test func `where nobody can tell who took it, the course is told, and nothing is written`()
    throws
  {
    let two = try check(published: ["07-old.vi.md"])
    #expect(lost(two) == ["course.yaml:1 safe-online/old"])
    let finding = try #require(two.diagnostics.first { $0.rule == .addressLost })
    #expect(finding.fix.en.contains("aliases: [safe-online/old]"))
    #expect(finding.fix.vi.contains("--losing"))
    #expect(two.repairs.isEmpty)
    // A draft of before is no new lesson.
    let none = try check(
      published: ["01-old.vi.md", "02-otp-never-share.vi.md"],
      drafts: ["03-strong-passwords.vi.md"])
    #expect(lost(none) == ["course.yaml:1 safe-online/old"] && none.repairs.isEmpty)
  }

  @Test func `where the whole course is gone, its lesson is named as it was`() throws {
    var former = FormerLessons(folder: "courses", now: 0)
    former.add("gone/01-x.vi.md", status: .published)
    former.add("gone/glossary.vi.md", status: .published)
    former.add("gone/images/01-y.vi.md", status: .published)
    former.add(".gone/01-z.vi.md", status: .published)
    let check = AddressCheck(try LessonSample.library([]), since: former) { _ in nil }
    #expect(
      check.diagnostics.filter { $0.rule == .addressLost }.map(\.path) == [
        "courses/gone/01-x.vi.md"
      ])
  }

  @Test func `each language that had the address gets it`() throws {
    let both = try check(
      published: ["01-old.vi.md", "01-old.en.md"],
      now: ["01-strong-passwords.en.md": Self.front])
    #expect(
      lost(both) == [
        "01-strong-passwords.en.md:2 safe-online/old",
        "01-strong-passwords.vi.md:2 safe-online/old",
      ])
    #expect(both.repairs.count == 2)
    let one = try check(
      published: ["01-old.vi.md"], now: ["01-strong-passwords.en.md": Self.front])
    #expect(lost(one) == ["01-strong-passwords.vi.md:2 safe-online/old"])
    // The translation follows the lesson that names it already, whatever its number.
    let named = Self.front.replacing("status:", with: "aliases: [safe-online/old]\nstatus:")
    let rest = try check(
      published: ["07-old.vi.md", "07-old.en.md"],
      now: ["01-strong-passwords.en.md": Self.front], first: named)
    #expect(lost(rest) == ["01-strong-passwords.en.md:2 safe-online/old"])
  }

  @Test func `an address that leads somewhere is not lost`() throws {
    let former = ["01-strong-passwords.vi.md", "01-strong-passwords.en.md"]
    #expect(lost(try check(published: former)).isEmpty, "its translation is gone, the page is not")
    let draft = Self.front.replacing("status: published", with: "status: draft")
    #expect(lost(try check(published: former, first: draft)).isEmpty)
    #expect(lost(try check(published: ["09-strong-passwords.vi.md"])).isEmpty)
    #expect(lost(try check(published: [], drafts: ["01-old.vi.md"])).isEmpty)
    let named = Self.front.replacing("status:", with: "aliases: [safe-online/old]\nstatus:")
    #expect(lost(try check(published: ["01-old.vi.md", "01-old.en.md"], first: named)).isEmpty)
  }

  @Test func `while a lesson of the course cannot be read, nothing of it is called lost`() throws {
    let broken = Self.front.replacing("minutes: 25", with: "minutes: [")
    for name in ["01-strong-passwords.vi.md", "01-old.vi.md"] {
      let check = try check(published: [name, "02-otp-never-share.vi.md"], first: broken)
      #expect(check.diagnostics.contains { $0.severity == .error })
      #expect(lost(check).isEmpty)
    }
  }

  // MARK: What is written

  @Test(arguments: ["\n", "\r\n"])
  func `the name comes into the list as it is written, and no other byte changes`(end: String)
    throws
  {
    let new = "safe-online/old"
    for (before, after) in [
      ("", "aliases: [\(new)]\n"),
      ("aliases:\n", "aliases: [\(new)]\n"),
      ("aliases: [ ] # cũ\n", "aliases: [\(new)] # cũ\n"),
      ("aliases: [a/b, a/c]  # cũ\n", "aliases: [\(new), a/b, a/c]  # cũ\n"),
      ("aliases: [ 'a/b',\n  \"a/c\" ]\n", "aliases: [ \(new), 'a/b',\n  \"a/c\" ]\n"),
      ("aliases:\n- a/b\n", "aliases:\n- \(new)\n- a/b\n"),
      (
        "aliases:\n  # cũ\n  -   \"a/é\" # hai\n  - a/c\n",
        "aliases:\n  # cũ\n  -   \(new)\n  -   \"a/é\" # hai\n  - a/c\n"
      ),
    ] {
      func text(_ list: String) -> String {
        ("\u{FEFF}"
          + Self.front.replacing(
            "verify: V0\nstatus: published\n", with: "status: published\nverify: V0\n\(list)")
          + "aliases: [trong bài]\n\ne\u{301}\n").replacing("\n", with: end)
      }
      // The letter of two parts is mended in the same run, in the same file.
      let check = try check(
        published: ["01-old.vi.md", "02-otp-never-share.vi.md"], first: text(before))
      let wanted = text(after).replacing("e\u{301}", with: "é")
      #expect(mended(check) == Array(wanted.utf8), "\(before)")
      #expect(check.repairs.map(\.counts) == [[.addressLost: 1, .notNFC: 1]])
      let again = try self.check(
        published: ["01-old.vi.md", "02-otp-never-share.vi.md"], first: wanted)
      #expect(lost(again).isEmpty && again.repairs.isEmpty)
    }
  }

  @Test func `one lesson may take the place of several, and the whole line is told`() throws {
    let named = Self.front.replacing("status:", with: "aliases: [a/b]\nstatus:")
    let check = try check(
      published: ["01-old.vi.md", "04-older.vi.md", "02-otp-never-share.vi.md"], first: named)
    #expect(
      lost(check) == [
        "01-strong-passwords.vi.md:6 safe-online/old",
        "01-strong-passwords.vi.md:6 safe-online/older",
      ])
    let line = "aliases: [safe-online/old, safe-online/older, a/b]"
    let findings = check.diagnostics.filter { $0.rule == .addressLost }
    #expect(findings.allSatisfy { $0.fix.en.contains(line + ".") })
    let after = named.replacing("aliases: [a/b]", with: line)
    #expect(mended(check) == Array(after.utf8))
  }

  @Test(arguments: ["aliases: a/b", "aliases: {a: b}", "\"aliases\": []", "aliases: [\n  ]"])
  func `a list that cannot be added to safely is left to its author`(list: String) throws {
    let check = try check(
      published: ["01-old.vi.md", "02-otp-never-share.vi.md"],
      first: Self.front.replacing("status:", with: list + "\nstatus:"))
    let finding = try #require(check.diagnostics.first { $0.rule == .addressLost })
    #expect(finding.line == 6 && !finding.fix.en.contains("--fix"))
    #expect(check.repairs.isEmpty)
  }
}

import Foundation
import TestSupport
import Testing

struct SiteFixTests {
  private let bench: Bench
  private static let lesson = "courses/a/01-x.vi.md"

  init() throws {
    bench = try Bench.withCourse(of: (slug: "x", title: "Mật khẩu"))
    try bench.writeLesson("• Mở\u{A0}máy\n• Bấm e\u{302}m\n\n<!-- quiz -->\nA?\n\n\(Self.choices)")
  }

  private static let choices = "- [ ] Một\n  > Chưa đúng. Vì thế.\n- [x] Hai\n  > Đúng. Vì thế.\n"

  @Test func `what is mended is told file by file, then what is left`() async throws {
    try bench.scratch.setMode(0o640, of: Self.lesson)
    let before = await bench.check()
    #expect(before.stdout.contains("Or let it be done: lantoa site check --fix."))
    let outcome = await bench.check("--fix")
    #expect(
      outcome.stderr.contains(
        "courses/a/01-x.vi.md: 1 × not-nfc, 3 × pasted-from-word, 1 × quiz-id-missing\n"),
      "\(outcome)")
    #expect(outcome.stderr.contains("git diff"))
    #expect(outcome.code == 0 && outcome.stdout == "All files: nothing is broken.\n", "\(outcome)")
    let after =
      Bench.lessonFront + "- Mở máy\n- Bấm êm\n\n<!-- quiz id=x-1 -->\nA?\n\n" + Self.choices
    #expect(Array(try bench.scratch.read(Self.lesson).utf8) == Array(after.utf8))
    #expect(try bench.scratch.mode(of: Self.lesson) == 0o640)

    let again = await bench.check("--fix")
    #expect(again.stderr == "Nothing that can be mended by itself.\n", "\(again)")
    #expect(Array(try bench.scratch.read(Self.lesson).utf8) == Array(after.utf8))
  }

  @Test func `a dry run shows each line before and after, and writes nothing`() async throws {
    let text = try bench.scratch.read(Self.lesson)
    let outcome = await bench.check("--fix", "--dry-run")
    #expect(
      outcome.stdout == """
        --- courses/a/01-x.vi.md
        +++ courses/a/01-x.vi.md
        @@ -8 +8 @@
        -• Mở<U+00A0>máy
        +- Mở máy
        @@ -9 +9 @@
        -• Bấm e<U+0302>m
        +- Bấm êm
        @@ -11 +11 @@
        -<!-- quiz -->
        +<!-- quiz id=x-1 -->

        """)
    #expect(outcome.code == 0 && outcome.stderr.contains("Nothing was written."), "\(outcome)")
    #expect(Array(try bench.scratch.read(Self.lesson).utf8) == Array(text.utf8))
    #expect(await bench.check("--dry-run").code == 64)
    #expect(await bench.check("--fix", "--dry-run", "--format", "json").code == 64)
  }

  @Test func `what was mended is taken back by the command that it ends with, git or none`()
    async throws
  {
    let text = "Viết xong hôm nay, chưa lưu vào git.\n\n• A?\n\n\(Self.choices)"
    try bench.writeLesson(text)
    let before = try bench.scratch.read(Self.lesson)
    let outcome = await bench.check("--fix")
    #expect(try bench.scratch.read(Self.lesson) != before, "\(outcome)")
    let line = try #require(outcome.stderr.split(separator: "\n").first { $0.contains(": cp -R ") })
    let command = try #require(line.components(separatedBy: "back: ").last)

    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command]
    try shell.run()
    shell.waitUntilExit()

    #expect(try bench.scratch.read(Self.lesson) == before, "\(command)")
  }

  @Test func `a line that is put in is shown alone`() async throws {
    try bench.writeLesson("A?\n\n\(Self.choices)")
    let outcome = await bench.check("--fix", "--dry-run")
    #expect(outcome.stdout.hasSuffix("@@ -8,0 +8 @@\n+<!-- quiz id=x-1 -->\n"), "\(outcome)")
  }

  @Test func `an id of the past is never given again`() async throws {
    try bench.writeLesson("<!-- quiz id=x-4 -->\nA?\n\n\(Self.choices)")
    try bench.commit()
    try bench.writeLesson("<!-- quiz -->\nA?\n\n\(Self.choices)")
    try bench.commit()
    _ = await bench.check("--fix")
    #expect(try bench.scratch.read(Self.lesson).contains("<!-- quiz id=x-5 -->"))
  }

  @Test func `a link is never written through, and is told`() async throws {
    let text = try bench.scratch.read(Self.lesson)
    try FileManager.default.moveItem(
      atPath: bench.scratch.path(Self.lesson), toPath: bench.scratch.path("courses/a/images/x.md"))
    try FileManager.default.createSymbolicLink(
      atPath: bench.scratch.path(Self.lesson),
      withDestinationPath: bench.scratch.path("courses/a/images/x.md"))
    let outcome = await bench.check("--fix")
    #expect(outcome.stderr.contains("Left as it is: courses/a/01-x.vi.md: it is a link"))
    #expect(Array(try bench.scratch.read("courses/a/images/x.md").utf8) == Array(text.utf8))
  }

  @Test func `what a killed run left behind stops nobody, and is gone`() async throws {
    try bench.scratch.write("half", to: "courses/a/.01-x.vi.md.new")
    #expect(await bench.check("--fix").code == 0)
    #expect(!bench.scratch.has("courses/a/.01-x.vi.md.new"))
    #expect(try bench.scratch.read(Self.lesson).contains("quiz id=x-1"))
  }

  @Test func `a photo loses its notes, and one that is damaged is told`() async throws {
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9]
    let notes = Array("Exif\0\0 16.4637N".utf8)
    let photo = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(notes.count + 2)] + notes + scan
    for (name, bytes) in [("a.jpg", photo), ("b.jpg", Array(photo.dropLast(2)))] {
      try Data(bytes).write(
        to: URL(fileURLWithPath: bench.scratch.path("courses/a/images/\(name)")))
    }
    try bench.writeLesson("![Máy](images/a.jpg)\n\n![Máy](images/b.jpg)\n")
    let dry = await bench.check("--fix", "--dry-run")
    #expect(dry.stdout.contains("@@ notes of the camera: \(notes.count + 4) bytes less @@"))
    let outcome = await bench.check("--fix")
    #expect(outcome.stderr.contains("courses/a/images/a.jpg: 1 × image-location"), "\(outcome)")
    #expect(outcome.stderr.contains("Left as it is: courses/a/images/b.jpg: a damaged"))
    let after = FileManager.default.contents(atPath: bench.scratch.path("courses/a/images/a.jpg"))
    #expect(after.map(Array.init) == [0xFF, 0xD8] + scan)
    #expect(outcome.code == 1 && outcome.stdout.contains("1 error, 0 warnings"), "\(outcome)")
  }

  @Test func `a file that cannot be written is named with the cause`() async throws {
    let text = try bench.scratch.read(Self.lesson)
    try bench.makeFolder("courses/a/.01-x.vi.md.new")
    let outcome = await bench.check("--fix")
    #expect(outcome.code == 1 && outcome.stderr.contains("Cannot write"), "\(outcome)")
    #expect(outcome.stderr.contains("courses/a/01-x.vi.md"))
    #expect(Array(try bench.scratch.read(Self.lesson).utf8) == Array(text.utf8))
  }
}

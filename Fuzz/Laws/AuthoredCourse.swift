import Domain
import Site
import Storage

@testable import Courseware

/// A course of one lesson in two languages, with its glossary, as its authors might hand it in: one of
/// its files is any bytes, the others are sound.
struct AuthoredCourse {
  enum File: String {
    case course = "courses/safe-online/course.yaml"
    case lesson = "courses/safe-online/01-strong-passwords.vi.md"
    case translation = "courses/safe-online/01-strong-passwords.en.md"
    case glossary = "content/glossary.vi.md"
  }

  private static let picture = "courses/safe-online/images/key.svg"

  /// By path.
  private(set) var files: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: Self.sound.map { ($0.key.rawValue, Array($0.value.utf8)) })

  init(_ bytes: [UInt8], as file: File) {
    files[file.rawValue] = bytes
  }

  /// The lesson with this text between its two lines `---`.
  init(front: [UInt8]) {
    self.init(Array("---\n".utf8) + front + Array(("\n---\n" + Self.body).utf8), as: .lesson)
  }

  /// The lesson with a sound front matter and this text below it.
  init(body: [UInt8]) {
    self.init(Array(Self.front.utf8) + body, as: .lesson)
  }

  func read() -> Library {
    let manuscripts = files.sorted { $0.key < $1.key }.compactMap { path, bytes in
      let source = SourceFile(path: path, bytes: bytes)
      return path.hasPrefix("content/")
        ? ManuscriptFile(page: source) : ManuscriptFile(course: source.folder, source: source)
    }
    let drawing = Array(Self.drawing.utf8)
    let courses = files.filter { $0.key == File.course.rawValue }
      .map { SourceFile(path: $0.key, bytes: $0.value) }
    let competences: Set<String> = ["digcomp:4.1", "digcomp:4.2"]
    let sources = LibrarySources(
      prints: nil, curriculumFiles: courses, courseFolders: [],
      folder: LibraryFolder(
        manuscripts: manuscripts,
        assets: [
          Self.picture: Asset(path: Self.picture, size: drawing.count, bytes: drawing)
        ]),
      competences: competences)
    var memory = LibraryMemory()
    return Library(
      sources, today: CalendarDay("2026-11-26"), now: 1_795_000_000_000,
      usedIDs: ["safe-online": ["strong-passwords-7"]], memory: &memory)
  }

  /// The same with everything mechanical mended.
  func mended(by repairs: [Repair]) -> AuthoredCourse {
    var course = self
    for repair in repairs { course.files[repair.path] = repair.after }
    return course
  }

  /// The site of it, drafts too.
  func source(of library: Library) -> SiteSource {
    SiteSource(
      library: library, baseURL: "https://example.org/", isPreview: true,
      bytes: { $0 == Self.picture ? Array(Self.drawing.utf8) : nil }, hash: { .sha256($0) })
  }
}

extension AuthoredCourse {
  private static let front = """
    ---
    title: "Mật khẩu mạnh"
    minutes: 25
    objectives: ["Đặt được một mật khẩu mạnh."]
    verify: V0
    status: published
    ---

    """

  private static let body = """

    ## Các bước

    1. Chọn ba từ.
    2. Viết liền: xem [mã OTP](glossary.vi.md#ma-otp).

    <!-- quiz id=strong-passwords-1 -->
    **Câu nào mạnh hơn?**

    - [ ] 12345678
      > Chưa đúng. Ai cũng đoán được.
    - [x] ba từ khác nhau
      > Đúng. Dài thì khó đoán.

    """

  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><path d=\"M0 0h8\"/></svg>"

  private static let sound: [File: String] = [
    .course: """
    schema: 1
    id: safe-online
    version: 1
    title: {vi: "An toàn trên mạng", en: "Safe online"}
    summary: {vi: "Giữ mình trên mạng.", en: "Stay safe online."}
    languages: [vi, en]
    license: CC-BY-4.0
    audience: {vi: "mọi người", en: "everyone"}
    level: basic
    order: 4
    lessons:
      - slug: strong-passwords
        title: {vi: "Mật khẩu mạnh", en: "Strong passwords"}
        minutes: 25
        competences: ["4.1"]
        household: [S4]
        verify: V0

    """,
    .lesson: front + body,
    .translation: front.replacing("Mật khẩu mạnh", with: "Strong passwords")
      .replacing("Đặt được một mật khẩu mạnh.", with: "Set a strong password.") + body,
    .glossary: """
    ---
    title: "Từ ngữ"
    summary: "Nghĩa của từ."
    ---

    ## Mã OTP

    Dãy số dùng một lần.

    """,
  ]
}

import Foundation

/// What lies in the folders of courses and pages: the only look at the disk for lessons.
struct LibraryFolder {
  /// Lessons, pages and glossaries.
  private(set) var manuscripts: [ManuscriptFile] = []
  /// By place, as `LinkIndex` has it.
  private(set) var assets: [String: Asset] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What lies right in the folder of the course that is read now, and that folder's name.
  private(set) var namesOfCourse: Set<String> = []
  private(set) var courseName = ""

  /// How far down folders are read.
  private static let depthLimit = 4

  /// Adds the lessons of every course, by its folder's name. The courses are read on all cores.
  mutating func read(courses root: String) throws {
    let root = root.withoutSlash
    let courses = try Self.names(in: root).parallelMap { name in
      Result { try Self(course: name, in: root) }
    }
    for course in courses { add(try course.get()) }
    for name in try Self.names(in: root) where LessonFileName.isMeant(by: name) {
      let path = "\(root)/\(name)"
      guard look(at: path, within: root) == .typeRegular else { continue }
      diagnostics.append(.misplaced(SourceFile(path: path, bytes: []), course: nil))
    }
  }

  private mutating func add(_ other: Self) {
    manuscripts += other.manuscripts
    assets.merge(other.assets) { first, _ in first }
    diagnostics += other.diagnostics
  }

  mutating func read(content root: String) throws {
    let root = root.withoutSlash
    try read(root, place: "content", within: root, depth: 1) { ManuscriptFile(page: $0) }
  }

  private mutating func read(
    _ folder: String, place: String, within root: String, depth: Int,
    as manuscript: (SourceFile) -> ManuscriptFile?
  ) throws {
    let names = try Self.names(in: folder)
    var taken = Set(names)
    let isOfCourse = place.hasPrefix("courses/")
    if isOfCourse, depth == 1 { namesOfCourse = taken }
    for name in names {
      let path = "\(folder)/\(name)"
      let kind = look(at: path, within: root)
      if kind == .typeDirectory, depth < Self.depthLimit, name != "data" {
        try read(
          path, place: "\(place)/\(name)", within: root, depth: depth + 1, as: { _ in nil })
      } else if kind == .typeRegular {
        let isBesideLessons = depth == 1 && isOfCourse
        if isOfCourse, depth > 1 { reportMisplaced(path) }
        let isSpare = isBesideLessons && reportMisnamed(path, taken: &taken)
        try add(
          path, place: "\(place)/\(name)", isBesideLessons: isBesideLessons,
          isSpare ? { _ in nil } : manuscript)
      }
    }
  }

  /// `taken` are the names that files of the folder have, or are to get.
  ///
  /// - Returns: whether the name that the file should have is among them.
  private mutating func reportMisnamed(_ path: String, taken: inout Set<String>) -> Bool {
    let file = SourceFile(path: path, bytes: [])
    guard let meant = LessonFileName.meant(by: file.name) else {
      reportPerhapsLesson(file, besides: taken)
      return false
    }
    let isDocument = LessonFileName.kind(of: file.name) == .document
    let isTaken = taken.contains(meant)
    // Where a lesson was written first may lie beside it.
    if isTaken, isDocument { return true }
    if !isDocument { taken.insert(meant) }
    diagnostics.append(.misnamed(file, meant: meant, isTaken: isTaken))
    return isTaken
  }

  /// A document with a number that no lesson has; beside a lesson it is what that was written from.
  private mutating func reportPerhapsLesson(_ file: SourceFile, besides names: Set<String>) {
    guard let meant = LessonFileName.perhapsMeant(by: file.name) else { return }
    let number = Int(meant.prefix(while: \.isNumber))
    let isWritten = names.contains {
      $0 != file.name && LessonFileName.isMeant(by: $0)
        && Int($0.prefix(while: \.isNumber)) == number
    }
    if !isWritten { diagnostics.append(.perhapsLesson(file, meant: meant)) }
  }

  /// A lesson in a folder below that of its course, unless it is a spare copy of one that is there.
  private mutating func reportMisplaced(_ path: String) {
    let file = SourceFile(path: path, bytes: [])
    guard LessonFileName.isMeant(by: file.name), LessonFileName.kind(of: file.name) != .document,
      !namesOfCourse.contains(LessonFileName.meant(by: file.name) ?? file.name)
    else { return }
    diagnostics.append(.misplaced(file, course: courseName))
  }

  private mutating func add(
    _ path: String, place: String, isBesideLessons: Bool,
    _ manuscript: (SourceFile) -> ManuscriptFile?
  ) throws {
    let isMarkdown = path.hasSuffix(".md")
    let most = isMarkdown ? SourceFile.markdownLimit + 1 : Asset.headLength
    let (bytes, status) = try Self.head(of: path, most: most)
    let source = SourceFile(path: path, bytes: bytes)
    let isText = isMarkdown && source.name != "README.md"
    if isText, let file = manuscript(source) {
      // That it is there is all that others see of its bytes.
      assets[place] = Asset(path: path, size: 0, bytes: [])
      manuscripts.append(file)
      return
    }
    let size = Int(status.st_size)
    let isCut = !isMarkdown && Asset.needsAll(of: size, after: bytes)
    let seen = isCut ? try Self.head(of: path, most: Asset.mostOfFile).bytes : bytes
    assets[place] = Asset(
      path: path, size: size, changed: status.nanoseconds, bytes: isMarkdown ? [] : seen)
    if isText, isBesideLessons, LessonFileName.meant(by: source.name) == nil {
      diagnostics.append(.badName(of: source))
    }
  }

  /// What `path` is; nil, and a finding, where links lead out of `root`.
  private mutating func look(at path: String, within root: String) -> FileAttributeType? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: break
    // Links are the only way out.
    case S_IFDIR: return .typeDirectory
    case S_IFREG: return .typeRegular
    default: return .typeUnknown
    }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let realRoot = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
    guard real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/") else {
      diagnostics.append(.outside(path))
      return nil
    }
    let type = try? FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
    // A link to a folder above it would never end.
    return type == .typeDirectory ? nil : type
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw CoursewareError.unreadable(path: folder, cause: error.localizedDescription)
    }
  }

  private static func head(of path: String, most: Int) throws -> (bytes: [UInt8], status: stat) {
    func refusal() -> CoursewareError {
      CoursewareError.unreadable(path: path, cause: String(cString: strerror(errno)))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refusal() }
    let size = Int(status.st_size)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: min(size, most)) { buffer, count in
      while count < buffer.count {
        let got = Foundation.read(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw refusal() }
    return (bytes, status)
  }
}

extension LibraryFolder {
  /// Of one course what lies in its folder.
  fileprivate init(course name: String, in root: String) throws {
    self.init()
    let path = "\(root)/\(name)"
    guard look(at: path, within: root) == .typeDirectory else { return }
    courseName = name
    try read(path, place: "courses/\(name)", within: root, depth: 1) {
      ManuscriptFile(course: name, source: $0)
    }
  }
}

extension stat {
  /// When the file was last written, since 1970.
  fileprivate var nanoseconds: Int { st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec }
}

extension String {
  fileprivate var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}

extension Diagnostic {
  fileprivate static func outside(_ path: String) -> Diagnostic {
    Diagnostic(
      path: path, position: .start, rule: .outsideFolder,
      summary: Words(
        vi: "liên kết này dẫn ra ngoài thư mục nên không được đọc",
        en: "this link leads out of the folder, so it is not read"),
      fix: Words(
        vi: "Chép tệp vào đây thay cho liên kết.", en: "Put a copy of the file in its place."))
  }

  fileprivate static func badName(of file: SourceFile) -> Diagnostic {
    Diagnostic(
      path: file.path, position: .start, rule: .lessonUnlisted,
      summary: Words(
        vi: "tên '\(file.name)' không phải tên của một bài học",
        en: "'\(file.name)' is not the name of a lesson"),
      fix: Words(
        vi: "Đặt tên như 03-ten-bai.vi.md, hoặc chuyển tệp đi nơi khác.",
        en: "Call it like 03-lesson-name.vi.md, or move it away."))
  }
}

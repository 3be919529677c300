package import Domain

/// The folders of courses and pages as they lie on the disk, before anything in them is understood.
package struct LibrarySources: Sendable {
  /// SHA-256 of what lessons and pages are made from.
  package struct Prints: Hashable, Sendable {
    /// Every `course.yaml`, `programme.yaml`, and the competence codes that exist.
    package let curriculum: ContentHash
    /// The files beside the lessons and pages, as far as they are looked at.
    package let assets: ContentHash
    /// Lessons and pages, by path.
    package let texts: [String: ContentHash]
    /// Everything.
    package let all: ContentHash
  }

  /// Nil where nobody asked for them.
  package let prints: Prints?
  let curriculumFiles: [SourceFile]
  let courseFolders: [String]
  /// By folder, what was to be its `course.yaml`.
  private(set) var misnamedCourseFiles: [String: String] = [:]
  let folder: LibraryFolder
  let competences: Set<String>?

  /// `content` is nil where there are no pages; `hash` is SHA-256, for prints.
  ///
  /// - Throws: `CoursewareError` where a folder or file cannot be read.
  package static func read(
    courses: String, content: String?, hash: (@Sendable ([UInt8]) -> ContentHash)? = nil
  ) throws -> LibrarySources {
    let (files, folders, misnamed) = try Curriculum.sources(in: courses)
    var folder = LibraryFolder()
    try folder.read(courses: courses)
    var competences: Set<String>?
    if let content, LibraryFolder.exists(content) {
      try folder.read(content: content)
      competences = Competences.read(content: content)
    }
    let prints = hash.map { Prints(files, folders, misnamed, folder, competences, hash: $0) }
    return LibrarySources(
      prints: prints, curriculumFiles: files, courseFolders: folders, misnamedCourseFiles: misnamed,
      folder: folder, competences: competences)
  }
}

extension LibrarySources.Prints {
  fileprivate init(
    _ files: [SourceFile], _ folders: [String], _ misnamed: [String: String],
    _ folder: LibraryFolder, _ competences: Set<String>?, hash: @Sendable ([UInt8]) -> ContentHash
  ) {
    var curriculum = RecordWriter()
    curriculum.add(files) {
      $0.add($1.path)
      $0.add($1.bytes)
    }
    curriculum.add(folders) { $0.add($1) }
    curriculum.add(misnamed.sorted { $0.key < $1.key }) {
      $0.add($1.key)
      $0.add($1.value)
    }
    curriculum.add(competences) { $0.add($1.sorted()) { $0.add($1) } }
    self.curriculum = hash(curriculum.bytes)

    var assets = RecordWriter()
    assets.add(folder.assets.sorted { $0.key < $1.key }) {
      $0.add($1.key)
      $0.add($1.value.size)
      $0.add($1.value.changed)
      $0.add(Int(bitPattern: UInt($1.value.print)))
    }
    self.assets = hash(assets.bytes)

    let hashes = folder.manuscripts.parallelMap { file in
      var writer = RecordWriter()
      writer.add(file.source.path)
      writer.add(file.source.bytes)
      return hash(writer.bytes)
    }
    let texts = Dictionary(
      zip(folder.manuscripts.map(\.source.path), hashes)
    ) { first, _ in first }
    self.texts = texts

    var all = RecordWriter()
    for part in [self.curriculum, self.assets] + hashes { all.add(part.bytes) }
    all.add(folder.diagnostics.map { $0.description("en") }) { $0.add($1) }
    self.all = hash(all.bytes)
  }
}

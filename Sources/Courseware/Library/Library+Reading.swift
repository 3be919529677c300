package import Domain
import Foundation

extension Library {
  /// Reads and checks the courses in one folder and the pages in another.
  ///
  /// `content` is nil where there are no pages; `today` decides which lessons wait for a local check,
  /// and nil asks for none; `now`, in milliseconds since 1970, which are not shown yet. `usedIDs` are quiz ids that once stood in a course, by its slug, and are
  /// given to no other question. What is wrong inside the files is in `diagnostics`.
  ///
  /// - Throws: `CoursewareError` where a folder or file cannot be read.
  package static func read(
    courses: String, content: String?, today: CalendarDay? = nil, now: Int64? = nil,
    usedIDs: [String: Set<String>] = [:]
  ) throws -> Library {
    let content = content.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    let codes = content.flatMap(Competences.read(content:))
    let curriculum = try Curriculum.read(folder: courses, competences: codes)
    var folder = LibraryFolder()
    try folder.read(courses: courses)
    if let content { try folder.read(content: content) }
    return Library(
      curriculum: curriculum, folder: folder,
      competences: codes, today: today, now: now, usedIDs: usedIDs)
  }

  init(
    curriculum: Curriculum, folder: LibraryFolder, competences: Set<String>?, today: CalendarDay?,
    now: Int64?, usedIDs: [String: Set<String>]
  ) {
    var diagnostics = curriculum.diagnostics + folder.diagnostics
    let read = folder.manuscripts.parallelMap { file in
      var found: [Diagnostic] = []
      let manuscript = Manuscript(file, competences: competences, diagnostics: &found)
      return (manuscript: manuscript, diagnostics: found)
    }
    diagnostics += read.flatMap(\.diagnostics)
    let manuscripts = read.compactMap(\.manuscript)
    let shelf = Shelf(
      curriculum: curriculum, manuscripts: manuscripts, files: folder.manuscripts,
      assets: folder.assets, today: today, now: now)
    diagnostics += shelf.check()
    let repairs = Self.repairs(of: folder.manuscripts, found: diagnostics, used: usedIDs)
    self.init(
      curriculum: curriculum,
      lessons: manuscripts.compactMap(\.lesson).sorted {
        ($0.course, $0.number, $0.slug, $0.language) < ($1.course, $1.number, $1.slug, $1.language)
      },
      pages: manuscripts.compactMap(\.page).sorted {
        ($0.name, $0.language) < ($1.name, $1.language)
      },
      diagnostics: diagnostics.offering(repairs).sorted(),
      repairs: (curriculum.repairs + repairs).sorted { $0.path < $1.path },
      photos: shelf.photosWithNotes, now: now)
  }
}

extension Competences {
  /// The codes in the frameworks beside the pages; nil where there are none.
  fileprivate static func read(content: String) -> Set<String>? {
    var texts: [String: String] = [:]
    for file in files {
      texts[file.name] = try? String(
        contentsOfFile: "\(content)/data/frameworks/\(file.name)", encoding: .utf8)
    }
    return codes(in: texts)
  }
}

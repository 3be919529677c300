package import Domain
import Foundation

extension Library {
  /// Reads and checks the courses in one folder and the pages in another.
  ///
  /// `content` is nil where there are no pages; `today` decides which lessons wait for a local check,
  /// and nil asks for none; `now`, in milliseconds since 1970, which are not shown yet. `usedIDs` are
  /// quiz ids that once stood in a course, by its slug, and are given to no other question. What is
  /// wrong inside the files is in `diagnostics`.
  ///
  /// - Throws: `CoursewareError` where a folder or file cannot be read.
  package static func read(
    courses: String, content: String?, today: CalendarDay? = nil, now: Int64? = nil,
    usedIDs: [String: Set<String>] = [:]
  ) throws -> Library {
    var memory = LibraryMemory()
    return Library(
      try LibrarySources.read(courses: courses, content: content), today: today, now: now,
      usedIDs: usedIDs, memory: &memory)
  }

  /// Reads what `memory` does not know, and leaves there what these sources came to, where they have
  /// prints.
  package init(
    _ sources: LibrarySources, today: CalendarDay?, now: Int64?,
    usedIDs: [String: Set<String>] = [:], memory: inout LibraryMemory
  ) {
    let curriculum = Curriculum(
      files: sources.curriculumFiles, folders: sources.courseFolders,
      misnamed: sources.misnamedCourseFiles, competences: sources.competences)
    let folder = sources.folder
    var diagnostics = curriculum.diagnostics + folder.diagnostics
    let codes = sources.competences?.sorted().joined(separator: " ") ?? ""
    if memory.codes != codes { memory = LibraryMemory() }
    let known = memory.records
    let texts = folder.manuscripts.parallelMap { file in
      let print = sources.prints?.texts[file.source.path]
      return ReadText(
        file, competences: sources.competences, print: print, known: print.flatMap { known[$0] })
    }
    memory.codes = codes
    memory.records = Dictionary(texts.compactMap(\.record)) { first, _ in first }
    diagnostics += texts.flatMap(\.diagnostics)
    let manuscripts = texts.compactMap(\.manuscript)
    let shelf = Shelf(
      curriculum: curriculum, manuscripts: manuscripts, files: folder.manuscripts,
      assets: folder.assets, today: today, now: now)
    diagnostics += shelf.check()
    let paths = diagnostics.contains { $0.rule == .linkUnsafe } ? shelf.windowsPathEdits : [:]
    let repairs = Self.repairs(
      of: folder.manuscripts, found: diagnostics, paths: paths, used: usedIDs,
      isThere: shelf.isThere)
    self.init(
      curriculum: curriculum,
      lessons: manuscripts.compactMap(\.lesson).sorted {
        ($0.course, $0.number, $0.slug, $0.language) < ($1.course, $1.number, $1.slug, $1.language)
      },
      pages: manuscripts.compactMap(\.page).sorted {
        ($0.name, $0.language) < ($1.name, $1.language)
      },
      diagnostics: diagnostics.offering(repairs).sorted(),
      repairs: (curriculum.repairs + repairs.filter(\.changesAnything)).sorted {
        $0.path < $1.path
      },
      photos: shelf.photosWithNotes, files: Array(folder.assets.keys), now: now,
      prints: sources.prints)
  }
}

/// A file with what reading it came to, now or before.
private struct ReadText {
  let manuscript: Manuscript?
  let diagnostics: [Diagnostic]
  let record: (ContentHash, [UInt8])?

  init(
    _ file: ManuscriptFile, competences: Set<String>?, print: ContentHash?, known: [UInt8]?
  ) {
    if let print, let known, let record = try? ManuscriptRecord(known) {
      manuscript = Manuscript(file, record)
      diagnostics = record.diagnostics
      self.record = (print, known)
      return
    }
    var found: [Diagnostic] = []
    let manuscript = Manuscript(file, competences: competences, diagnostics: &found)
    self.manuscript = manuscript
    diagnostics = found
    let record = manuscript.flatMap { ManuscriptRecord($0, diagnostics: found) }
    self.record = print.flatMap { print in record.map { (print, $0.bytes) } }
  }
}

extension Competences {
  /// The codes in the frameworks beside the pages; nil where there are none.
  static func read(content: String) -> Set<String>? {
    var texts: [String: String] = [:]
    for file in files {
      texts[file.name] = try? String(
        contentsOfFile: "\(content)/data/frameworks/\(file.name)", encoding: .utf8)
    }
    return codes(in: texts)
  }
}

import Courseware
import Domain
import Foundation
import Preview
import Site

/// Makes one edition of a preview after the other.
struct PreviewRoom {
  let global: GlobalOptions
  let sources: SiteSources
  let design: SiteDesign
  let workspace: Workspace
  private var latest: PreviewEdition?
  private var memory = LibraryMemory()
  private var kept = KeptSite()

  init(
    _ global: GlobalOptions, _ sources: SiteSources, _ design: SiteDesign, in workspace: Workspace
  ) {
    self.global = global
    self.sources = sources
    self.design = design
    self.workspace = workspace
  }

  /// Reads everything as it is now, drafts too. While something is broken, pages that cannot be made
  /// stay as they were last. `saved` are the files that changed: findings in them come first.
  mutating func edition(saved: Set<String>) throws -> (PreviewEdition, errors: Int) {
    let library = Library(
      try sources.files(global, in: workspace), today: CalendarDay(milliseconds: workspace.now()),
      now: workspace.now(), memory: &memory)
    let pictures = SourceFiles(try sources.folders(global, in: workspace))
    let site = Site(
      design.source(library, pictures, isPreview: true),
      templates: try design.templates(in: workspace)
    )
    let files = LessonProgress.show(in: workspace) { kept.files(of: site, done: $0) }
    var pages = Dictionary(files.map { ($0.path, $1) }) { first, _ in first }
    if let latest, library.hasErrors {
      pages.merge(latest.files) { now, _ in now }
    }
    let own = library.diagnostics.filter { saved.contains($0.path) }
    let others = library.diagnostics.filter { !saved.contains($0.path) }
    let findings = Listing(own + others, as: SiteFindings.shape(in: workspace), table: Table([]))
    let edition = PreviewEdition(
      number: (latest?.number ?? 0) + 1, files: pages, findings: try findings.json.json,
      language: Language.current.rawValue)
    latest = edition
    return (edition, library.diagnostics.count { $0.severity == .error })
  }
}

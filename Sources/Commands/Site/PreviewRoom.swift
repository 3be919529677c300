import Courseware
import Foundation
import Preview
import Site
import Synchronization

/// Makes one edition of a preview after the other.
struct PreviewRoom {
  let global: GlobalOptions
  let sources: SiteSources
  let design: SiteDesign
  let workspace: Workspace
  private var latest: PreviewEdition?

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
    let library = try sources.library(global, in: workspace)
    let files = SourceFiles(try sources.folders(global, in: workspace))
    let site = Site(
      design.source(library, files, isPreview: true), templates: try design.templates(in: workspace)
    )
    let made = Mutex<[String: [UInt8]]>([:])
    try site.make(in: workspace) { address, bytes in made.withLock { $0[address.path] = bytes } }
    var pages = made.withLock(\.self)
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

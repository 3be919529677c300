import Courseware
import Domain

/// The files of a site in memory, of which the next edition makes again only the parts that changed.
package struct KeptSite: Sendable {
  private struct Part: Sendable {
    let key: ContentHash?
    let trace: SitePartTrace
    let files: [(Address, [UInt8])]
  }

  private var parts: [SitePart: Part] = [:]

  package init() {}

  /// Every file of `site`. `done` hears of each part that is made how many lessons it has, from any
  /// thread.
  package mutating func files(
    of site: Site, done: @Sendable (_ lessons: Int) -> Void
  ) -> [Address: [UInt8]] {
    let basis = Site.basis(
      program: "", templates: site.templates, baseURL: site.source.baseURL, hash: site.source.hash)
    let known = parts
    let made = site.parts.parallelMap { part in
      let key = site.key(of: part, basis: basis)
      if let key, let before = known[part], before.key == key { return before }
      var files: [(Address, [UInt8])] = []
      let trace = site.forEachFile(of: part) { files.append(($0, $1)) }
      done(site.lessonCount(of: part))
      return Part(key: key, trace: trace, files: files)
    }
    parts = Dictionary(zip(site.parts, made)) { first, _ in first }
    var files = Dictionary(made.flatMap(\.files)) { first, _ in first }
    site.forEachFile(after: made.map(\.trace)) { files[$0] = $1 }
    return files
  }
}

package import Courseware
package import Domain

/// A build of a site into its folder that makes again only what changed since the one before.
package struct RememberingBuild: Sendable {
  private let sources: LibrarySources
  private let templates: Templates
  private let baseURL: String?
  /// Another after every change of the program, whatever its version is called.
  private let program: String
  /// In milliseconds since 1970: decides which lessons are shown already.
  private let now: Int64
  /// As in `SiteSource`.
  private let bytes: @Sendable (_ file: String) -> [UInt8]?
  private let hash: @Sendable ([UInt8]) -> ContentHash

  package struct Outcome: Sendable {
    package let changes: SiteChanges
    /// How many the sources have: what they are in is left out.
    package let errors: Int
  }

  package init(
    of sources: LibrarySources, templates: Templates, baseURL: String?, program: String, now: Int64,
    bytes: @escaping @Sendable (_ file: String) -> [UInt8]?,
    hash: @escaping @Sendable ([UInt8]) -> ContentHash
  ) {
    self.sources = sources
    self.templates = templates
    self.baseURL = baseURL
    self.program = program
    self.now = now
    self.bytes = bytes
    self.hash = hash
  }

  /// `done` hears of each part how many lessons it has, from any thread; of a site of which nothing
  /// changed it hears nothing.
  ///
  /// - Throws: `SiteFolderError`.
  package func run(
    into path: String, done: @Sendable (_ lessons: Int) -> Void
  ) throws -> Outcome {
    let (opened, kept) = together(
      { Result { () throws(SiteFolderError) in try SiteFolder(path) } },
      { SiteMemory(ofSite: path, program: program, hash: hash) })
    let folder = try opened.get()
    var memory = kept
    let isAsBefore = try knows(all: memory) && folder.keep(memory.stamps)
    if !isAsBefore { try build(into: folder, &memory, done: done) }
    let changes = try folder.finish()
    if !isAsBefore {
      memory.whole = whole(memory.moments)
      memory.write(toSite: path, program: program, hash: hash)
    }
    return Outcome(changes: changes, errors: memory.errors)
  }

  private func knows(all memory: SiteMemory) -> Bool {
    memory.whole.map { $0 == whole(memory.moments) } ?? false
  }

  private func build(
    into folder: SiteFolder, _ memory: inout SiteMemory, done: @Sendable (Int) -> Void
  ) throws {
    // What waits for a local check is on no page.
    let library = Library(sources, today: nil, now: now, memory: &memory.library)
    let source = SiteSource(library: library, baseURL: baseURL, bytes: bytes, hash: hash)
    try Site(source, templates: templates)
      .build(into: folder, basis: basis, memory: &memory, done: done)
    memory.errors = library.diagnostics.count { $0.severity == .error }
    memory.moments = library.publicationTimes.map(\.milliseconds)
  }

  private var basis: ContentHash {
    Site.basis(program: program, templates: templates, baseURL: baseURL, hash: hash)
  }

  /// Of everything, the time too as far as it matters: how many of `moments` are gone. These are those
  /// of the same sources, or the hash is another anyway. Nil where sources have no prints.
  private func whole(_ moments: [Int64]) -> ContentHash? {
    guard let prints = sources.prints else { return nil }
    var writer = RecordWriter()
    writer.add(basis.bytes)
    writer.add(prints.all.bytes)
    writer.add(moments.count { $0 <= now })
    return hash(writer.bytes)
  }
}

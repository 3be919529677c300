import Courseware
import Domain

/// The library as a site.
///
/// ```
/// parts -> files of each, in any order or at once -> what is of all: search index, pictures, sitemap
/// ```
package struct Site: Sendable {
  let source: SiteSource
  let templates: Templates
  let shelf: Shelf
  private let words: [String: InterfaceWords]
  /// The name of each language in itself; one that has no words yet is called by its tag.
  private let languageNames: [(language: String, name: String)]
  private let styleSheet: StyleSheet
  /// For the keys of parts.
  let common: ContentHash

  package init(_ source: SiteSource, templates: Templates) {
    self.source = source
    self.templates = templates
    let shelf = Shelf(source.library, withDrafts: source.isPreview)
    self.shelf = shelf
    words = Dictionary(
      uniqueKeysWithValues: shelf.languages.map { ($0, templates.words(in: $0)) })
    languageNames = shelf.languages.map { language in
      let words = InterfaceWords(
        language: language, file: templates.file("words.\(language).txt"))
      return (language, words.byKey["languageName"] ?? language)
    }
    let style = templates.file("style.css")
    let hash = source.hash(Array(style.utf8))
    common = Self.common(source, shelf)
    styleSheet = StyleSheet(
      text: style, policyHash: "sha256-\(Base64.text(of: hash.bytes))")
  }

  /// The pages in each language, before they are rendered.
  package func forEachPage(_ body: (SitePage) throws -> Void) rethrows {
    for part in parts {
      let edition = edition(in: part.language, pictures: Pictures(read: source.bytes))
      try forEachPage(of: part, edition, entries(of: part, edition), body)
    }
    try forEachCourse { edition, course, entries in
      try body(edition.course(course, entries: entries, copySize: DataSize(bytes: 0)))
    }
  }

  /// The same library gives the same bytes in the same order.
  package func forEachFile(_ body: (Address, [UInt8]) throws -> Void) rethrows {
    let traces = try parts.map { try forEachFile(of: $0, body) }
    try forEachFile(after: traces, body)
  }

  /// In the order in which they are searched.
  package var parts: [SitePart] {
    shelf.languages.enumerated().flatMap { index, language in
      (shelf.courses.map(\.slug) + [nil]).map {
        SitePart(language: language, course: $0, isFirst: index == 0 && $0 == nil)
      }
    }
  }

  /// The pages of lessons in each language, as their learners read them.
  package var lessonAddresses: Set<Address> {
    Set(
      shelf.languages.flatMap { language in
        shelf.courses.flatMap { course in
          course.lessons.map { .lesson(course.slug, $0.slug, language) }
        }
      })
  }

  /// How many lessons a part has, for whoever waits.
  func lessonCount(of part: SitePart) -> Int {
    shelf.courses.first { $0.slug == part.course }?.lessons.count ?? 0
  }

  /// The files of one part.
  package func forEachFile(
    of part: SitePart, _ body: (Address, [UInt8]) throws -> Void
  ) rethrows -> SitePartTrace {
    let pictures = Pictures(read: source.bytes)
    let edition = edition(in: part.language, pictures: pictures)
    let entries = entries(of: part, edition)
    var trace = SitePartTrace(part)
    try forEachPage(of: part, edition, entries) { page in
      let bytes = Array(templates.render(page).utf8)
      if page.isListed { trace.listed.append(page.address) }
      if page.isKept { trace.weights[page.address] = weight(of: bytes) }
      try body(page.address, bytes)
    }
    trace.pictures = pictures.used
    if let course = course(of: part) {
      trace.texts = edition.searchTexts(of: course, entries)
      trace.kept = edition.keptFiles(of: course, entries)
    } else {
      trace.texts = edition.searchTextsOfPages
      let script = Array((edition.words.script + templates.file("site.js")).utf8)
      trace.weights[.script(part.language)] = weight(of: script)
      try body(.script(part.language), script)
    }
    return trace
  }

  /// The files that stand for all parts together; `traces` are of all, in their order.
  ///
  /// `stands` tells of a course's page and the list of its copy, from any thread, whether they are left
  /// as they are; it is given all that the copy holds beside that page.
  func forEachFile(
    after traces: [SitePartTrace],
    stands: @Sendable (SitePart, OfflineCopy) -> Bool = { _, _ in false },
    _ body: (Address, [UInt8]) throws -> Void
  ) rethrows {
    for files in shelf.languages.parallelMap({ searchFiles(in: $0, of: traces) }) {
      for (address, bytes) in files { try body(address, bytes) }
    }
    var weights = traces.reduce(into: [:]) { weights, trace in
      weights.merge(trace.weights) { weight, _ in weight }
    }
    for name in ["style.css", "look.js", "icon.svg", "browser.svg"] {
      let bytes = Array(templates.file(name).utf8)
      weights[.asset(name)] = weight(of: bytes)
      try body(.asset(name), bytes)
    }
    // Whoever writes must see the text as it is now, so a preview has no copies.
    let scripts: [Address] = source.isPreview ? [.previewStyle, .previewScript] : [.worker]
    for address in scripts { try body(address, Array(templates.file(address.name).utf8)) }
    for file in traces.reduce(into: Set(), { $0.formUnion($1.pictures) }).sorted() {
      guard let bytes = source.bytes(file) else { continue }
      weights[.file(file)] = weight(of: bytes)
      try body(.file(file), bytes)
    }
    var listed = traces.flatMap(\.listed)
    let kept = Dictionary(uniqueKeysWithValues: traces.map { ($0.part, $0.kept) })
    let fronts = courseFronts(keeping: kept, weights, stands: stands)
    for front in fronts {
      listed.append(front.address)
      if let page = front.page { try body(front.address, page) }
      if let copy = front.copy { try body(copy.address, copy.manifest) }
    }
    for (address, text) in searchEngineFiles(listed) { try body(address, Array(text.utf8)) }
  }

  private func searchFiles(
    in language: String, of traces: [SitePartTrace]
  ) -> [(Address, [UInt8])] {
    var index = SearchIndex()
    for trace in traces where trace.language == language {
      for text in trace.texts { index.add(text) }
    }
    var files: [(Address, [UInt8])] = []
    index.forEachFile { files.append((.searchFile($0, language), Array($1.utf8))) }
    return files
  }

  func weight(of bytes: [UInt8]) -> OfflineCopy.Weight {
    OfflineCopy.Weight(size: bytes.count, hash: source.hash(bytes))
  }

  private func course(of part: SitePart) -> CourseDefinition? {
    shelf.courses.first { $0.slug == part.course }
  }

  /// The lessons of a course with their blocks.
  private func entries(of part: SitePart, _ edition: Edition) -> [Edition.Entry] {
    course(of: part).map { edition.entries(of: $0).map(\.opened) } ?? []
  }

  private func forEachPage(
    of part: SitePart, _ edition: Edition, _ entries: [Edition.Entry],
    _ body: (SitePage) throws -> Void
  ) rethrows {
    if let course = course(of: part) {
      try edition.forEachPage(of: course, entries, body)
    } else {
      if part.isFirst {
        try body(edition.home(at: .root))
        try body(edition.notFound())
      }
      try edition.forEachOtherPage(body)
    }
  }

  /// The courses of each language, with their lessons as they are listed.
  private func forEachCourse(
    _ body: (Edition, CourseDefinition, [Edition.Entry]) throws -> Void
  ) rethrows {
    for language in shelf.languages {
      let edition = edition(in: language, pictures: Pictures(read: source.bytes))
      for course in shelf.courses {
        try body(edition, course, edition.entries(of: course))
      }
    }
  }

  func edition(in language: String, pictures: Pictures) -> Edition {
    Edition(
      language: language, shelf: shelf, source: source,
      words: words[language] ?? templates.words(in: language),
      languageNames: languageNames, styleSheet: styleSheet, pictures: pictures)
  }

  private func searchEngineFiles(_ listed: [Address]) -> [(Address, String)] {
    let rules = "User-agent: *\nAllow: /\n"
    guard let base = source.baseURL else { return [(Address("robots.txt"), rules)] }
    var map = HTML()
    map.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    map.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for address in listed.sorted() {
      map.markup("<url><loc>")
      map.text(address.url(below: base))
      map.markup("</loc></url>\n")
    }
    map.markup("</urlset>\n")
    let sitemap = Address("sitemap.xml")
    return [
      (Address("robots.txt"), rules + "Sitemap: \(sitemap.url(below: base))\n"),
      (sitemap, map.text),
    ]
  }
}

extension SitePage {
  /// Whether search engines are told of it: not of a page's other forms.
  fileprivate var isListed: Bool {
    switch template {
    case .home: address != .root
    case .course, .lesson, .page, .skill: true
    case .teach, .handout, .questions, .print, .file, .search, .offline, .notfound, .lost, .moved:
      false
    }
  }

  /// Whether it may be part of a copy that a reader keeps.
  fileprivate var isKept: Bool {
    switch template {
    case .home: address != .root
    case .course, .lesson, .handout, .questions, .file, .page, .skill, .offline: true
    case .teach, .print, .search, .notfound, .lost, .moved: false
    }
  }
}

extension Edition {
  /// What learners read of a course's lessons, and nothing else.
  func searchTexts(of course: CourseDefinition, _ entries: [Entry]) -> [SearchIndex.Text] {
    entries.compactMap(\.shown?.text).map { lesson in
      let matter = lesson.frontMatter
      return SearchIndex.Text(
        .lesson(course.slug, lesson.slug, language), title: matter.title,
        place: course.titles[language],
        text: ([lesson.learnerBlocks.searchText] + matter.keywords + matter.objectives)
          .joined(separator: " "))
    }
  }

  /// Of the pages that are no lessons, and of each word that a glossary explains.
  var searchTextsOfPages: [SearchIndex.Text] {
    shelf.pageNames.flatMap { name -> [SearchIndex.Text] in
      guard let page = shelf.page(name, in: language)?.text else { return [] }
      let address = Address.page(name, language)
      let (before, words) = page.isGlossary ? page.words : (page.blocks, [])
      let whole = SearchIndex.Text(
        address, title: page.title, place: "",
        text: "\(page.summary) \(before.withoutInstructor.searchText)")
      return [whole]
        + words.map { word, blocks in
          SearchIndex.Text(
            address, anchor: word.id, title: word.content.plainText, place: page.title,
            text: blocks.withoutInstructor.searchText)
        }
    }
  }
}

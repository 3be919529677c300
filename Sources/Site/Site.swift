import Courseware
import Domain

/// The library as a site.
///
/// ```
/// parts -> files of each, in any order or at once -> what is of all: search index, pictures, sitemap
/// ```
package struct Site: Sendable {
  private let source: SiteSource
  private let templates: Templates
  private let shelf: Shelf
  private let words: [String: InterfaceWords]
  /// The name of each language in itself; one that has no words yet is called by its tag.
  private let languageNames: [(language: String, name: String)]
  private let styleSheet: StyleSheet

  package init(_ source: SiteSource, templates: Templates, withDrafts: Bool = false) {
    self.source = source
    self.templates = templates
    let shelf = Shelf(source.library, withDrafts: withDrafts)
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
    styleSheet = StyleSheet(
      text: style, policyHash: "sha256-\(Base64.text(of: hash.bytes))")
  }

  /// The pages in each language, before they are rendered.
  package func forEachPage(_ body: (SitePage) throws -> Void) rethrows {
    for part in parts {
      let edition = edition(in: part.language, pictures: Pictures(read: source.bytes))
      try forEachPage(of: part, edition, entries(of: part, edition), body)
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

  /// How many lessons a part has, for whoever waits.
  package func lessonCount(of part: SitePart) -> Int {
    shelf.courses.first { $0.slug == part.course }?.lessons.count ?? 0
  }

  /// The files of one part.
  package func forEachFile(
    of part: SitePart, _ body: (Address, [UInt8]) throws -> Void
  ) rethrows -> SitePartTrace {
    let pictures = Pictures(read: source.bytes)
    let edition = edition(in: part.language, pictures: pictures)
    let entries = entries(of: part, edition)
    var trace = SitePartTrace(language: part.language)
    try forEachPage(of: part, edition, entries) { page in
      if page.isListed { trace.listed.append(page.address) }
      try body(page.address, Array(templates.render(page).utf8))
    }
    trace.pictures = pictures.used
    if let course = course(of: part) {
      trace.texts = edition.searchTexts(of: course, entries)
    } else {
      trace.texts = edition.searchTextsOfPages
      let script = edition.words.script + templates.file("site.js")
      try body(.script(part.language), Array(script.utf8))
    }
    return trace
  }

  /// The files that stand for all parts together; `traces` are of all, in their order.
  package func forEachFile(
    after traces: [SitePartTrace], _ body: (Address, [UInt8]) throws -> Void
  ) rethrows {
    for language in shelf.languages {
      var index = SearchIndex()
      for trace in traces where trace.language == language {
        for text in trace.texts { index.add(text) }
      }
      try index.forEachFile { try body(.searchFile($0, language), Array($1.utf8)) }
    }
    for name in ["style.css", "icon.svg"] {
      try body(.asset(name), Array(templates.file(name).utf8))
    }
    for file in traces.reduce(into: Set(), { $0.formUnion($1.pictures) }).sorted() {
      if let bytes = source.bytes(file) { try body(.file(file), bytes) }
    }
    for (address, text) in searchEngineFiles(traces.flatMap(\.listed)) {
      try body(address, Array(text.utf8))
    }
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

  private func edition(in language: String, pictures: Pictures) -> Edition {
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
    case .teach, .handout, .questions, .print, .file, .search, .notfound, .moved: false
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

  var searchTextsOfPages: [SearchIndex.Text] {
    shelf.pageNames.compactMap { name in
      guard let page = shelf.page(name, in: language)?.text else { return nil }
      return SearchIndex.Text(
        .page(name, language), title: page.title, place: "",
        text: "\(page.summary) \(page.blocks.withoutInstructor.searchText)")
    }
  }
}

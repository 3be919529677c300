import Courseware
import Domain

/// The library as a site: every file that belongs to it, one after the other.
package struct Site {
  private let source: SiteSource
  private let templates: Templates
  private let shelf: Shelf

  package init(_ source: SiteSource, templates: Templates, withDrafts: Bool = false) {
    self.source = source
    self.templates = templates
    shelf = Shelf(source.library, withDrafts: withDrafts)
  }

  /// The pages in each language, before they are rendered.
  package func forEachPage(_ body: (SitePage) throws -> Void) rethrows {
    try forEachPage(pictures: Pictures(read: source.bytes), body)
  }

  /// The same library gives the same bytes in the same order.
  package func forEachFile(_ body: (Address, [UInt8]) throws -> Void) rethrows {
    let pictures = Pictures(read: source.bytes)
    var listed: [Address] = []
    try forEachPage(pictures: pictures) { page in
      if page.isListed { listed.append(page.address) }
      try body(page.address, Array(templates.render(page).utf8))
    }
    for language in shelf.languages {
      let words = templates.words(in: language)
      let script = words.script + templates.file("site.js")
      try body(.script(language), Array(script.utf8))
      let edition = edition(in: language, pictures: pictures)
      for file in edition.searchIndex.files {
        try body(.searchFile(file.name, language), Array(file.text.utf8))
      }
    }
    for name in ["style.css", "icon.svg"] {
      try body(.asset(name), Array(templates.file(name).utf8))
    }
    for file in pictures.used.sorted() {
      if let bytes = pictures.bytes(file) { try body(.file(file), bytes) }
    }
    for (address, text) in searchEngineFiles(listed) { try body(address, Array(text.utf8)) }
  }

  private func forEachPage(
    pictures: Pictures, _ body: (SitePage) throws -> Void
  ) rethrows {
    for (index, language) in shelf.languages.enumerated() {
      let edition = edition(in: language, pictures: pictures)
      if index == 0 {
        try body(edition.home(at: .root))
        try body(edition.notFound())
      }
      try edition.forEachPage(body)
    }
  }

  private func edition(in language: String, pictures: Pictures) -> Edition {
    let style = templates.file("style.css")
    let hash = source.hash(Array(style.utf8))
    return Edition(
      language: language, shelf: shelf, source: source, words: templates.words(in: language),
      languageNames: shelf.languages.map { ($0, name(of: $0)) },
      styleSheet: StyleSheet(text: style, policyHash: "sha256-\(Base64.text(of: hash.bytes))"),
      pictures: pictures)
  }

  /// A language that has no words yet is called by its tag, not by another's name.
  private func name(of language: String) -> String {
    let words = InterfaceWords(language: language, file: templates.file("words.\(language).txt"))
    return words.byKey["languageName"] ?? language
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
  /// Of what learners read, and of nothing else.
  var searchIndex: SearchIndex {
    var index = SearchIndex()
    for course in shelf.courses {
      for lesson in entries(of: course).compactMap(\.shown).map(\.text) {
        let matter = lesson.frontMatter
        index.add(
          .lesson(course.slug, lesson.slug, language), title: matter.title,
          place: course.titles[language],
          text: ([lesson.learnerBlocks.searchText] + matter.keywords + matter.objectives)
            .joined(separator: " "))
      }
    }
    for name in shelf.pageNames {
      guard let page = shelf.page(name, in: language)?.text else { continue }
      index.add(
        .page(name, language), title: page.title, place: "",
        text: "\(page.summary) \(page.blocks.withoutInstructor.searchText)")
    }
    return index
  }
}

import Courseware

extension Edition {
  /// What every page has: its head, and what stands above and below its text. `elsewhere` is the same
  /// page in another language.
  func frame(
    at address: Address, title: String, summary: String, elsewhere: (String) -> Address
  ) -> Context {
    let isHome = address == .home(language) || address == .root
    // What is shown in place of a missing page may stand in any folder, so it needs whole addresses.
    func href(to other: Address) -> String {
      guard address == .notFound, let base = baseOfNotFound else { return address.href(to: other) }
      return other.url(below: base)
    }
    return [
      "language": .text(language),
      "title": .text(title),
      "fullTitle": .text(
        isHome ? "\(title) · \(words[.tagline])" : "\(title) · \(words[.siteName])"),
      "summary": .text(summary),
      "words": .part(words.context),
      "homeHref": .text(href(to: .home(language))),
      "searchHref": .text(href(to: .search(language))),
      "styleHref": .text(href(to: .asset("style.css"))),
      "lookHref": .text(href(to: .asset("look.js"))),
      "scriptHref": .text(href(to: .script(language))),
      "iconHref": .text(href(to: .asset("icon.svg"))),
      "preview": .part(
        source.isPreview
          ? [
            "styleHref": .text(href(to: .previewStyle)),
            "scriptHref": .text(href(to: .previewScript)),
          ] : nil),
      "web": .part(
        source.baseURL.map { base in
          [
            "url": .text(address.url(below: base)),
            "card": .part(card(below: base, from: address)),
            "elsewhere": .list(
              shelf.languages.map {
                ["language": .text($0), "url": .text(elsewhere($0).url(below: base))]
              }),
          ]
        }),
      "languages": .list(
        languageNames.map { other in
          [
            "language": .text(other.language), "name": .text(other.name),
            "href": .text(href(to: elsewhere(other.language))),
            "isHere": .flag(other.language == language),
          ]
        }),
      "hasMenu": .flag(!shelf.pageNames.isEmpty),
      "menu": .list(
        shelf.pageNames.compactMap { name in
          shelf.page(name, in: language).map {
            [
              "title": .text($0.text.title), "href": .text(href(to: .page(name, language))),
              "language": .text($0.text.language),
            ]
          }
        }),
    ]
  }

  /// The picture that chats show where somebody passes a page on: `content/images/card.vi.png`.
  private func card(below base: String, from address: Address) -> Context? {
    let file = "content/images/card.\(language).png"
    guard let size = pictures.picture(file, from: address)?.size else { return nil }
    return [
      "url": .text(Address.file(file).url(below: base)),
      "width": .text("\(size.width)"), "height": .text("\(size.height)"),
    ]
  }

  /// What a reader is told of a text that is not, or not quite, in the language of the page.
  func notice(_ standing: Shelf.Standing, original: Address?, from address: Address)
    -> Context.Value
  {
    let word: InterfaceWord
    switch standing {
    case .current: return .part(nil)
    case .missing: word = .missing
    case .stale: word = .stale
    }
    let link: Context? = original.map { ["href": .text(address.href(to: $0))] }
    return .part(["text": .text(words[word]), "original": .part(link)])
  }

  /// The way down from the first page.
  func crumbs(_ steps: [(title: String, address: Address?)], from address: Address) -> Context.Value
  {
    let home: (title: String, address: Address?) = (words[.home], .home(language))
    return .list(
      ([home] + steps).map { step in
        [
          "title": .text(step.title),
          "link": .optional(step.address.map { address.href(to: $0) }, as: "href"),
        ]
      })
  }
}

extension Address {
  static let root = Address("index.html")
  static let notFound = Address("404.html")

  /// What only a preview has: it reloads pages and shows findings in them.
  static let previewStyle = Address(".lantoa/preview.css")
  static let previewScript = Address(".lantoa/preview.js")

  /// The script, which begins with the words of its language.
  static func script(_ language: String) -> Address { .asset("site.\(language).js") }
}

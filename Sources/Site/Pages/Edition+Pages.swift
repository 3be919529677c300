import Courseware
import Domain

extension Edition {
  func contentPage(_ shown: Shelf.Shown<Page>) -> SitePage {
    let page = shown.text
    let address = Address.page(page.name, language)
    let context: Context = [
      "crumbs": crumbs([(page.title, nil)], from: address),
      "pageTitle": .text(page.title), "pageLanguage": .text(page.language),
      "pageSummary": .text(page.summary),
      "notice": notice(shown.standing, original: nil, from: address),
      "body": .text(
        BlockWriter.text(page.blocks.withoutInstructor, in: setting(at: address, of: .page(page)))),
    ]
    return SitePage(
      address: address, template: .page,
      context: frame(
        at: address, title: page.title, summary: page.summary,
        elsewhere: { .page(page.name, $0) }
      ).merging(context))
  }

  func search() -> SitePage {
    let address = Address.search(language)
    let courses = shelf.courses.compactMap { course -> Context? in
      let lessons = entries(of: course).compactMap(\.shown)
      if lessons.isEmpty { return nil }
      return [
        "title": .text(course.titles[language]),
        "lessons": .list(lessons.map { item(of: $0, in: course, from: address) }),
      ]
    }
    let context: Context = [
      "crumbs": crumbs([(words[.search], nil)], from: address),
      "courses": .list(courses),
      // Scripts, because a page that is opened as a file may read nothing else.
      "indexHref": .text(address.href(to: .searchFile("pages", language))),
    ]
    return SitePage(
      address: address, template: .search,
      context: frame(
        at: address, title: words[.search], summary: words[.searchHow], elsewhere: Address.search
      ).merging(context))
  }

  /// For an address that leads nowhere. Servers show it in any folder, so where nobody knows the address
  /// of the site it carries its style and leads only to the root of the server, where most sites stand.
  func notFound() -> SitePage {
    let address = Address.notFound
    let context = frame(
      at: address, title: words[.notFound], summary: words[.notFoundWhy], elsewhere: Address.home)
    if baseOfNotFound != nil {
      return SitePage(address: address, template: .notfound, context: context)
    }
    return SitePage(
      address: address, template: .lost,
      context: context.merging([
        "style": .text(styleSheet.text), "styleHash": .text(styleSheet.policyHash),
      ]))
  }

  /// A preview stands at the root of its server.
  var baseOfNotFound: String? { source.baseURL ?? (source.isPreview ? "/" : nil) }
}

extension Address {
  /// A part of the search index, which is a script.
  static func searchFile(_ name: String, _ language: String) -> Address {
    .asset("search/\(language)/\(name).js")
  }
}

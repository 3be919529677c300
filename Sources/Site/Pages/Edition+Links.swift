import Courseware

extension Edition {
  /// What surrounds a text that is shown on the page at `address`.
  func setting(at address: Address, of origin: SiteSource.Origin) -> BlockWriter.Setting {
    BlockWriter.Setting(
      words: words,
      href: { href($0, in: origin, from: address) },
      picture: { image in
        guard case .file(let file)? = source.target(image.source, origin) else { return nil }
        return pictures.picture(file, from: address)
      })
  }

  private func href(
    _ link: Link, in origin: SiteSource.Origin, from address: Address
  ) -> String? {
    guard let target = source.target(link.destination, origin) else { return nil }
    switch target {
    case .outside(let url): return url
    case .here(let anchor): return "#" + anchor
    case .lesson(let course, let slug, let language, let anchor):
      guard let course = shelf.courses.first(where: { $0.slug == course }) else { return nil }
      return self.address(to: { .lesson(course.slug, slug, $0) }, meant: language) {
        shelf.lesson(course, slug, in: $0)?.text.language
      }.map { address.href(to: $0, anchor: anchor) }
    case .page(let name, let language, let anchor):
      return self.address(to: { .page(name, $0) }, meant: language) {
        shelf.page(name, in: $0)?.text.language
      }.map { address.href(to: $0, anchor: anchor) }
    case .file(let file): return pictures.href(file, from: address)
    }
  }

  /// In this edition where it shows the very text that is meant, else in that of the text's language.
  private func address(
    to address: (String) -> Address, meant: String, shown: (String) -> String?
  ) -> Address? {
    if shown(language) == meant { return address(language) }
    return shown(meant).map { _ in address(meant) }
  }
}

import Courseware

extension BlockWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text):
      html.text(
        text.utf8.contains(UInt8(ascii: "[")) ? text.replacing(Quiz.gap, with: "______") : text)
    case .softBreak: html.markup("\n")
    case .lineBreak: html.markup("<br>\n")
    case .code(let code):
      html.markup("<code>")
      html.text(code)
      html.markup("</code>")
    case .emphasis(let content):
      html.markup("<em>")
      write(content)
      html.markup("</em>")
    case .strong(let content):
      html.markup("<strong>")
      write(content)
      html.markup("</strong>")
    case .link(let link): write(link)
    case .image(let image): write(image)
    }
  }

  /// What leads nowhere stays as words, and what has no words is nothing that can be followed.
  private mutating func write(_ link: Link) {
    guard !link.content.plainText.allSatisfy(\.isWhitespace), let href = setting.href(link) else {
      write(link.content)
      return
    }
    html.markup("<a")
    html.attribute("href", href)
    if href.hasPrefix("http") { html.markup(" rel=\"noopener noreferrer\"") }
    html.markup(">")
    write(link.content)
    html.markup("</a>")
  }

  /// A picture that is not there is told by its alternative.
  mutating func write(_ image: Image) {
    guard let picture = setting.picture(image) else {
      html.text(image.alternative)
      return
    }
    html.markup("<img")
    html.attribute("src", picture.href)
    html.attribute("alt", image.alternative)
    if let size = picture.size {
      html.attribute("width", String(size.width))
      html.attribute("height", String(size.height))
    }
    html.markup(setting.isPaper ? ">" : " loading=\"lazy\">")
  }
}

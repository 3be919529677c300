import Courseware

/// Writes the blocks of one lesson or page as HTML.
struct BlockWriter {
  /// What surrounds the blocks: it decides what links and pictures become.
  struct Setting {
    var words: InterfaceWords
    /// Where a link of the text leads from this page; nil for nowhere.
    var href: (Link) -> String?
    var picture: (Image) -> Picture?
    /// Before every id, where texts that know nothing of each other share a page.
    var idPrefix = ""
    /// How many levels headings stand below where they were written.
    var headingShift = 0
    /// The list whose items are the steps.
    var steps: ListBlock?
    /// How many questions the page asks; each says which of them it is.
    var quizCount = 0
    /// On paper there is nothing to choose or open.
    var isPaper = false
  }

  let setting: Setting
  var html = HTML()
  var tableCount = 0
  var quizNumber = 0

  init(_ setting: Setting) {
    self.setting = setting
  }

  var words: InterfaceWords { setting.words }

  static func text(_ blocks: [Block], in setting: Setting) -> String {
    var writer = BlockWriter(setting)
    writer.write(blocks)
    return writer.html.text
  }

  static func text(_ inlines: [Inline], in setting: Setting) -> String {
    var writer = BlockWriter(setting)
    writer.write(inlines)
    return writer.html.text
  }

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let content): writeParagraph(content)
    case .list(let list): write(list)
    case .quote(let content):
      html.markup("<blockquote>\n")
      write(content)
      html.markup("</blockquote>\n")
    case .alert(let alert): write(alert)
    case .table(let table): write(table)
    case .quiz(let quiz): write(quiz)
    case .code(let code, _):
      html.markup("<pre tabindex=\"0\"><code>")
      html.text(code)
      html.markup("</code></pre>\n")
    case .rule: html.markup("<hr>\n")
    }
  }

  private mutating func write(_ heading: Heading) {
    let level = min(6, max(2, heading.level) + setting.headingShift)
    let (open, close): (StaticString, StaticString) =
      switch level {
      case 2: ("<h2", "</h2>\n")
      case 3: ("<h3", "</h3>\n")
      case 4: ("<h4", "</h4>\n")
      case 5: ("<h5", "</h5>\n")
      default: ("<h6", "</h6>\n")
      }
    html.markup(open)
    html.attribute("id", setting.idPrefix + heading.id)
    html.markup(">")
    write(heading.content)
    html.markup(close)
  }

  /// A paragraph of pictures alone is a figure.
  private mutating func writeParagraph(_ content: [Inline]) {
    let isFigure =
      content.contains { if case .image = $0 { true } else { false } }
      && content.allSatisfy {
        switch $0 {
        case .image, .softBreak, .lineBreak: true
        default: false
        }
      }
    html.markup(isFigure ? "<figure>" : "<p>")
    write(content)
    html.markup(isFigure ? "</figure>\n" : "</p>\n")
  }
}

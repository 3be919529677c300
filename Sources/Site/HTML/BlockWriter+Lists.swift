import Courseware

extension BlockWriter {
  mutating func write(_ list: ListBlock) {
    switch list.marker {
    case .bullet:
      html.markup("<ul>\n")
      writeItems(of: list)
      html.markup("</ul>\n")
    case .number(let start):
      html.markup("<ol")
      if list == setting.steps { html.markup(" class=\"steps\"") }
      if start != 1 { html.attribute("start", String(start)) }
      html.markup(">\n")
      writeItems(of: list)
      html.markup("</ol>\n")
    case .checkbox:
      html.markup("<ul class=\"checklist\">\n")
      for item in list.items { writeCheckbox(item) }
      html.markup("</ul>\n")
    }
  }

  private mutating func writeItems(of list: ListBlock) {
    for item in list.items {
      html.markup("<li>")
      if list.isTight { writeTight(item) } else { write(item) }
      html.markup("</li>\n")
    }
  }

  /// Paragraphs as bare text, which is what a list without space between its items holds.
  mutating func writeTight(_ blocks: [Block]) {
    for (index, block) in blocks.enumerated() {
      if case .paragraph(let content) = block {
        if index > 0 { html.markup("<br>\n") }
        write(content)
      } else {
        write([block])
      }
    }
  }

  private mutating func writeCheckbox(_ item: [Block]) {
    var rest = item[...]
    html.markup(setting.isPaper ? "<li>☐ " : "<li><label><input type=\"checkbox\"> <span>")
    if case .paragraph(let content)? = rest.first {
      write(content)
      rest = rest.dropFirst()
    }
    if !setting.isPaper { html.markup("</span></label>") }
    write(Array(rest))
    html.markup("</li>\n")
  }
}

import Courseware

extension BlockWriter {
  /// In a region that scrolls on a narrow screen and that a keyboard reaches.
  mutating func write(_ table: Table) {
    tableCount += 1
    let captionID = "\(setting.idPrefix)table-\(tableCount)"
    html.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
    if table.caption == nil {
      html.attribute("aria-label", words[.tableNumber, ["n": String(tableCount)]])
    } else {
      html.attribute("aria-labelledby", captionID)
    }
    html.markup(">\n<table>\n")
    if let caption = table.caption {
      html.markup("<caption")
      html.attribute("id", captionID)
      html.markup(">")
      write(caption)
      html.markup("</caption>\n")
    }
    html.markup("<thead>\n")
    writeRow(table.header, of: table, isHeader: true)
    html.markup("</thead>\n<tbody>\n")
    for row in table.rows { writeRow(row, of: table, isHeader: false) }
    html.markup("</tbody>\n</table>\n</div>\n")
  }

  private mutating func writeRow(_ cells: [[Inline]], of table: Table, isHeader: Bool) {
    html.markup("<tr>")
    for (column, cell) in cells.enumerated() {
      // An empty heading would head nothing.
      let heads = isHeader && !cell.isEmpty
      html.markup(heads ? "<th scope=\"col\"" : "<td")
      switch column < table.alignments.count ? table.alignments[column] : .natural {
      case .natural, .left: break
      case .center: html.markup(" class=\"center\"")
      case .right: html.markup(" class=\"right\"")
      }
      html.markup(">")
      write(cell)
      html.markup(heads ? "</th>" : "</td>")
    }
    html.markup("</tr>\n")
  }
}

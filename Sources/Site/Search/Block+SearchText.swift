import Courseware

extension [Block] {
  /// The words that are found, a space or more between them.
  var searchText: String {
    var parts: [String] = []
    collect(into: &parts)
    return parts.joined(separator: " ")
  }

  private func collect(into parts: inout [String]) {
    for block in self {
      switch block {
      case .heading(let heading): parts.append(heading.content.plainText)
      case .paragraph(let content): parts.append(content.plainText)
      case .list(let list): list.items.forEach { $0.collect(into: &parts) }
      case .quote(let content): content.collect(into: &parts)
      case .alert(let alert):
        parts.append(alert.title?.plainText ?? "")
        alert.content.collect(into: &parts)
      case .table(let table):
        parts.append(table.caption?.plainText ?? "")
        for cell in table.header + table.rows.joined() { parts.append(cell.plainText) }
      case .quiz(let quiz): quiz.question.collect(into: &parts)
      case .code(let code, _): parts.append(code)
      case .rule: break
      }
    }
  }
}

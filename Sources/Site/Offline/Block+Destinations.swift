import Courseware

extension [Block] {
  /// What the text shows or links to, as it is written there.
  var destinations: [String] {
    flatMap { block -> [String] in
      switch block {
      case .heading(let heading): heading.content.destinations
      case .paragraph(let content): content.destinations
      case .list(let list): list.items.flatMap { item -> [String] in item.destinations }
      case .quote(let content): content.destinations
      case .alert(let alert): (alert.title ?? []).destinations + alert.content.destinations
      case .table(let table):
        (table.caption ?? []).destinations
          + (table.header + table.rows.joined()).flatMap { cell -> [String] in cell.destinations }
      case .quiz(let quiz): quiz.destinations
      case .code, .rule: []
      }
    }
  }
}

extension Quiz {
  fileprivate var destinations: [String] {
    let answers: [String] =
      switch answer {
      case .single(let choices), .multiple(let choices):
        choices.flatMap { choice -> [String] in
          choice.content.destinations + choice.feedback.destinations
        }
      case .text: []
      case .order(let items): items.flatMap { item -> [String] in item.destinations }
      case .match(let pairs):
        pairs.flatMap { pair -> [String] in pair.left.destinations + pair.right.destinations }
      }
    return question.destinations + answers
      + hints.flatMap { hint -> [String] in hint.destinations }
  }
}

extension [Inline] {
  fileprivate var destinations: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .link(let link): [link.destination] + link.content.destinations
      case .image(let image): [image.source]
      case .emphasis(let content), .strong(let content): content.destinations
      case .text, .code, .softBreak, .lineBreak: []
      }
    }
  }
}

/// A piece of Markdown with its place, as a value: what the parser's nodes become.
struct MarkdownTree {
  enum Kind: Hashable {
    // MARK: Blocks
    case document, quote, item, paragraph, rule
    case list(ListBlock.Marker, isTight: Bool)
    case code(String, language: String)
    case html(String)
    case heading(level: Int)

    // MARK: Running text
    case text(String)
    case softBreak, lineBreak, emphasis, strong
    case inlineCode(String)
    case inlineHTML(String)
    case link(destination: String)
    case image(source: String, title: String)
  }

  let kind: Kind
  let place: SourcePlace
  let endLine: Int
  var children: [MarkdownTree] = []

  /// The most levels that a tree has; real texts have fewer than 12.
  static let depthLimit = 64

  /// The words alone; of a picture its alternative.
  var plainText: String {
    switch kind {
    case .text(let text), .inlineCode(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}

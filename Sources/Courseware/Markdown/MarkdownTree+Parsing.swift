import CCmark

extension MarkdownTree {
  /// The tree of a text, and the places where something is left out because it is nested too deep.
  ///
  /// Lines count from 1 with the first of `bytes`. What ends a line is what ends it in
  /// `MarkdownText`. The places of blocks are right; those of running text can be some bytes off on
  /// the second and later lines of an indented block.
  static func parse(_ bytes: some Collection<UInt8>) -> (tree: MarkdownTree, tooDeep: [SourcePlace])
  {
    let empty = MarkdownTree(kind: .document, place: SourcePlace(line: 1), endLine: 1)
    let contiguous = ContiguousArray(bytes)
    let root = contiguous.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return (empty, []) }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return (empty, []) }
    defer { cmark_iter_free(iterator) }

    var open: [MarkdownTree] = []
    var tooDeep: [SourcePlace] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_ENTER {
        let entered = MarkdownTree(node)
        if cmark_node_first_child(node) == nil, isLeaf(node) {
          open[open.count - 1].children.append(entered)
        } else if open.count >= depthLimit {
          tooDeep.append(entered.place)
          cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        } else {
          open.append(entered)
        }
      } else if let closed = open.popLast() {
        guard !open.isEmpty else { return (closed, tooDeep) }
        open[open.count - 1].children.append(closed)
      }
    }
    return (open.first ?? empty, tooDeep)
  }

  /// Whether the iterator says nothing of leaving the node, having entered it.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK,
      CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private init(_ node: OpaquePointer) {
    let line = Int(cmark_node_get_start_line(node))
    kind = Kind(node)
    place = SourcePlace(line: line, byte: max(1, Int(cmark_node_get_start_column(node))))
    endLine = max(line, Int(cmark_node_get_end_line(node)))
  }
}

extension MarkdownTree.Kind {
  fileprivate init(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_LIST:
      let marker: ListBlock.Marker =
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? .number(start: Int(cmark_node_get_list_start(node))) : .bullet
      self = .list(marker, isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK:
      let language = Self.string(cmark_node_get_fence_info(node)).prefix { $0 != " " }
      self = .code(Self.string(cmark_node_get_literal(node)), language: String(language))
    case CMARK_NODE_HTML_BLOCK: self = .html(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: self = .rule
    case CMARK_NODE_TEXT: self = .text(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .inlineCode(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: self = .inlineHTML(Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link(destination: Self.string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE:
      self = .image(
        source: Self.string(cmark_node_get_url(node)),
        title: Self.string(cmark_node_get_title(node)))
    default: self = .document
    }
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

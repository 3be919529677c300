import Yams

extension SourceTree {
  /// The one YAML document of `text`; nil, and a finding, where it cannot be read.
  ///
  /// Aliases are refused before anything is built from them: a few lines of aliases to aliases
  /// describe more nodes than a machine can hold.
  init?(_ text: SourceText, findings: inout Findings) {
    do {
      try Self.refuseAliases(in: text.string)
      guard let root = try Self.document(of: text.string) else {
        self.init(content: .nothing, position: .start)
        return
      }
      self = try Self.tree(root, in: text)
    } catch let error as YamlError {
      findings.report(error, in: text)
      return nil
    } catch let error as KeyError {
      findings.report(
        .wrongType, at: error.position,
        Words(
          vi: "tên mục phải là chữ, không phải \(error.found.vi)",
          en: "a key must be text, not \(error.found.en)"),
        fix: Words(
          vi: "Viết tên mục là một từ, rồi dấu hai chấm.",
          en: "Write the key as one word before the colon."))
      return nil
    } catch {
      findings.reportSyntax("\(error)", at: .start)
      return nil
    }
  }

  /// A list or mapping where a key belongs.
  private struct KeyError: Error {
    let position: SourcePosition
    let found: Words
  }

  /// Throws Yams' error about an unknown alias if `text` uses any.
  ///
  /// `&name` becomes `!name`, which may stand in the same places and marks nothing, so that every
  /// alias is one to nothing. Where there is no `&`, reading the text itself does the same.
  private static func refuseAliases(in text: String) throws {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return
    }
    let unmarked = text.utf8.map { $0 == UInt8(ascii: "&") ? UInt8(ascii: "!") : $0 }
    _ = try document(of: String(decoding: unmarked, as: UTF8.self))
  }

  /// The nodes of the one document of `text`; nil where there is none.
  private static func document(of text: String) throws -> Node? {
    // The parser keeps a pointer to the text's buffer, and a very short string has none of its own.
    let buffered = text.utf8.count < 32 ? text + String(repeating: "\n", count: 32) : text
    return try Parser(yaml: buffered, resolver: resolver, encoding: .utf8).singleRoot()
  }

  /// Only the tags that `Content` tells from text: each is a regular expression that every value is held
  /// against.
  private static let resolver = Resolver.default.removing(.merge).removing(.timestamp)
    .removing(.value)

  private static func tree(_ node: Node, in text: SourceText) throws -> SourceTree {
    let position = text.position(of: node.mark)
    switch node {
    case .scalar(let scalar):
      return SourceTree(
        content: Content(scalar.string, tag: Tag.Name(rawValue: node.tag.rawValue)),
        position: position)
    case .sequence(let sequence):
      let items = try sequence.map { try tree($0, in: text) }
      return SourceTree(content: .list(items), position: position)
    case .mapping(let mapping):
      let entries = try mapping.map { key, value in
        guard let name = key.scalar?.string else {
          let found = key.sequence == nil ? Content.mapping([]) : Content.list([])
          throw KeyError(position: text.position(of: key.mark), found: found.words)
        }
        return Entry(
          key: name, position: text.position(of: key.mark), value: try tree(value, in: text))
      }
      return SourceTree(content: .mapping(entries), position: position)
    case .alias:
      throw KeyError(position: position, found: Words(vi: "bí danh", en: "an alias"))
    }
  }
}

extension SourceTree.Content {
  fileprivate init(_ scalar: String, tag: Tag.Name) {
    switch tag {
    case .int, .float: self = .number(scalar)
    case .bool: self = .truth(scalar)
    case .null: self = .nothing
    default: self = .text(scalar)
    }
  }
}

extension SourceText {
  /// Where `mark` points, whose columns count scalars.
  fileprivate func position(of mark: Mark?) -> SourcePosition {
    guard let mark else { return .start }
    return position(line: mark.line, scalar: mark.column)
  }
}

extension SourceText {
  /// Whether the last sign of a line, from 1, is a curly quotation mark, not counting what may stand
  /// behind a value in a list.
  fileprivate func endsCurly(line number: Int) -> Bool {
    let lines = string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(number - 1) else { return false }
    return lines[number - 1].last { !$0.isWhitespace && !",]}".contains($0) }
      .map { "“”„‟".contains($0) } ?? false
  }
}

extension Findings {
  fileprivate mutating func report(_ error: YamlError, in text: SourceText) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      let position = text.position(of: mark)
      if let quote = OpenQuote.position(in: text.string, errorLine: position.line) {
        reportOpenQuote(at: quote, isClosedByCurly: text.endsCurly(line: quote.line))
      } else {
        reportSyntax(problem, at: position)
      }
    case .composer(_, "found undefined alias", let mark, _):
      report(
        .yamlAlias, at: text.position(of: mark),
        Words(
          vi: "tệp khóa học không dùng bí danh (*)",
          en: "course files write everything out, without aliases (*)"),
        fix: Words(
          vi: "Chép giá trị vào đây; nếu dấu * là một phần của chữ, đặt chữ trong dấu nháy kép.",
          en: "Copy the value here; if the * belongs to the text, put the text in quotation marks.")
      )
    case .composer(_, let problem, let mark, _):
      reportSyntax(problem, at: text.position(of: mark))
    case .reader(let problem, let offset, _, _):
      let before = offset.map { SourceText(String(text.string.prefix($0))) }
      reportSyntax(problem, at: before?.end ?? .start)
    case .duplicatedKeysInMapping(let keys, let context):
      let name = keys.first ?? ""
      report(
        .duplicateKey, at: text.position(of: context.mark),
        Words(
          vi: "mục '\(name)' xuất hiện hơn một lần",
          en: "'\(name)' stands in its mapping more than once"),
        fix: Words(vi: "Giữ lại một mục và xóa các mục kia.", en: "Keep one and delete the others.")
      )
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      reportSyntax("the file cannot be parsed", at: .start)
    }
  }

  private mutating func reportOpenQuote(at position: SourcePosition, isClosedByCurly: Bool) {
    if isClosedByCurly {
      report(
        .yamlSyntax, at: position,
        Words(
          vi: "dấu nháy mở ở đây là dấu thẳng, mà dấu đóng lại là dấu cong",
          en: "the quotation mark opened here is straight, and the one that closes it is curly"),
        fix: Words(
          vi: "Viết dấu thẳng \" cho cả hai.", en: "Write the straight mark \" for both."))
      return
    }
    report(
      .yamlSyntax, at: position,
      Words(
        vi: "dấu nháy mở ở đây không được đóng trên dòng này",
        en: "the quotation mark opened here is not closed on this line"),
      fix: Words(
        vi: "Viết cùng dấu nháy ấy ở cuối chữ.", en: "Write the same mark at the end of the text."))
  }

  fileprivate mutating func reportSyntax(_ problem: String, at position: SourcePosition) {
    report(
      .yamlSyntax, at: position,
      Words(
        vi: "chỗ này không đúng cú pháp YAML"
          + (YAMLProblem.vietnamese(problem).map { ": \($0)" } ?? ""),
        en: "this is not valid YAML (\(problem))"),
      fix: Words(
        vi:
          "Xem dòng này và dòng trên: thiếu ngoặc, dấu nháy, dấu hai chấm, hoặc có dấu tab.",
        en: "Look here and one line up for a missing bracket, quotation mark or colon, or a tab."))
  }
}

/// A value of a YAML file, with its place.
struct SourceTree: Sendable {
  /// A key of a mapping with its value.
  struct Entry: Sendable {
    let key: String
    let position: SourcePosition
    let value: SourceTree
  }

  enum Content: Sendable {
    case text(String)
    /// A number without quotation marks, as it is written.
    case number(String)
    /// A word such as `yes` or `false` that YAML takes for a truth value.
    case truth(String)
    case nothing
    case list([SourceTree])
    /// In the order of the file; each key once.
    case mapping([Entry])
  }

  let content: Content
  let position: SourcePosition
}

extension SourceTree.Content {
  /// What a message calls the value.
  var words: Words {
    switch self {
    case .text(let text) where text.allSatisfy(\.isWhitespace): Words(vi: "chữ trống", en: "blank")
    case .text: Words(vi: "chữ", en: "text")
    case .number(let number): Words(vi: "số \(number)", en: "the number \(number)")
    case .truth(let word): Words(vi: "giá trị đúng/sai \(word)", en: "the truth value \(word)")
    case .nothing: Words(vi: "để trống", en: "empty")
    case .list: Words(vi: "danh sách", en: "a list")
    case .mapping: Words(vi: "các mục con", en: "a mapping of keys")
    }
  }
}

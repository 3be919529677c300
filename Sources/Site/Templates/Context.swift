import Mustache

/// What a template is filled with.
///
/// A template renders a missing key as nothing, a nil as the word "nil", and takes "" and 0 for true. So
/// every key of a context is always there, and `child(named:)` is the one place that hands values on.
package struct Context: Sendable {
  package enum Value: Sendable {
    case text(String)
    /// True or false, for a section.
    case flag(Bool)
    case list([Context])
    /// A part that a page may lack, for a section.
    case part(Context?)
  }

  package let values: [String: Value]

  package init(_ values: [String: Value]) {
    self.values = values
  }

  package func merging(_ other: Context) -> Context {
    Context(values.merging(other.values) { _, new in new })
  }
}

extension Context: MustacheParent {
  func child(named name: String) -> Any? { values[name]?.any }
}

extension Context: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) {
    self.init(Dictionary(elements) { _, last in last })
  }
}

extension Context.Value {
  fileprivate var any: Any {
    switch self {
    case .text(let text): text.withoutControls
    case .flag(let flag): flag
    case .list(let contexts): contexts
    case .part(let context): context.map { $0 as Any } ?? false
    }
  }

  /// What a page may lack, said by one word.
  static func optional(_ text: String?, as key: String = "text") -> Self {
    .part(text.map { [key: .text($0)] })
  }
}

import Mustache

/// How values stand in a page: escaped byte by byte.
///
/// Mustache's own way looks at characters, among which a quotation mark with an accent is another than a
/// quotation mark: it would end an attribute. It was an eleventh of a cold build, too.
struct EscapedText: MustacheContentType {
  func escapeText(_ text: String) -> String { HTML.escaped(text) }

  /// The line that a template begins with so that its values are escaped this way; a template within
  /// another needs its own.
  static let mark = "{{% CONTENT_TYPE:\(name)}}\n"
  private static let name = "PAGE"

  /// Must come before the first template.
  static func register() { MustacheContentTypes.register(Self(), named: name) }
}

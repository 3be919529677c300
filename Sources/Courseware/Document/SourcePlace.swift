/// Where something begins in a Markdown file: both count from 1, columns in bytes of UTF-8 as the parser
/// does. `MarkdownText` turns it into what people see.
package struct SourcePlace: Hashable, Sendable, Comparable {
  package let line: Int
  package let byte: Int

  package init(line: Int, byte: Int = 1) {
    self.line = line
    self.byte = byte
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.byte) < (right.line, right.byte)
  }
}

/// A place in a text, as editors show it: lines and columns count from 1, columns in characters as
/// people see them, so that `ệ` is one however it is encoded.
package struct SourcePosition: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let start = SourcePosition(line: 1, column: 1)

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

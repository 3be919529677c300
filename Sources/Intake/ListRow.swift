/// One row of a list: what it says, or all that is wrong with it.
package struct ListRow<Draft: ListDraft>: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case draft(Draft)
    /// At least one, in the order of `ListColumn`.
    case errors([RowError])
  }

  /// Where the row starts in its file.
  package let line: Int
  /// As they stand in the file, without the apostrophe that keeps a spreadsheet from running them.
  ///
  /// More or fewer than the header has where the row is ragged.
  package let cells: [String]
  package let content: Content

  package init(line: Int, cells: [String], content: Content) {
    self.line = line
    self.cells = cells
    self.content = content
  }
}

/// What a row of one kind of list is read into.
package protocol ListDraft: Hashable, Sendable {
  static var kind: ListKind { get }
  /// Nil where `reading` has come upon an error.
  init?(_ reading: inout RowReading)
}

package import Tabular

/// One reason why a row was not taken.
package struct RowError: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case field(FieldProblem)
    /// The row could not be divided into fields.
    case row(CSVProblem.Kind)
  }

  package let line: Int
  /// Nil when the whole row is at fault.
  package let field: ListColumn?
  /// The cell as it stands in the file, without the apostrophe that keeps a spreadsheet from running it.
  package let value: String
  package let problem: Problem

  package init(line: Int, field: ListColumn?, value: String, problem: Problem) {
    self.line = line
    self.field = field
    self.value = value
    self.problem = problem
  }
}

extension Register {
  /// What opening a register did of that which earlier erasures had to put off.
  package struct Overdue: Sendable {
    /// Nil where the file did not wait to be written anew.
    package var rewriting: Rewriting?
    /// How many erased records the list beside the register did not name, and does now.
    package var listed = 0
  }
}

/// What a lesson asks to be learnt first: a course or one of its lessons, as it is written.
package struct Prerequisite: Hashable, Sendable {
  /// `safe-online` or `safe-online/02-otp-never-share`.
  package let name: String
  /// In the front matter, whose first line is that behind `---`.
  let position: SourcePosition

  package init(_ name: String, at position: SourcePosition = .start) {
    self.name = name
    self.position = position
  }
}

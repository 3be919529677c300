import Courseware
import Testing

/// A text with markers such as 1️⃣ in front of the places where findings are expected.
struct MarkedSource {
  /// Without the markers.
  let text: String
  let positions: [Character: SourcePosition]

  static let markers: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣"]

  init(_ marked: String) {
    var text = ""
    var positions: [Character: SourcePosition] = [:]
    var (line, column) = (1, 1)
    for character in marked {
      if Self.markers.contains(character) {
        positions[character] = SourcePosition(line: line, column: column)
        continue
      }
      text.append(character)
      (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
    }
    self.text = text
    self.positions = positions
  }
}

/// A finding that a test expects at a marker.
struct Expected {
  let marker: Character
  let rule: Diagnostic.Rule

  init(_ marker: Character, _ rule: Diagnostic.Rule) {
    self.marker = marker
    self.rule = rule
  }
}

/// Expects the files to give these findings in the marked one of them, and no others.
///
/// - Returns: what was read, for more questions.
@discardableResult
func expectFindings(
  _ expected: Expected..., in marked: Sample, with others: Sample...,
  competences: Set<String>? = nil, sourceLocation: SourceLocation = #_sourceLocation
) -> Curriculum {
  let source = MarkedSource(marked.text)
  let files = [SourceFile(path: marked.path, text: source.text)] + others.map(\.file)
  let curriculum = Curriculum(files: files, competences: competences)

  let wanted = expected.map { expected in
    let position = source.positions[expected.marker].map { "\($0.line):\($0.column)" } ?? "unmarked"
    return "\(marked.path):\(position) \(expected.rule.rawValue)"
  }
  let found = curriculum.diagnostics.map {
    "\($0.path):\($0.line):\($0.column) \($0.rule.rawValue)"
  }
  #expect(found == wanted, sourceLocation: sourceLocation)
  return curriculum
}

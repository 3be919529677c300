/// A choice whose hyphen and box stand together, `-[x]`, is no item but text of what stands above it.
enum ChoiceBlankCheck {
  static func run(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    var lines: Set<Int> = []
    for run in manuscript.prose.lazy.flatMap(\.runs) {
      guard let choice = run.text.prefixMatch(of: #/[-*+]\[[ xX]?\]/#) else { continue }
      // Where a line goes on with the one above it, the parser counts its columns from that one.
      let line = manuscript.text.bytes(line: run.place.line)
      let margin = line.prefix { " \t>".utf8.contains($0) }.count
      guard line.dropFirst(margin).starts(with: choice.output.utf8),
        lines.insert(run.place.line).inserted
      else { continue }
      findings.report(
        .quizBox, at: SourcePlace(line: run.place.line, byte: margin + 1),
        length: choice.output.utf8.count,
        Words(
          vi: "'\(choice.output)' thiếu dấu cách sau gạch, nên dòng này không là lựa chọn",
          en: "'\(choice.output)' has no space behind its hyphen, so this line is no choice"),
        fix: Words(
          vi: "Viết - [ ], lựa chọn đúng là - [x], rồi một dấu cách.",
          en: "Write - [ ], for a right choice - [x], then a space."))
    }
  }
}

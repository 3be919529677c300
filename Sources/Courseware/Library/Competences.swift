/// The competence codes that lessons may name, with their frameworks: `digcomp:4.2`, `s5:S4`.
package enum Competences {
  /// By file of `content/data/frameworks`: the frameworks whose codes its first column holds.
  package static let files: [(name: String, prefixes: [String])] = [
    ("digcomp_tt02.csv", ["digcomp", "tt02"]), ("eds.csv", ["eds"]),
    ("itu_activities.csv", ["itu"]), ("household_skills.csv", ["s5"]),
  ]

  /// UNESCO's Digital Literacy Global Framework has these beside DigComp's.
  private static let global = ["0.1", "0.2", "5.5", "6.1", "6.2"].map { "dlgf:\($0)" }

  /// The codes in these texts, by name of the file; nil where none of them is there.
  package static func codes(in texts: [String: String]) -> Set<String>? {
    if texts.isEmpty { return nil }
    var codes = Set(global)
    for file in files {
      guard let text = texts[file.name] else { continue }
      for line in text.split(whereSeparator: \.isNewline).dropFirst() {
        guard let code = line.split(separator: ",").first else { continue }
        // What only Circular 02 has is no competence of DigComp: it has no title there.
        let isOfBoth = !line.dropFirst(code.count).hasPrefix(",,")
        for prefix in file.prefixes where isOfBoth || prefix != "digcomp" {
          codes.insert("\(prefix):\(code)")
        }
      }
    }
    return codes
  }

  /// Whether a code exists; a code of a framework of which nobody knows any is taken at its word.
  static func isKnown(_ code: String, among known: Set<String>) -> Bool {
    if known.contains(code) { return true }
    let prefix = code.prefix { $0 != ":" } + ":"
    return files.contains { $0.prefixes.contains(String(prefix.dropLast())) }
      && !known.contains { $0.hasPrefix(prefix) }
  }

  /// The code that a wrong one was probably meant to be: with its framework, or nearly the same.
  static func nearest(to code: String, among known: Set<String>) -> String? {
    let withPrefix = files.flatMap(\.prefixes).map { "\($0):\(code)" }
    return withPrefix.first(where: known.contains)
      ?? NearestName.nearest(to: code, among: known.sorted())
  }
}

extension Findings {
  /// Reports a code that does not exist; `framework` is that of a list whose codes stand without it.
  mutating func reportUnknownCompetence(
    _ code: String, framework: String? = nil, at position: SourcePosition, known: Set<String>
  ) {
    let prefix = framework.map { $0 + ":" } ?? ""
    let ofFramework = known.filter { $0.hasPrefix(prefix) }
    let nearest = Competences.nearest(to: prefix + code, among: ofFramework)
      .map { String($0.dropFirst(prefix.count)) }
    report(
      .unknownCompetence, at: position,
      Words(
        vi: "không có năng lực nào mang mã '\(code)'", en: "there is no competence '\(code)'"),
      fix: nearest.map(Words.didYouMean)
        ?? Words(
          vi:
            "Xem các mã trong content/data/frameworks; viết như \"\(prefix.isEmpty ? "digcomp:" : "")4.2\".",
          en: "Look the codes up in content/data/frameworks; write them as "
            + "\"\(prefix.isEmpty ? "digcomp:" : "")4.2\"."))
  }
}

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
        for prefix in file.prefixes { codes.insert("\(prefix):\(code)") }
      }
    }
    return codes
  }
}

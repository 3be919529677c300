import ArgumentParser

/// The command line: nouns group, verbs do.
struct Root: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lantoa",
      abstract: say(
        vi: "Sổ các tổ công nghệ số cộng đồng: ai đã học, ở đâu, đạt bao nhiêu phần trăm.",
        en: "The register of community digital technology teams: who was taught, where, and what "
          + "share of each ward."),
      discussion: ([say(vi: "Bắt đầu:", en: "To begin:")] + beginning.map(Example.folded))
        .joined(separator: "\n"),
      version: "0.1.0",
      subcommands: [
        Init.self, UnitGroup.self, PopulationGroup.self, TeamGroup.self, LearnerGroup.self,
        SessionGroup.self, CompletionGroup.self, ImportGroup.self, CourseGroup.self,
        MeasureGroup.self, SiteGroup.self, TargetGroup.self, CoverageGroup.self, Undo.self,
        JournalGroup.self,
        BackupCommand.self, RestoreCommand.self, Doctor.self, DemoCommand.self,
      ])
  }

  private static let beginning = [
    "lantoa init --places content/data/hue",
    "lantoa team form --unit 19753 --name \"Tổ CNSCĐ Phú Xuân 1\" --since 2025-08-01",
    "lantoa session log --team \"Tổ CNSCĐ Phú Xuân 1\" --course safe-online --attendees list.csv",
    "lantoa coverage report",
  ]
}

/// A noun whose verbs are its subcommands.
protocol Noun: ParsableCommand {}

extension Noun {
  static func describe(
    _ name: String, _ abstract: String, verbs: [any ParsableCommand.Type]
  ) -> CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: abstract, subcommands: verbs)
  }
}

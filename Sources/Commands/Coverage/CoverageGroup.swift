import ArgumentParser

struct CoverageGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "coverage",
      say(vi: "Tỷ lệ phổ cập theo xã, phường.", en: "Coverage per ward."),
      verbs: [CoverageReportCommand.self])
  }
}

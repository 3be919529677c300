import ArgumentParser

struct MeasureGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "measure", say(vi: "Các chỉ số phổ cập.", en: "Measures of coverage."),
      verbs: [MeasureList.self])
  }
}

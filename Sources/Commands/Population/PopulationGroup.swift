import ArgumentParser

struct PopulationGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "population", say(vi: "Các nguồn dân số.", en: "Population series."),
      verbs: [PopulationList.self, PopulationUse.self])
  }
}

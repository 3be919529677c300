import ArgumentParser

struct TargetGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "target", say(vi: "Mục tiêu theo văn bản.", en: "Targets that a document sets."),
      verbs: [TargetSetCommand.self, TargetList.self])
  }
}

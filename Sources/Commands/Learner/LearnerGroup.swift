import ArgumentParser

struct LearnerGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "learner", say(vi: "Người học.", en: "People who learn."),
      verbs: [LearnerRegister.self, LearnerFind.self, LearnerShow.self])
  }
}

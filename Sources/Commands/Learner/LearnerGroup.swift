import ArgumentParser

struct LearnerGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "learner", say(vi: "Người học.", en: "People who learn."),
      verbs: [
        LearnerRegister.self, LearnerFind.self, LearnerShow.self, LearnerChange.self,
        LearnerMove.self, LearnerDiedCommand.self, LearnerImport.self, LearnerExport.self,
        LearnerLink.self, LearnerUnlink.self, LearnerDistinctCommand.self, LearnerDuplicates.self,
        LearnerErase.self,
      ])
  }
}

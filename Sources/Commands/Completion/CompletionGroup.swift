import ArgumentParser

struct CompletionGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "completion",
      say(
        vi: "Hoàn thành hay đạt một khóa, biết được ngoài buổi học.",
        en: "Courses completed or passed, known without a session."),
      verbs: [
        CompletionRecord.self, CompletionList.self, CompletionVoid.self, CompletionUnvoid.self,
      ])
  }
}

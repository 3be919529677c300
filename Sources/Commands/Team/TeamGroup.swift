import ArgumentParser

struct TeamGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "team",
      say(vi: "Tổ công nghệ số cộng đồng.", en: "Community digital technology teams."),
      verbs: [TeamForm.self, TeamList.self])
  }
}

import ArgumentParser

struct SiteGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "site", say(vi: "Bài học và trang web.", en: "Lessons and the site made of them."),
      verbs: [SiteCheck.self, SiteBuild.self, SiteTodo.self])
  }
}

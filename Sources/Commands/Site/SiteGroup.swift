import ArgumentParser

struct SiteGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "site", say(vi: "Bài học và trang web.", en: "Lessons and the site made of them."),
      verbs: [
        SiteNewCourse.self, SiteNewLesson.self, SiteCheck.self, SiteTodo.self,
        SiteVerifySheet.self, SiteVerify.self, SiteTranslated.self, SiteRender.self,
        SitePreview.self, SiteBuild.self, SitePublish.self,
      ])
  }
}

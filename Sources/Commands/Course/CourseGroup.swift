import ArgumentParser

struct CourseGroup: Noun {
  static var configuration: CommandConfiguration {
    describe("course", say(vi: "Các khóa học.", en: "Courses."), verbs: [CourseList.self])
  }
}

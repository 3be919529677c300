import ArgumentParser
import Domain

struct SessionGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "session",
      say(
        vi: "Buổi học, hỗ trợ tại nhà, tại bàn, tuyên truyền.",
        en: "Classes, home visits, help desks, broadcasts."),
      verbs: [
        SessionLog.self, SessionList.self, SessionShow.self, SessionChange.self,
        SessionMark.self, SessionVoid.self, SessionUnvoid.self,
      ])
  }
}

extension SessionForm: ExpressibleByArgument {}
extension ResultBasis: ExpressibleByArgument {}
extension VoidReason: ExpressibleByArgument {}

/// A result as `--result` takes it.
extension LearningResult: ExpressibleByArgument {}

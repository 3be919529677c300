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
        SessionMark.self, SessionVoid.self, SessionUnvoid.self, SessionImport.self,
      ])
  }
}

extension SessionForm: ExpressibleByArgument {}
extension ResultBasis: ExpressibleByArgument {}
extension VoidReason: ExpressibleByArgument {
  /// `undone` is what undo itself writes.
  static var allValueStrings: [String] {
    allCases.filter { $0 != .undone }.map(\.rawValue)
  }

  init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }
}

/// A result as `--result` takes it.
extension LearningResult: ExpressibleByArgument {}

/// How long a session can last and how many can come to it.
enum SessionSize {
  /// - Throws: `ValidationError` for a length over a day, or less than nobody.
  static func check(minutes: Int?, unnamed: Int?, guests: Int?) throws {
    guard minutes.map({ (1...1440).contains($0) }) ?? true,
      [unnamed, guests].compactMap(\.self).allSatisfy(SessionDetails.heads.contains)
    else {
      throw ValidationError(
        say(
          vi: "--minutes phải từ 1 đến 1440, --unnamed và --guests từ 0 đến 1000000.",
          en: "--minutes must be 1 to 1440, --unnamed and --guests 0 to 1000000."))
    }
  }
}

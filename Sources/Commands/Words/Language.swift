/// The language in which lantoa talks.
package enum Language: String, Sendable, CaseIterable {
  case vi, en

  /// The language of the command that runs.
  @TaskLocal package static var current: Language = .en

  /// What `--lang` and the environment say; nil where neither names a language we speak.
  static func chosen(arguments: [String], environment: [String: String]) -> Language? {
    if let named = Arguments.value(of: "--lang", in: arguments) {
      return Language(rawValue: named)
    }
    return environment["LANTOA_LANG"].flatMap {
      Language(rawValue: String($0.prefix(2)).lowercased())
    }
  }

  /// What the system's locale says; English where it is neither.
  static func ofSystem(environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.map { $0.lowercased().hasPrefix("vi") } ?? false ? .vi : .en
  }
}

/// The words for the language of the command that runs. Both are always there: the compiler asks.
func say(vi: String, en: String) -> String {
  Language.current == .vi ? vi : en
}

import ArgumentParser
import Courseware

/// A word in the place of a command that is none. The parser would blame what stands behind it.
struct UnknownCommand {
  let word: String
  /// The words before it.
  private let group: String
  /// What could stand in its place.
  private let names: [String]

  /// Nil where the arguments name a command, or stop before they do.
  init?(_ arguments: [String]) {
    var words = ["lantoa"]
    var names = Root.names
    var command: any ParsableCommand.Type = Root.self
    // The parser gives help of its own by this name.
    guard arguments.first != "help" else { return nil }
    for word in arguments {
      if names.isEmpty || word.hasPrefix("-") { return nil }
      guard let next = command.subcommand(word) else {
        self.word = word
        self.names = names
        group = words.joined(separator: " ")
        return
      }
      words.append(word)
      command = next
      names = next.names
    }
    return nil
  }

  var error: UsageError {
    let nearest = NearestName.nearest(to: word, among: names).map { "\(group) \($0)" }
    let list = names.joined(separator: ", ")
    return UsageError(
      vi: "Không có lệnh “\(group) \(word)”. "
        + (nearest.map { "Có phải là: \($0)? " } ?? "") + "Sau “\(group)” là một trong: \(list).",
      en: "There is no command “\(group) \(word)”. "
        + (nearest.map { "Did you mean: \($0)? " } ?? "")
        + "After “\(group)” comes one of: \(list).")
  }
}

extension ParsableCommand {
  static func subcommand(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }

  fileprivate static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}

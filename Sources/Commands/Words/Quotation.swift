import Domain
import Foundation

/// What messages may quote of that which somebody typed: on one line, so that it cannot pass for a line of
/// ours, and no more of it than it is known by.
struct Quotation {
  /// Arguments, and values of the environment.
  let typed: [String]
  /// What may name a file is quoted whole, for people copy it.
  let isPath: (String) -> Bool

  init(of typed: [String], in workspace: Workspace) {
    self.typed = typed
    isPath = { text in
      let (path, files) = (workspace.path(text), FileManager.default)
      guard text.utf8.count <= PATH_MAX else { return false }
      let isInFolder =
        text.contains("/") && files.fileExists(atPath: (path as NSString).deletingLastPathComponent)
      return text.hasPrefix("/") || isInFolder || files.fileExists(atPath: path)
    }
  }

  /// `message` with everything in it that was typed as it is to be quoted.
  func tamed(_ message: String) -> String {
    onOneLine(typed.reduce(message) { shortened($1, in: $0) })
  }

  private func onOneLine(_ message: String) -> String {
    typed.reduce(message) { message, argument in
      guard argument.utf8.contains(UInt8(ascii: "\n")) else { return message }
      // Of a path the message may name the end.
      let parts = [argument[...], Self.value(of: argument)] + argument.split(separator: "/")
      return parts.filter { $0.utf8.contains(UInt8(ascii: "\n")) }.reduce(message) {
        $0.replacing($1, with: String($1).printable)
      }
    }
  }

  /// Cuts what begins as the argument does, or its value, as typed or tidied, for as long as it goes on so.
  private func shortened(_ argument: String, in message: String) -> String {
    [argument, String(Self.value(of: argument))]
      .filter { $0.utf8.count > String.excerptLength && !isPath($0) }
      .flatMap { [$0, Self.tidied($0)] }
      .reduce(message) { Self.cut($1, in: $0) }
  }

  private static func cut(_ long: String, in message: String) -> String {
    let long = Array(long.unicodeScalars)
    let start = long.prefix(String.excerptLength)
    guard start.count < long.count else { return message }
    var (rest, result) = (Array(message.unicodeScalars)[...], String.UnicodeScalarView())
    while let first = rest.first {
      let length =
        first == start.first && rest.starts(with: start)
        ? zip(rest, long).prefix { $0 == $1 }.count : 0
      guard length > start.count else {
        result.append(rest.removeFirst())
        continue
      }
      result.append(contentsOf: text(long).excerpt.unicodeScalars)
      rest = rest.dropFirst(length)
    }
    return String(result)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// As records keep it.
  private static func tidied(_ text: String) -> String {
    SearchText.composed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// An option may be joined to its value by `=`.
  private static func value(of argument: String) -> Substring {
    argument.drop { $0 != "=" }.dropFirst()
  }
}

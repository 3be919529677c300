import Foundation
import Testing

/// Words that somebody might type, or send, to steer whatever shows them; and names that only look as
/// if they did.
struct Payload: Hashable, Sendable {
  enum Fate: CaseIterable, Sendable {
    /// Taken as it is, for all that it could do.
    case kept
    /// The same, but where a name is asked for: it has no letter.
    case keptUnlessName
    /// Taken nowhere: it holds what nobody can see.
    case refused
  }

  let text: String
  let fate: Fate

  /// What is kept of it: composed, with one space for every stretch of white space.
  ///
  /// Reckoned here without lantoa.
  var kept: String {
    text.precomposedStringWithCanonicalMapping
      .components(separatedBy: .whitespacesAndNewlines).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  func isTaken(asName: Bool) -> Bool {
    switch fate {
    case .kept: true
    case .keptUnlessName: !asName
    case .refused: false
    }
  }

  /// All payloads, several to a text where there is room: as many as one option takes, of one fate.
  static let joined: [Payload] = {
    var joined: [Payload] = []
    for fate in Fate.allCases {
      for payload in all where payload.fate == fate {
        let text = joined.last.map { "\($0.text) \(payload.text)" } ?? ""
        let last = Payload(text: text, fate: fate)
        if joined.last?.fate == fate, last.kept.unicodeScalars.count <= longest {
          joined[joined.count - 1] = last
        } else {
          joined.append(payload)
        }
      }
    }
    return joined
  }()

  /// The most characters that a text may have.
  private static let longest = 100

  // Two texts that compose to the same are two payloads.
  static func == (one: Self, other: Self) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension Payload: CustomTestStringConvertible {
  var testDescription: String { text.spelledOut }
}

extension String {
  /// With every character beyond ASCII, and every control character, as an escape.
  var spelledOut: String {
    unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }

  /// Byte by byte: two strings that compose to the same are not one.
  var bytes: [UInt8] { Array(utf8) }
}

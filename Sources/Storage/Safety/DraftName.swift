import Foundation

/// The name of a draft: what it is to become, and which process is making it.
struct DraftName: Hashable {
  private static let infix = ".new-"
  /// What SQLite keeps beside a database.
  static let companions = ["-wal", "-shm", "-journal"]

  /// The name that it is to have, and a mark.
  let target: String
  private let process: pid_t
  /// One of `companions`, or empty for the draft itself.
  private let companion: String

  /// The draft that this process makes.
  init(target: String) {
    self.target = target
    process = ProcessInfo.processInfo.processIdentifier
    companion = ""
  }

  /// Nil for a name that no draft has, to the last character.
  init?(_ name: String) {
    guard let infix = name.range(of: Self.infix, options: .backwards) else { return nil }
    target = String(name[..<infix.lowerBound])
    let end = name[infix.upperBound...]
    companion = Self.companions.first(where: end.hasSuffix) ?? ""
    let number = end.dropLast(companion.count)
    guard !target.isEmpty, let process = pid_t(number), process > 0, String(process) == number
    else { return nil }
    self.process = process
  }

  /// The draft itself, where this is of what lies beside it.
  var text: String { target + Self.infix + "\(process)" }

  /// Whether this is of what lies beside a draft.
  var isCompanion: Bool { !companion.isEmpty }

  /// Whether the process that was making it is dead. Numbers of processes are used again, so that a draft
  /// may be taken for one still being made.
  var isAbandoned: Bool { kill(process, 0) != 0 && errno == ESRCH }
}

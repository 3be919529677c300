@testable import Site

/// What a template asks for, read by a scanner of its own.
struct TemplateReading {
  private let tags: [Substring]
  private let files: [String: String]

  init(of name: String, files: [String: String]) {
    self.files = files
    let text = files["\(name).mustache"] ?? ""
    tags = text.matches(of: /\{\{\{?([^}]+)\}\}\}?/).map(\.1)
  }

  /// The names that no context around them has.
  func missing(in context: Context) -> [String] {
    var place = 0
    return missing(from: &place, in: [context])
  }

  private func missing(from place: inout Int, in contexts: [Context]) -> [String] {
    var missing: [String] = []
    while place < tags.count {
      let tag = tags[place]
      place += 1
      let name = String(tag.dropFirst())
      switch tag.first {
      case "/": return missing
      // A block that a page fills in.
      case "$": missing += self.missing(from: &place, in: contexts)
      case "<":
        missing += self.missing(from: &place, in: contexts)
        missing += Self.missing(of: name, files: files, in: contexts)
      case ">": missing += Self.missing(of: name, files: files, in: contexts)
      case "#", "^":
        guard let value = Self.value(name, in: contexts) else {
          missing.append(name)
          _ = self.missing(from: &place, in: contexts)
          continue
        }
        let start = place
        let inner = Self.inner(of: value, isInverted: tag.first == "^")
        for context in inner {
          place = start
          missing += self.missing(from: &place, in: contexts + (context.map { [$0] } ?? []))
        }
        if inner.isEmpty { _ = self.missing(from: &place, in: contexts) }
      default:
        switch Self.value(String(tag), in: contexts) {
        case .text: break
        default: missing.append(String(tag))
        }
      }
    }
    return missing
  }

  private static func missing(
    of name: String, files: [String: String], in contexts: [Context]
  ) -> [String] {
    guard files["\(name).mustache"] != nil else { return ["template \(name)"] }
    var place = 0
    return TemplateReading(of: name, files: files).missing(from: &place, in: contexts)
  }

  /// The contexts a section is rendered with, nil for those around it.
  private static func inner(of value: Context.Value, isInverted: Bool) -> [Context?] {
    let shown: [Context?] =
      switch value {
      case .text: [nil]
      case .flag(let flag): flag ? [nil] : []
      case .list(let contexts): contexts
      case .part(let context): context.map { [$0] } ?? []
      }
    return isInverted ? (shown.isEmpty ? [nil] : []) : shown
  }

  private static func value(_ name: String, in contexts: [Context]) -> Context.Value? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = contexts.last(where: { $0.values[parts[0]] != nil })?.values[parts[0]] else {
      return nil
    }
    return parts.dropFirst().reduce(.some(first)) { value, part in
      if case .part(let context?)? = value { context.values[part] } else { nil }
    }
  }
}

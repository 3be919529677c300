/// The title of a link or picture in curly quotation marks, which keep it from being one.
struct CurlyTitle: Hashable {
  let destination: String
  /// Of the finding.
  let line: Int
  /// Where its marks begin.
  let marks: [SourcePlace]

  /// Nil for a link with another fault.
  init?(_ link: BrokenLink, in running: RunningText) {
    guard case .curly(let destination) = link.fault,
      let words = running.bytes[link.range].lastIndex(of: UInt8(ascii: "]"))
    else { return nil }
    self.destination = destination
    line = running.places[link.range.lowerBound].line
    marks = (words..<link.range.upperBound).filter {
      Self.isCurly(running.bytes[$0..<link.range.upperBound])
    }.map { running.places[$0] }
  }

  /// None where the marks are not found in the text.
  func edits(in text: MarkdownText) -> [Edit] {
    let edits = marks.compactMap { mark -> Edit? in
      guard text.lines.indices.contains(mark.line - 1) else { return nil }
      let start = text.lines[mark.line - 1].lowerBound + mark.byte - 1
      guard start < text.bytes.count, Self.isCurly(text.bytes[start...]) else { return nil }
      return Edit(start..<start + 3, [UInt8(ascii: "\"")], rule: .linkBroken, line: line)
    }
    return edits.count == marks.count ? edits : []
  }

  /// The destination in `name “title”`; nil for another address.
  static func destination(in address: String) -> String? {
    let name = address.prefix { $0 != " " }
    let title = String(address.dropFirst(name.count)).trimmingSpace.unicodeScalars
    let marks = title.filter { isMark($0) }
    guard !name.isEmpty,
      !name.contains(where: { "<>".contains($0) || $0.unicodeScalars.contains(where: isMark) }),
      marks.count == 2, marks.contains(where: { $0 != "\"" }),
      title.first.map(isMark) == true, title.last.map(isMark) == true
    else { return nil }
    return String(name)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || PastedCharacters.quotes.contains(scalar)
  }

  /// Whether bytes begin with one of `PastedCharacters.quotes`.
  private static func isCurly(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xE2, 0x80])
      && bytes.dropFirst(2).first.map { (0x9C...0x9F).contains($0) } == true
  }
}

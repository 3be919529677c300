/// What looks like a link or picture, and is none to the parser: its reader sees the brackets.
struct BrokenLink: Hashable {
  enum Fault: Hashable {
    /// A blank in the name of the file, which only `<…>` may hold; with the title behind it, if any.
    case blank(name: String, title: String)
    /// Curly quotation marks around the title.
    case curly(name: String)
    /// No `)`.
    case open
    /// `[words][label]`, and nothing says where the label leads.
    case undefined(label: String)
    /// A link in a link, and whatever else.
    case other
  }

  /// In the running text.
  let range: Range<Int>
  let fault: Fault

  /// All of a text, in order.
  static func all(in text: RunningText) -> [BrokenLink] {
    var found: [BrokenLink] = []
    var open: [Int] = []
    for (index, byte) in text.bytes.enumerated() {
      if byte == UInt8(ascii: "[") { open.append(index) }
      guard byte == UInt8(ascii: "]"), let start = open.popLast() else { continue }
      let before = start > 0 ? text.bytes[start - 1] : 0
      let first = before == UInt8(ascii: "!") ? start - 1 : start
      let next = index + 1 < text.bytes.count ? text.bytes[index + 1] : 0
      if next == UInt8(ascii: "(") {
        let (end, fault) = Self.address(from: index + 2, in: text)
        found.append(BrokenLink(range: first..<end, fault: fault))
      } else if next == UInt8(ascii: "["), start + 1 < index,
        let (end, label) = Self.label(from: index + 2, in: text),
        !text.isNumber(start + 1..<index)
      {
        found.append(BrokenLink(range: first..<end, fault: .undefined(label: label)))
      }
    }
    return found
  }

  /// Where an address ends, and what is wrong with it. It goes no further than the line and the next
  /// bracket, so that each byte is looked at once.
  private static func address(
    from start: Int, in text: RunningText
  ) -> (end: Int, fault: Fault) {
    var depth = 0
    var end = start
    scan: while end < text.bytes.count {
      switch text.bytes[end] {
      case UInt8(ascii: ")") where depth == 0: return (end + 1, fault(of: text.string(start..<end)))
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "("): depth += 1
      case 0, RunningText.lineEnd, UInt8(ascii: "["), UInt8(ascii: "]"): break scan
      default: break
      }
      end += 1
    }
    let word = text.bytes[start..<end].firstIndex(of: UInt8(ascii: " ")) ?? end
    return (word, .open)
  }

  private static func fault(of address: String) -> Fault {
    if let name = CurlyTitle.destination(in: address) { return .curly(name: name) }
    let title = address.firstRange(of: " \"").map { String(address[$0.lowerBound...]) } ?? ""
    let name = String(address.dropLast(title.count)).trimmingSpace
    guard name.contains(" "), !name.contains(where: { "<>".contains($0) }) else { return .other }
    return .blank(name: name, title: title)
  }

  /// The label that begins at `start`, and where it ends; nil where no `]` closes it.
  private static func label(from start: Int, in text: RunningText) -> (end: Int, label: String)? {
    let rest = text.bytes[start...]
    guard let end = rest.firstIndex(where: { [0, 0x0A, 0x5B, 0x5D].contains($0) }),
      text.bytes[end] == UInt8(ascii: "]")
    else { return nil }
    return (end + 1, text.string(start..<end))
  }
}

extension RunningText {
  /// `[1][2]` are notes, not links.
  fileprivate func isNumber(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Stars in twos and threes; more of them stand for what is hidden.
  var strayStars: [Range<Int>] {
    let star = UInt8(ascii: "*")
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] == star { end += 1 }
      if (2...3).contains(end - index) { found.append(index..<end) }
      index = max(end, index + 1)
    }
    return found
  }
}

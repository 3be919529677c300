/// A page as a browser takes it apart, to see that the program alone wrote its markup.
struct PageMarkup {
  /// What the templates and the writer of lessons use; anything else came with the bytes.
  private static let elements: Set<String> = [
    "a", "article", "aside", "blockquote", "body", "br", "button", "caption", "code", "dd",
    "details",
    "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer", "form", "g", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "img", "input", "label", "legend", "li",
    "link", "main", "meta", "nav", "noscript", "ol", "option", "output", "p", "path", "pre",
    "progress", "rect", "circle", "script", "section", "select", "small", "span", "strong", "style",
    "summary", "svg", "table", "tbody", "td", "th", "thead", "time", "title", "tr", "ul",
  ]
  private static let empty: Set<String> = ["br", "hr", "img", "input", "link", "meta"]
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]
  private static let addresses: Set<String> = ["href", "src", "action", "formaction", "xlink:href"]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var ids: Set<String> = []

  private init(_ html: String) { bytes = Array(html.utf8) }

  static func check(_ html: String) throws {
    try require(
      html.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control || ["\n", "\r", "\t"].contains($0)
      }, "a page holds no control characters")
    var page = PageMarkup(html)
    try page.read()
  }

  private mutating func read() throws {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if begins("!--") {
        try skip(past: "-->")
      } else if begins("!") {
        try require(begins("!doctype html>"), "a page declares nothing but itself: \(near)")
        try skip(past: ">")
      } else if begins("/") {
        index += 1
        let name = word()
        try require(begins(">"), "an end tag has no attributes: \(near)")
        try require(open.popLast() == name, "\(name) ends what was opened last: \(near)")
      } else {
        try readTag()
      }
    }
    try require(open.isEmpty, "everything is ended: \(open)")
  }

  private mutating func readTag() throws {
    let name = word()
    try require(Self.elements.contains(name), "\(name) is an element of ours: \(near)")
    var names: Set<String> = []
    while true {
      skipSpace()
      if begins(">") { break }
      if begins("/>") {
        index += 2
        return
      }
      let attribute = word()
      try require(!attribute.isEmpty, "a tag holds attributes: \(near)")
      try require(names.insert(attribute).inserted, "an attribute stands once: \(near)")
      try check(attribute, try value())
    }
    index += 1
    if Self.empty.contains(name) { return }
    if name == "script" {
      try require(
        names.contains("src") && begins("</script>"), "no script stands in a page: \(near)")
    }
    if name == "style" { try skip(to: "</style>") }
    open.append(name)
  }

  private mutating func check(_ attribute: String, _ value: String) throws {
    try require(!attribute.hasPrefix("on"), "nothing happens by itself: \(attribute)")
    try require(attribute != "style", "no element brings its own style")
    if attribute == "id" { try require(ids.insert(value).inserted, "an id stands once: \(value)") }
    guard Self.addresses.contains(attribute) else { return }
    // Browsers leave out what cannot be seen before they look for a scheme.
    let seen = String(
      String.UnicodeScalarView(value.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
    guard let end = seen.firstIndex(where: { ":/?#".contains($0) }), seen[end] == ":" else {
      return
    }
    let scheme = seen[..<end].lowercased()
    try require(
      Self.schemes.contains(scheme) || (attribute == "src" && seen.hasPrefix("data:image/")),
      "a link leads to no \(scheme):")
  }

  // MARK: Bytes

  /// Some of what follows, to be told.
  private var near: String {
    String(decoding: bytes[max(0, index - 40)..<min(bytes.count, index + 40)], as: UTF8.self)
      .debugDescription
  }

  private func begins(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, Self.isOfWord(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// What follows the name of an attribute, with its escapes read.
  private mutating func value() throws -> String {
    guard begins("=") else { return "" }
    index += 1
    try require(begins("\""), "a value stands between quotation marks: \(near)")
    index += 1
    let start = index
    try skip(to: "\"")
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(value) { $0.replacing($1.0, with: $1.1) }
  }

  private mutating func skip(to end: String) throws {
    guard let found = bytes[index...].firstRange(of: Array(end.utf8)) else {
      throw BrokenLaw(description: "\(end) follows: \(near)")
    }
    index = found.lowerBound
  }

  private mutating func skip(past end: String) throws {
    try skip(to: end)
    index += end.utf8.count
  }
}

/// A quotation mark that a value of YAML begins with and that is closed on no line, or only by the
/// mark that was to open another value.
enum OpenQuote {
  /// The last such mark before an error in line `end`, where that error follows from it.
  static func position(in yaml: String, errorLine end: Int) -> SourcePosition? {
    var found: SourcePosition?
    var opened: (mark: Character, position: SourcePosition)?
    var last: Character = "\n"
    var hasSpace = true
    var isEscaped = false
    var (line, column) = (1, 0)
    var isComment = false
    for character in yaml {
      if character.isNewline {
        if ["\n", "\r", "\r\n"].contains(character) {
          (line, column) = (line + 1, 0)
        } else {
          // A line to YAML, and none to editors.
          column += 1
        }
        isComment = false
        if opened == nil, line > end { return found }
        if opened == nil { (last, hasSpace) = ("\n", true) }
        continue
      }
      column += 1
      if isComment { continue }
      if let quote = opened {
        if isEscaped {
          isEscaped = false
        } else if character == "\\", quote.mark == "\"" {
          isEscaped = true
        } else if character == quote.mark {
          if quote.position.line < line, line == end { found = quote.position }
          opened = nil
          last = character
        }
      } else if character == "#", hasSpace {
        isComment = true
      } else if character == " " || character == "\t" {
        hasSpace = true
      } else {
        let begins = "\n[{,".contains(last) || ":-?".contains(last) && hasSpace
        if begins, character == "\"" || character == "'" {
          opened = (character, SourcePosition(line: line, column: column))
        }
        (last, hasSpace) = (character, false)
      }
    }
    return opened?.position ?? found
  }
}

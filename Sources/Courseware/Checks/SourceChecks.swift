import Domain

/// What must not stand in a file, whatever it means.
enum SourceChecks {
  /// `yamlLines` are those of the front matter, counted from 0.
  static func run(
    _ text: MarkdownText, yamlLines: Range<Int>, findings: inout ManuscriptFindings
  ) {
    for number in text.lines.indices.map({ $0 + 1 }) {
      let bytes = text.bytes(line: number)
      checkNUL(bytes, line: number, findings: &findings)
      checkMergeMarker(bytes, line: number, findings: &findings)
    }
    var code = CodeLines(of: text)
    func isCode(_ line: Int) -> Bool { code.contains(line: line) }
    checkPasted(text, yamlLines: yamlLines, except: isCode, findings: &findings)
    checkDebris(text, except: isCode, findings: &findings)
    checkComposed(text, except: isCode, findings: &findings)
  }

  static func checkPasted(
    _ text: MarkdownText, yamlLines: Range<Int>, except isCode: (Int) -> Bool = { _ in false },
    findings: inout ManuscriptFindings
  ) {
    for line in PastedLines(in: text, yamlLines: yamlLines).lines where !isCode(line.number) {
      guard let first = line.found.first else { continue }
      findings.report(
        .pastedFromWord, at: SourcePlace(line: line.number, byte: first.range.lowerBound + 1),
        length: first.range.count,
        Words(
          vi: "ký tự dán từ Word: \(first.kind.words.vi)",
          en: "pasted from a word processor: \(first.kind.words.en)"),
        fix: Words(
          vi: "Viết gạch đầu dòng là \"- \"; dùng dấu cách và dấu nháy thẳng thường.",
          en: "Begin list items with \"- \"; use ordinary spaces and straight quotation marks."))
    }
  }

  /// Each piece once: what follows without a gap, or on the next line of a comment, belongs to it.
  private static func checkDebris(
    _ text: MarkdownText, except isCode: (Int) -> Bool, findings: inout ManuscriptFindings
  ) {
    var last = (end: -1, line: -1)
    for range in WordDebris.ranges(in: text) {
      let line = text.line(of: range.lowerBound)
      if isCode(line) { continue }
      let start = text.lines[line - 1].lowerBound
      let isNew =
        range.lowerBound != last.end && !(range.lowerBound == start && line == last.line + 1)
      last = (range.upperBound, line)
      guard isNew else { continue }
      findings.report(
        .pastedFromWord, at: SourcePlace(line: line, byte: range.lowerBound - start + 1),
        length: range.count,
        Words(vi: "mã thừa dán từ Word", en: "code that came along from a word processor"),
        fix: Words(vi: "Xóa nó đi.", en: "Delete it."))
    }
  }

  static func checkComposed(
    _ text: MarkdownText, except isCode: (Int) -> Bool = { _ in false },
    findings: inout ManuscriptFindings
  ) {
    for (index, range) in text.lines.enumerated() {
      if text.bytes[range].allSatisfy({ $0 < 0x80 }) { continue }
      let line = text.string(line: index + 1)
      if !SearchText.isComposed(line), !isCode(index + 1) {
        reportNFD(line, number: index + 1, findings: &findings)
        return
      }
    }
  }

  private static func checkNUL(
    _ bytes: ArraySlice<UInt8>, line: Int, findings: inout ManuscriptFindings
  ) {
    guard let index = bytes.firstIndex(of: 0) else { return }
    findings.report(
      .nulByte, at: SourcePlace(line: line, byte: index - bytes.startIndex + 1),
      Words(vi: "ký tự NUL không thuộc về văn bản", en: "a NUL does not belong in a text"),
      fix: Words(
        vi: "Xóa ký tự này; xem lại tệp có bị hỏng không.",
        en: "Delete it, and see whether the file is damaged."))
  }

  private static func checkMergeMarker(
    _ bytes: ArraySlice<UInt8>, line: Int, findings: inout ManuscriptFindings
  ) {
    let markers = ["<<<<<<< ", ">>>>>>> "]
    guard markers.contains(where: { bytes.starts(with: Array($0.utf8)) }) else { return }
    findings.report(
      .mergeMarker, at: SourcePlace(line: line), length: 7,
      Words(
        vi: "git chưa gộp xong chỗ này", en: "git left two versions here"),
      fix: Words(
        vi: "Giữ phần đúng và xóa các dòng <<<<<<<, =======, >>>>>>>.",
        en: "Keep what is right and delete the lines <<<<<<<, =======, >>>>>>>."))
  }

  private static func reportNFD(
    _ line: String, number: Int, findings: inout ManuscriptFindings
  ) {
    var byte = 1
    for character in line {
      if !SearchText.isComposed(String(character)) { break }
      byte += character.utf8.count
    }
    findings.report(
      .notNFC, at: SourcePlace(line: number, byte: byte),
      Words(
        vi: "dấu được gõ rời (NFD), từ đây trở đi; tìm kiếm sẽ không thấy chữ này",
        en: "letters and marks are apart (NFD) from here on, so that searching misses them"),
      fix: Words(
        vi: "Lưu lại tệp ở dạng Unicode dựng sẵn (NFC).",
        en: "Save the file as composed Unicode (NFC)."))
  }
}

extension PastedCharacters.Kind {
  fileprivate var words: Words {
    switch self {
    case .bullet: Words(vi: "dấu đầu dòng", en: "a bullet")
    case .space: Words(vi: "dấu cách hoặc ký tự ẩn", en: "a special or invisible space")
    case .quote: Words(vi: "dấu nháy cong", en: "a curly quotation mark")
    case .dash:
      Words(
        vi: "gạch dài trong dòng gạch của bảng", en: "long dashes in the row below a table's header"
      )
    }
  }
}

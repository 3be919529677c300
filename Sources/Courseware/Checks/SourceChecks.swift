import Domain

/// What must not stand in a file, whatever it means.
enum SourceChecks {
  static func run(_ text: MarkdownText, findings: inout ManuscriptFindings) {
    var hasNFD = false
    for number in text.lines.indices.map({ $0 + 1 }) {
      let bytes = text.bytes(line: number)
      checkNUL(bytes, line: number, findings: &findings)
      checkMergeMarker(bytes, line: number, findings: &findings)
      guard !bytes.allSatisfy({ $0 < 0x80 }) else { continue }
      let line = text.string(line: number)
      checkPasted(line, number: number, findings: &findings)
      if !hasNFD, !SearchText.isComposed(line) {
        hasNFD = true
        reportNFD(line, number: number, findings: &findings)
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

  private static func checkPasted(
    _ line: String, number: Int, findings: inout ManuscriptFindings
  ) {
    let bullets: Set<Unicode.Scalar> = ["•", "▪", "·", "–", "\u{F0B7}"]
    let invisible: Set<Unicode.Scalar> = ["\u{A0}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{2060}"]
    var byte = 1
    var isFirst = true
    for scalar in line.unicodeScalars {
      if invisible.contains(scalar) || isFirst && bullets.contains(scalar) {
        findings.report(
          .pastedFromWord, at: SourcePlace(line: number, byte: byte),
          length: UTF8.width(scalar),
          Words(
            vi:
              "ký tự dán từ Word: \(isFirst && bullets.contains(scalar) ? "dấu đầu dòng" : "dấu cách hoặc ký tự ẩn")",
            en: "pasted from a word processor: "
              + (isFirst && bullets.contains(scalar) ? "a bullet" : "a special or invisible space")),
          fix: Words(
            vi: "Viết gạch đầu dòng là \"- \"; thay dấu cách lạ bằng dấu cách thường.",
            en: "Begin list items with \"- \"; put an ordinary space for a special one."))
        return
      }
      if scalar != " " { isFirst = false }
      byte += UTF8.width(scalar)
    }
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

extension UTF8 {
  /// How many bytes a scalar has.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}

/// The text of a file, and where its characters stand.
struct SourceText {
  /// Without a byte order mark.
  let string: String
  /// For each line, how many scalars stand before each of its characters and before its end; nil
  /// where that is simply 0, 1, 2 …, in a line of ASCII.
  private let lines: [[Int]?]
  /// Where each line of YAML begins, which ends at more signs than a line that editors show.
  private let starts: [LineStart]
  /// Behind the last character.
  let end: SourcePosition

  init(_ text: String) {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    string = String(scalars)

    let (views, starts) = Self.lines(of: scalars)
    self.starts = starts
    lines = views.map { line in
      if line.allSatisfy(\.isASCII) { return nil }
      var offsets = [0]
      for character in String(line) {
        offsets.append((offsets.last ?? 0) + character.unicodeScalars.count)
      }
      return offsets
    }
    end = SourcePosition(line: views.count, column: String(views.last ?? scalars).count + 1)
  }

  /// The place of the character that a scalar belongs to, line and scalar counted from 1, as YAML
  /// counts lines.
  ///
  /// A line behind the last becomes the end.
  func position(line: Int, scalar: Int) -> SourcePosition {
    guard line <= starts.count else { return end }
    let start = starts[max(line, 1) - 1]
    let (line, scalar) = (start.line + 1, start.scalar + scalar)
    guard let offsets = lines[start.line] else {
      return SourcePosition(line: line, column: max(scalar, 1))
    }
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < scalar {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return SourcePosition(line: line, column: max(low, 1))
  }

  /// A line that editors show, and a scalar of it, both counted from 0.
  private struct LineStart {
    let line: Int
    let scalar: Int
  }

  /// The lines that editors show, without their ends, and where lines of YAML begin in them.
  private static func lines(
    of scalars: Substring.UnicodeScalarView
  ) -> ([Substring.UnicodeScalarView], [LineStart]) {
    var lines: [Substring.UnicodeScalarView] = []
    var starts = [LineStart(line: 0, scalar: 0)]
    var start = scalars.startIndex
    var index = start
    var count = 0
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      let scalar = scalars[index]
      count += 1
      switch scalar {
      case "\n", "\r":
        let isPair = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        lines.append(scalars[start..<index])
        index = isPair ? scalars.index(after: next) : next
        start = index
        count = 0
        starts.append(LineStart(line: lines.count, scalar: 0))
      case "\u{85}", "\u{2028}", "\u{2029}":
        starts.append(LineStart(line: lines.count, scalar: count))
        index = next
      default: index = next
      }
    }
    return (lines + [scalars[start...]], starts)
  }
}

extension SourceText {
  /// The text of `file`; nil, and a finding, where it is too large or not UTF-8.
  init?(_ file: SourceFile, findings: inout Findings) {
    guard let text = file.text(most: SourceFile.sizeLimit, findings: &findings) else { return nil }
    self.init(text)
  }
}

extension SourceFile {
  /// The text of at most `most` bytes; nil, and a finding, where it is larger or not UTF-8.
  func text(most: Int, findings: inout Findings) -> String? {
    guard bytes.count <= most else {
      let size = most < 1 << 20 ? "\(most >> 10) KiB" : "\(most >> 20) MiB"
      findings.report(
        .fileTooLarge, at: .start,
        Words(
          vi: "tệp lớn hơn \(size)", en: "a file is at most \(size), and this one is larger"),
        fix: Words(
          vi: "Kiểm tra xem có nhầm tệp không; tách bớt nội dung ra tệp khác.",
          en: "Check that this is the right file; move what does not belong here elsewhere."))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.report(
        .invalidUTF8, at: Self.endOfValidPart(of: bytes),
        Words(
          vi: "tệp phải là UTF-8, chỗ này có byte không hợp lệ",
          en: "a file must be UTF-8, and the bytes here are not"),
        fix: Words(
          vi: "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
          en: "Open the file in an editor and save it again as UTF-8."))
      return nil
    }
    return text
  }

  private static func endOfValidPart(of bytes: [UInt8]) -> SourcePosition {
    var valid = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid.append(scalar)
    }
    return SourceText(String(valid)).end
  }
}

extension BlockReader {
  /// Reports what was meant as a link, a picture or bold letters and reads as it is written.
  mutating func reportStraySigns(in trees: [MarkdownTree]) {
    guard trees.contains(where: \.mayHoldSigns) else { return }
    let running = RunningText(trees, in: text)
    for link in BrokenLink.all(in: running) { report(link, in: running) }
    for stars in running.strayStars {
      findings.report(
        .boldUnclosed, at: running.places[stars.lowerBound], length: stars.count,
        Words(
          vi: "dấu ** ở đây không làm đậm chữ nào, người đọc thấy nguyên dấu sao",
          en: "this ** makes nothing bold, so readers see the stars"),
        fix: Words(
          vi:
            "Viết ** liền trước chữ đầu và liền sau chữ cuối, hoặc xóa đi; dấu sao thật như trong `**21#` thì đặt "
            + "giữa hai dấu `.",
          en:
            "Write ** right before the first word and right behind the last, or delete it; stars that are meant, "
            + "as in `**21#`, stand between backquotes."))
    }
  }

  private mutating func report(_ link: BrokenLink, in running: RunningText) {
    if let title = CurlyTitle(link, in: running) { curlyTitles.append(title) }
    let (first, last) = (
      running.places[link.range.lowerBound], running.places[link.range.upperBound - 1]
    )
    let end = first.line == last.line ? last.byte : text.bytes(line: first.line).count
    findings.report(
      .linkBroken, at: first, length: end - first.byte + 1, link.summary, fix: link.fix)
  }

  /// Reports a fence that nothing closes.
  mutating func reportOpenFence(_ tree: MarkdownTree, around code: String) {
    let first = text.bytes(line: tree.place.line).dropFirst(tree.place.byte - 1)
    // What is code for its indent begins with its own first line.
    let firstOfCode = code.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    guard let fence = Fence(first), !firstOfCode.elementsEqual(first) else { return }
    let last = text.bytes(line: tree.endLine).drop { " \t>".utf8.contains($0) }
    if tree.endLine > tree.place.line, let end = Fence(last), end.closes(fence) { return }
    let marks = String(decoding: fence.marks, as: UTF8.self)
    findings.report(
      .codeUnclosed, at: SourcePlace(line: tree.place.line, byte: tree.place.byte + fence.indent),
      length: fence.marks.count,
      Words(
        vi: "khung mã mở ở đây không có chỗ đóng, nên mọi thứ phía sau thành mã",
        en: "this code has no end, so all that follows is shown as code"),
      fix: Words(
        vi: "Viết thêm một dòng \(marks) ở chỗ hết mã, hoặc xóa dòng này.",
        en: "Write a line \(marks) where the code ends, or delete this one."))
  }
}

/// The signs before and behind code: three or more of one kind.
private struct Fence {
  let marks: ArraySlice<UInt8>
  /// Blanks before them.
  let indent: Int
  /// Whether nothing follows them.
  private let isAlone: Bool

  init?(_ line: ArraySlice<UInt8>) {
    let rest = line.drop { $0 == 0x20 }
    guard let mark = rest.first, "`~".utf8.contains(mark) else { return nil }
    marks = rest.prefix { $0 == mark }
    guard marks.count >= 3 else { return nil }
    indent = line.count - rest.count
    isAlone = rest.dropFirst(marks.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  func closes(_ other: Fence) -> Bool {
    isAlone && marks.first == other.marks.first && marks.count >= other.marks.count
  }
}

extension BrokenLink {
  fileprivate var summary: Words {
    switch fault {
    case .blank(let name, _):
      Words(
        vi: "tên '\(name)' có dấu cách nên đây không thành liên kết hay hình",
        en: "the blank in '\(name)' keeps this from being a link or picture")
    case .curly(let name):
      Words(
        vi: "dấu nháy cong sau '\(name)' làm cho đây không thành liên kết hay hình",
        en: "curly quotation marks behind '\(name)' keep this from being a link or picture")
    case .open:
      Words(
        vi: "chỗ này thiếu dấu ) nên không thành liên kết hay hình",
        en: "a ) is missing, so this is no link or picture")
    case .undefined(let label):
      Words(
        vi: "không có dòng nào nói [\(label)] dẫn đi đâu, nên đây không thành liên kết",
        en: "nothing says where [\(label)] leads, so this is no link")
    case .other:
      Words(
        vi: "chỗ này trông như liên kết hay hình mà không thành, người đọc thấy nguyên dấu ngoặc",
        en: "this looks like a link or picture and is none: readers see the brackets")
    }
  }

  fileprivate var fix: Words {
    switch fault {
    case .blank(let name, let title):
      Words(
        vi:
          "Đặt tên giữa < và >: (<\(name)>\(title)); không phải liên kết thì viết \\[ thay cho [.",
        en:
          "Put the name between < and >: (<\(name)>\(title)); where no link is meant, write \\[ for [."
      )
    case .curly(let name):
      Words(
        vi: "Dùng dấu nháy thẳng: (\(name) \"chữ\").",
        en: "Use straight quotation marks: (\(name) \"words\").")
    case .open:
      Words(vi: "Viết ) liền sau tên tệp.", en: "Write ) right behind the name of the file.")
    case .undefined:
      Words(
        vi: "Viết tên tệp trong ngoặc tròn: [chữ](tệp.vi.md).",
        en: "Name the file in round brackets: [words](file.en.md).")
    case .other:
      Words(
        vi: "Viết [chữ](tệp) hay ![hình vẽ gì](tệp), không lồng liên kết vào nhau.",
        en: "Write [words](file) or ![what it shows](file), with no link inside another.")
    }
  }
}

extension MarkdownTree {
  /// A quick look, for most texts hold none.
  fileprivate var mayHoldSigns: Bool {
    switch kind {
    case .text(let text):
      text.utf8.contains(UInt8(ascii: "]")) || text.utf8.contains(UInt8(ascii: "*"))
    default: children.contains(where: \.mayHoldSigns)
    }
  }
}

import Courseware

/// The lines that a repair changes, as `diff -u` shows them without lines around.
struct RepairDifference {
  private(set) var lines: [String]

  init(_ repair: Repair, name: String) {
    lines = ["--- \(name.printable)", "+++ \(name.printable)"]
    guard let before = String(validating: repair.before, as: UTF8.self),
      let after = String(validating: repair.after, as: UTF8.self)
    else {
      let bytes = Spoken.count(repair.before.count - repair.after.count)
      lines.append(
        say(
          vi: "@@ ghi chú của máy ảnh: bớt \(bytes) byte @@",
          en: "@@ notes of the camera: \(bytes) bytes less @@"))
      return
    }
    compare(Self.lines(of: before), Self.lines(of: after))
  }

  /// Repairs change lines and put in new ones, and take none away.
  private mutating func compare(_ before: [Substring], _ after: [Substring]) {
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      let isSame = old < before.count && new < after.count && Self.same(before[old], after[new])
      if isSame {
        (old, new) = (old + 1, new + 1)
        continue
      }
      let isNew =
        new < after.count
        && (old == before.count || new + 1 < after.count && Self.same(before[old], after[new + 1]))
      lines.append("@@ -\(old + 1)\(isNew ? ",0" : "") +\(new + 1) @@")
      if !isNew {
        lines.append("-" + Self.visible(before[old]))
        old += 1
      }
      if new < after.count {
        lines.append("+" + Self.visible(after[new]))
        new += 1
      }
    }
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// By bytes: composed or not, text is the same to Swift.
  private static func same(_ left: Substring, _ right: Substring) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// What nobody could see or tell apart shows as its number: `<U+00A0>`.
  private static func visible(_ line: Substring) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      let isMark = scalar.properties.generalCategory == .nonspacingMark
      let hides =
        isMark || scalar != " " && scalar != "\t" && scalar.properties.isWhitespace
        || scalar.steersTerminals && scalar != "\t"
      if hides {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

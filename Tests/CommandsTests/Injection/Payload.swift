import Testing

/// Text that somebody types or puts in a list in order to do harm, or that does it by accident.
struct Payload: Sendable, CustomTestStringConvertible {
  let number: Int
  let text: String

  /// With a name's letters behind, so that it is no other payload's.
  var name: String { "\(text) Thị \(number)" }

  var testDescription: String { "\(number) \(text.debugDescription)" }

  static let all: [Payload] = (controls + escapes + invisible + formulas + queries + markup)
    .enumerated().map { Payload(number: $0.offset + 1, text: $0.element) }

  /// Those that a database might take for its own words.
  static let statements = all.filter { queries.contains($0.text) }

  /// Every control character but the zero byte, which no argument can hold.
  private static let controls = (Array(1...0x1F) + Array(0x7F...0x9F)).compactMap {
    Unicode.Scalar($0).map { "Lê\(Character($0))FORGED" }
  }

  /// What steers a terminal: colours, the cursor, its title, links, the clipboard, its answers.
  private static let escapes = [
    "\u{1B}[2J", "\u{1B}[31m", "\u{1B}[1A\u{1B}[2K", "\u{1B}[?25l", "\u{1B}[6n", "\u{1B}[5i",
    "\u{1B}]0;title\u{7}", "\u{1B}]2;title\u{1B}\\", "\u{1B}]52;c;cm0gLXJm\u{7}",
    "\u{1B}]8;;https://example.org\u{7}here\u{1B}]8;;\u{7}", "\u{1B}P$qm\u{1B}\\", "\u{1B}c",
    "\u{1B}(0", "\u{1B}#8", "\u{1B}_apc\u{1B}\\", "\u{1B}^pm\u{1B}\\", "\u{9B}2J",
    "\u{9D}0;t\u{9C}",
    "a\u{8}\u{8}b", "a\rFORGED", "a\nFORGED", "a\r\nFORGED", "a\u{B}FORGED", "a\u{C}FORGED",
  ]

  /// What nobody sees or can tell: changes of direction, empty characters, other line breaks, tags,
  /// selectors, fillers, private characters and those that are none.
  private static let invisible =
    ([0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C]
    + [0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A]
    + [0xFEFF, 0xFFF9, 0xFFFB, 0x1D173, 0xE0001, 0xE0041, 0xE007F]
    + [0x34F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180F, 0x2065, 0x2800, 0x3164, 0xFFA0, 0xFFFC]
    + [0xFE00, 0xFE0F, 0xE0100, 0xE01EF, 0xE000, 0xF8FF, 0xF0000, 0x10FFFF, 0xFDD0, 0xFFF0, 0x378])
    .compactMap {
      Unicode.Scalar($0).map { "Lê\(String.UnicodeScalarView([$0]))FORGED" }
    }

  /// What a spreadsheet runs, or takes apart.
  private static let formulas = [
    "=1+1", "=HYPERLINK(\"https://example.org\",\"x\")", "=cmd|' /C calc'!A0", "=SUM(A1:A9)*cmd",
    "+1+1", "+cmd|' /C calc'!A0", "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "@import",
    "\t=1+1", "\t@A1", "\r=1+1", " =1+1", "  +1", "\u{A0}=1", "\u{3000}=1", "'=1+1", "''=1+1",
    "'''-1", "\u{FF1D}1+1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}A1", "'\u{FF1D}1", " '=1",
    "\"=1+1\"",
    "\"\"=1", ",=1+1", ";=1+1", "a,=1", "a;=1", "a\t=1", "a\n=1+1", "\"", "\"\"\"", "a\"b,c\"d",
    "=", "+", "-", "@", "%0A=1", "=\u{301}1", "'\u{301}=1",
  ]

  private static let queries = [
    "'; DROP TABLE event; --", "\"; DROP TABLE learner; --", "' OR '1'='1", "\" OR \"\"=\"",
    "') OR ('a'='a", "1; ATTACH DATABASE 'x' AS y", "' UNION SELECT name FROM learner --", "%", "_",
    "%%", "a%b_c", "\\", "\\'", "--", "/*", "*/", "NULL", "x'00'", "?1", ":name", "$1", "@p1",
    "' || randomblob(9) || '", "[learner]", "`learner`", "NEAR(", "a* OR b", "^a", "\"a\" NOT b",
  ]

  /// What other programs, templates and shells might take for theirs.
  private static let markup = [
    "%s%n%@", "%d%x", "{0}", "\\(name)", "${HOME}", "$(reboot)", "`reboot`",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "&lt;b&gt;", "\"},{\"name\":\"", "\\u001b[2J", "{{name}}",
    "../../etc/passwd", "~/x", "-rf", "--yes", "!!", "a|b", "[x](javascript:alert(1))", "# Lê",
    "\u{1F469}\u{200D}\u{1F33E}", "e\u{301}\u{301}\u{301}\u{301}", "ﷺ", "𝐋ê",
  ]
}

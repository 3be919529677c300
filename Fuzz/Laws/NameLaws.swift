import Domain
import Intake

@testable import Commands

/// What people type beside days: names, numbers, references, and how all of it is shown.
enum NameLaws {
  static func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    try checkFolding(text)
    try checkFields(text)
    try checkNumbers(text)
    try checkReferences(text)
    try checkPrinting(text)
  }

  private static func checkFolding(_ text: String) throws {
    let composed = SearchText.composed(text)
    try require(
      SearchText.isComposed(composed), "composed text is composed: \(text.debugDescription)")
    let (folded, exact) = (SearchText.folded(text), SearchText.exact(text))
    try requireSame(SearchText.folded(folded), folded, "folding twice is folding once")
    try requireSame(SearchText.exact(exact), exact, "exact text is exact")
    try requireSame(SearchText.folded(exact), folded, "one exact text, one folded text")
    try requireSame(SearchText.folded(composed), folded, "composed text folds the same")
    try require(
      SearchText.words(of: folded) == SearchText.words(of: text), "folded text has the same words")
    try require(
      folded.unicodeScalars.first?.properties.isWhitespace != true
        && folded.unicodeScalars.last?.properties.isWhitespace != true,
      "folded text neither begins nor ends with a space: \(text.debugDescription)")
  }

  /// What a field has taken it takes again as it is.
  private static func checkFields(_ text: String) throws {
    try checkAgain(text, "name", Field.name)
    try checkAgain(text, "title", Field.title)
    try checkAgain(text, "remark", Field.remark)
    try checkAgain(text, "hamlet", Field.hamlet)
    try checkAgain(text, "external key", Field.externalKey)
    try checkAgain(text, "phone", Field.phone)
    _ = try? Field.birthYear(text, thisYear: 2026)
    _ = try? Field.score(text)
    _ = try? Field.minutes(text)
    _ = try? Field.lessons(text)
    _ = try? Field.sex(text)
    _ = try? Field.person(text)
    for kind in [ListKind.attendees, .learners, .sessions] {
      _ = ListColumn(header: text, in: kind)
    }
  }

  private static func checkAgain(
    _ text: String, _ field: String, _ read: (String) throws -> String
  ) throws {
    guard let taken = try? read(text) else { return }
    let again = try? read(taken)
    try requireSame(again ?? "refused", taken, "a \(field) that was taken is taken again as it is")
  }

  private static func checkNumbers(_ text: String) throws {
    if let phone = try? Field.phone(text) {
      try require(
        (10...11).contains(phone.utf8.count) && phone.utf8.first == UInt8(ascii: "0")
          && phone.utf8.contains { $0 != UInt8(ascii: "0") },
        "a phone has ten or eleven digits, not all of them zeros: \(phone)")
    }
    if let target = try? TargetSetCommand.basisPoints(text) {
      try require((1...10_000).contains(target), "a target is a share: \(text)")
      let shown = Spoken.target(basisPoints: target)
      try require(
        (try? TargetSetCommand.basisPoints(shown)) == target,
        "a target reads as it is shown: \(text)")
    }
    // Marks and what nobody can see are no way past the rule against citizen numbers.
    let plain = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isMark && !$0.isUnseen }))
    try checkHiding(text, plain, "name", Field.name)
    try checkHiding(text, plain, "hamlet", Field.hamlet)
    try checkHiding(text, plain, "external key", Field.externalKey)
  }

  private static func checkHiding(
    _ text: String, _ plain: String, _ field: String,
    _ read: (String) throws(FieldProblem) -> String
  ) throws {
    guard (try? read(text)) != nil else { return }
    do {
      _ = try read(plain)
    } catch {
      try require(
        error != .citizenNumber, "a \(field) hides a citizen number: \(text.debugDescription)")
    }
  }

  private static func checkReferences(_ text: String) throws {
    if let reference = Reference(typed: text) {
      try require(
        Reference(typed: reference.description) == reference, "a reference reads back: \(text)")
      try require(
        reference.lastFiveBytes.count == 5, "a reference is searched by five bytes: \(text)")
    }
    if let id = RecordID(text) {
      try requireSame(id.description, text, "an id is printed as it was written")
      try require(Reference(id).matches(id), "a reference names its id: \(text)")
    }
    if let hash = ContentHash(text) {
      try requireSame(hash.description, text, "a hash is printed as it was written")
    }
  }

  private static func checkPrinting(_ text: String) throws {
    let printable = text.printable
    try requireSame(printable.printable, printable, "printing twice is printing once")
    try require(
      printable.unicodeScalars.count == text.unicodeScalars.count,
      "nothing vanishes where text is printed: \(text.debugDescription)")
    try require(
      printable.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }, "printed text holds nothing that steers a terminal: \(text.debugDescription)")
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  fileprivate var isUnseen: Bool { properties.isDefaultIgnorableCodePoint }
}

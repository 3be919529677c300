package import Domain

/// Reads single fields as typed in a file, at a prompt or as an option.
///
/// Every function throws `FieldProblem.missing` for text that is empty or only spaces.
package enum Field {
  package static let longestText = 100
  package static let longestRemark = 500

  /// A person's name in NFC with single spaces; marks and case stay as typed.
  package static func name(_ text: String) throws(FieldProblem) -> String {
    let name = try title(text)
    guard !CitizenNumber.isWithin(name) else { throw .citizenNumber }
    return name
  }

  /// The name of a team, tidied as a person's is.
  package static func title(_ text: String) throws(FieldProblem) -> String {
    let title = try self.text(text)
    guard title.unicodeScalars.contains(where: \.isLetter) else { throw .noLetter }
    guard !CitizenNumber.isNewWithin(title) else { throw .citizenNumber }
    return title
  }

  /// What somebody writes beside a record: a venue, a note, the number of a document (`123/2026`).
  package static func remark(_ text: String) throws(FieldProblem) -> String {
    let remark = try self.text(text, most: longestRemark, withEmoji: true)
    guard !CitizenNumber.isWithin(remark, alsoGrouped: false) else { throw .citizenNumber }
    return remark
  }

  /// A village or residential group, tidied as a name is; its number alone will do.
  package static func hamlet(_ text: String) throws(FieldProblem) -> String {
    let hamlet = try self.text(text)
    guard !CitizenNumber.isWithin(hamlet), !CitizenNumber.isLikely(hamlet) else {
      throw .citizenNumber
    }
    return hamlet
  }

  /// A year from 1900 to `thisYear`.
  package static func birthYear(
    _ text: String, thisYear: Int
  ) throws(FieldProblem) -> Int {
    try number(text, in: 1900...max(1900, thisYear))
  }

  /// f, m, x, female or male; nữ, nam or khác, with or without marks.
  package static func sex(_ text: String) throws(FieldProblem) -> Sex {
    switch try folded(text) {
    case "f", "female", "nu": .female
    case "m", "male", "nam": .male
    case "x", "khac": .other
    default: throw .unknownWord
    }
  }

  /// The national form: 10 or 11 digits, the first a 0.
  ///
  /// Spaces, dots and hyphens go; +84 and 84 become 0; a number that a spreadsheet has robbed of its
  /// 0 gets it back, so nine digits that begin with 84 are one of those and hold no country code.
  package static func phone(_ text: String) throws(FieldProblem) -> String {
    let text = String(try tidied(text).unicodeScalars.filter { !$0.isBetweenDigits })
    let isInternational = text.hasPrefix("+")
    let digits = isInternational ? text.dropFirst() : text[...]
    guard digits.isDigits else { throw .notAPhone }

    var phone = digits
    if isInternational || (digits.hasPrefix("84") && digits.utf8.count >= 11) {
      guard digits.hasPrefix("84") else { throw .notAPhone }
      let national = digits.dropFirst(2)
      phone = national.hasPrefix("0") ? national : "0" + national
    } else if digits.utf8.count == 9, !digits.hasPrefix("0") {
      phone = "0" + digits
    }
    guard phone.hasPrefix("0"), (10...11).contains(phone.utf8.count),
      phone.contains(where: { $0 != "0" })
    else { throw .notAPhone }
    return String(phone)
  }

  /// attended, completed or passed; có mặt, hoàn thành or đạt, with or without marks.
  ///
  /// Who was absent has no result, and no row.
  package static func result(_ text: String) throws(FieldProblem) -> LearningResult {
    switch try folded(text) {
    case "attended", "co mat": .attended
    case "completed", "hoan thanh": .completed
    case "passed", "dat": .passed
    case "absent", "vang", "vang mat": throw .absent
    default: throw .unknownWord
    }
  }

  /// A whole number from 0 to 100.
  package static func score(_ text: String) throws(FieldProblem) -> Int {
    try number(text, in: 0...100)
  }

  /// paper, spoken, digital, guardian or none; giấy, lời nói or miệng, điện tử, người giám hộ or
  /// không.
  package static func consent(_ text: String) throws(FieldProblem) -> Consent {
    switch try folded(text) {
    case "paper", "giay", "ky giay": .paper
    case "spoken", "noi", "loi noi", "mieng", "bang mieng", "noi mieng": .spoken
    case "digital", "dien tu": .digital
    case "guardian", "nguoi giam ho", "giam ho": .guardian
    case "none", "khong": .none
    default: throw .unknownWord
    }
  }

  /// What a person is called by elsewhere, as typed but for spaces.
  package static func externalKey(_ text: String) throws(FieldProblem) -> String {
    let key = try self.text(text)
    guard !CitizenNumber.isLikely(key) else { throw .citizenNumber }
    return key
  }

  /// "new" or "mới", or a reference.
  package static func person(_ text: String) throws(FieldProblem) -> PersonChoice {
    if ["new", "moi"].contains(try folded(text)) { return .new }
    guard let reference = Reference(typed: try tidied(text)) else { throw .notAPerson }
    return .reference(reference)
  }
}

extension Field {
  /// Any text, tidied, of at most so many characters, and without any that cannot be told by looking;
  /// `withEmoji` lets those be that shape an emoji.
  package static func text(
    _ text: String, most: Int = longestText, withEmoji: Bool = false
  ) throws(FieldProblem) -> String {
    let text = try tidied(text)
    // Scalars, not characters: marks heaped on one letter must not pass for one.
    guard text.utf8.count <= most || text.unicodeScalars.count <= most else {
      throw .tooLong(most)
    }
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard !scalar.isUnseen || withEmoji && scalar.shapesEmoji(after: last) else {
        throw .controlCharacter
      }
      last = scalar
    }
    return text
  }

  static func number(
    _ text: String, in range: ClosedRange<Int>
  ) throws(FieldProblem) -> Int {
    let text = try tidied(text)
    guard text[...].isDigits else { throw .notANumber }
    guard let number = Int(text), range.contains(number) else { throw .outside(range) }
    return number
  }

  static func folded(_ text: String) throws(FieldProblem) -> String {
    let text = try tidied(text)
    let isFolded = text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isFolded ? text : SearchText.folded(text)
  }

  static func tidied(_ text: String) throws(FieldProblem) -> String {
    let tidied = text.tidied
    guard !tidied.isEmpty else { throw .missing }
    return tidied
  }
}

extension String {
  /// In NFC, trimmed, with one space for every stretch of white space and line breaks.
  var tidied: String {
    if isPlainlyTidy { return self }
    return SearchText.composed(self).unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map(String.init).joined(separator: " ")
  }

  /// True when nothing would be left of it.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { !$0.isPlain && $0.properties.isWhitespace }
  }

  /// True when there plainly is nothing to tidy, as in most cells.
  private var isPlainlyTidy: Bool {
    var isAfterSpace = true
    for scalar in unicodeScalars {
      if scalar == " " {
        if isAfterSpace { return false }
        isAfterSpace = true
      } else {
        guard scalar.isPlain else { return false }
        isAfterSpace = false
      }
    }
    return !isAfterSpace || isEmpty
  }
}

extension Substring {
  /// At least one ASCII digit, and nothing else.
  var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

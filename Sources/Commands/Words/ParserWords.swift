import ArgumentParser

/// What the argument parser says of a command line, which it has in English only.
enum ParserWords {
  /// All that is said of an error: what was wrong, what the option is for, how the command is used.
  static func told(of error: any Error) -> String {
    let whole = Root.fullMessage(for: error)
    guard Language.current == .vi else { return whole }
    let message = Root.message(for: error)
    let beginning = "Error: \(message)"
    guard whole.hasPrefix(beginning) else { return framed(whole) }
    return "Lỗi: \(vietnamese(message))\(framed(whole.dropFirst(beginning.count)))"
  }

  /// What is said around the message, line by line.
  private static func framed(_ lines: some StringProtocol) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { part -> String in
      let line = String(part)
      for (en, vi) in [("Usage: ", "Cách gõ: "), ("Help:  ", "Ý nghĩa:  ")]
      where line.hasPrefix(en) {
        return "\(vi)\(line.dropFirst(en.count))"
      }
      if let see = line.wholeMatch(of: #/  See '(.*)' for more information\./#) {
        return "  Xem thêm: \(see.1)"
      }
      return line
    }.joined(separator: "\n")
  }

  /// The sorts of errors that people make; our own messages are in their language already.
  private static func vietnamese(_ message: String) -> String {
    message.split(separator: "\n   or: ").map { ofOne(String($0)) }
      .joined(separator: "\n   hoặc: ")
  }

  private static func ofOne(_ message: String) -> String {
    ofOption(message) ?? ofArgument(message) ?? ofValue(message) ?? message
  }

  private static func ofOption(_ message: String) -> String? {
    let unknown = #/Unknown option '(.*)'(?:\. Did you mean '(.*)'\?)?/#.dotMatchesNewlines()
    if let found = message.wholeMatch(of: unknown) {
      let nearest = found.2.map { " Có phải là '\($0)'?" } ?? ""
      return "Không có tùy chọn '\(found.1)'.\(nearest)"
    }
    if let found = message.wholeMatch(of: #/Invalid option: (.*)/#.dotMatchesNewlines()) {
      return "Tùy chọn '\(found.1)' viết không đúng."
    }
    let twice = #/Value to be set with (.*) had already been set with (.*)/#.dotMatchesNewlines()
    if let found = message.wholeMatch(of: twice) {
      let flags = [found.2, found.1].map { $0.replacing("flag ", with: "") }
      return "Chỉ ghi một trong hai: \(flags[0]), \(flags[1])."
    }
    return nil
  }

  private static func ofArgument(_ message: String) -> String? {
    let hint = "Tên có dấu cách phải đặt trong dấu nháy."
    if let found = message.wholeMatch(of: #/Unexpected argument '(.*)'/#.dotMatchesNewlines()) {
      return "Thừa '\(found.1)', lệnh này không nhận. \(hint)"
    }
    let several = #/\d+ unexpected arguments: (.*)/#.dotMatchesNewlines()
    if let found = message.wholeMatch(of: several) {
      return "Thừa \(found.1), lệnh này không nhận. \(hint)"
    }
    if let found = message.wholeMatch(of: #/Missing expected argument '(.*)'/#) {
      return "Thiếu '\(found.1)'."
    }
    if let found = message.wholeMatch(of: #/Missing one of: (.*)/#) {
      return "Thiếu một trong những mục này: \(found.1)."
    }
    return nil
  }

  private static func ofValue(_ message: String) -> String? {
    if let found = message.wholeMatch(of: #/Missing value for '(.*?)'(?: in '(.*)')?/#) {
      return "Thiếu giá trị sau '\(found.1)'\(found.2.map { " trong '\($0)'" } ?? "")."
    }
    let flag = #/The option '(.*)' does not take any value, but '(.*)' was specified\./#
    if let found = message.wholeMatch(of: flag.dotMatchesNewlines()) {
      return "'\(found.1)' không nhận giá trị, ở đây lại có '\(found.2)'."
    }
    let invalid = #/The value '(.*)' is invalid for '([^']*)'(.*)/#.dotMatchesNewlines()
    guard let found = message.wholeMatch(of: invalid) else { return nil }
    let reason = found.3.replacing(". Please provide one of the following:", with: ". Chọn:")
      .replacing(". Please provide one of ", with: ". Chọn: ").replacing(" or '", with: " hoặc '")
      .replacing("' and '", with: "' hoặc '")
    let end = reason.isEmpty ? "." : reason
    return "Giá trị '\(found.1)' không dùng được cho '\(found.2)'\(end)"
  }
}

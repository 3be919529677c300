extension Spoken {
  /// The first lines of some, in words: “dòng 2, 5, 9, …”.
  static func lines(_ lines: [Int]) -> String {
    let shown = lines.prefix(8).map(String.init).joined(separator: ", ")
    let more = lines.count > 8 ? ", …" : ""
    return lines.count == 1
      ? say(vi: "dòng \(shown)", en: "line \(shown)")
      : say(vi: "dòng \(shown)\(more)", en: "lines \(shown)\(more)")
  }
}

/// What an author meant by a destination that leads to no file, written as it must be.
extension Shelf {
  /// The destination of the file that was probably meant, in the folder that was typed or in the
  /// folder of pictures; never the text that the link stands in. `path` is where `destination` leads.
  func nearest(to destination: String, at path: String, in manuscript: Manuscript) -> String? {
    let typed = destination.prefix { $0 != "#" }
    let anchor = destination.dropFirst(typed.count)
    if let file = sameInOtherCase(as: path) {
      return "\(Self.respelled(typed, as: file))\(anchor)"
    }
    let (folder, name) = Self.parts(of: path)
    if let file = nearestFile(to: name, in: folder, besides: manuscript.place) {
      let start = typed.lastIndex(of: "/").map { typed[...$0] } ?? ""
      return "\(start)\(file.asDestination)\(anchor)"
    }
    guard !typed.contains("/"),
      let picture = nearestFile(to: name, in: folder + "/images", besides: manuscript.place)
    else { return nil }
    return "images/\(picture.asDestination)\(anchor)"
  }

  /// The place of a file that is at `path` but for capitals, which not every system tells apart.
  private func sameInOtherCase(as path: String) -> String? {
    let small = path.lowercased()
    return names.keys.filter { small.hasPrefix($0.lowercased() + "/") }.sorted()
      .flatMap { folder in (names[folder] ?? []).map { "\(folder)/\($0)" } }
      .first { $0.lowercased() == small && $0 != path }
  }

  /// What was typed, with the names that it ends with spelled as those of `file`.
  private static func respelled(_ typed: Substring, as file: String) -> String {
    var parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var names = file.split(separator: "/").map(String.init)[...]
    for index in parts.indices.reversed() {
      guard ![".", "..", ""].contains(parts[index]), let name = names.popLast() else { break }
      parts[index] = name.asDestination
    }
    return parts.joined(separator: "/")
  }

  /// The name of the file in `folder` that was probably meant: the same number and language, or
  /// nearly the same letters.
  private func nearestFile(to name: String, in folder: String, besides own: String) -> String? {
    let names = (names[folder] ?? []).filter { "\(folder)/\($0)" != own }
    if let nearest = NearestName.nearest(to: name, among: names) { return nearest }
    let number = name.prefix { $0.isNumber }
    let end = name.split(separator: ".").suffix(2).joined(separator: ".")
    return number.isEmpty ? nil : names.first { $0.hasPrefix(number + "-") && $0.hasSuffix(end) }
  }
}

/// An address of the web that lacks its beginning, so that it reads as the name of a file.
enum WebAddress {
  private static let endings = ["vn", "com", "org", "net"]

  /// With `https://`; nil for what does not look like one.
  static func completed(_ destination: String) -> String? {
    for start in ["https//", "http//"] where destination.lowercased().hasPrefix(start) {
      return "https://\(destination.dropFirst(start.count))"
    }
    let host = destination.prefix { !"/?#".contains($0) }.lowercased()
    let names = host.split(separator: ".")
    let isHost = names.count > 1 && names.last.map { endings.contains(String($0)) } == true
    return isHost || host.hasPrefix("www.") ? "https://\(destination)" : nil
  }
}

extension Manuscript {
  /// Where it lies, as `LinkIndex` has it.
  fileprivate var place: String {
    "\(course.map { "courses/\($0)" } ?? "content")/\(Shelf.parts(of: path).name)"
  }
}

extension String {
  /// The name of a file as Markdown takes it, with or without `<…>` around it.
  fileprivate var asDestination: String {
    var name = replacing("%", with: "%25")
    for (sign, code) in [(" ", "%20"), ("(", "%28"), (")", "%29"), ("#", "%23")] {
      name = name.replacing(sign, with: code)
    }
    return name
  }
}

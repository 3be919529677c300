/// The short name of a course or lesson: its folder or file, and its address for good.
package enum Slug {
  /// Small ASCII letters and digits, in parts joined by single hyphens.
  package static func isValid(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty
        && $0.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  /// Its parts as words, for whoever has no better title yet: `Mat khau` for `mat-khau`.
  package static func words(of slug: String) -> String {
    let words = slug.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

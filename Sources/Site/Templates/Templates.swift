import Mustache

/// The templates, the style sheet, the script and the words: those that the program carries, or others
/// in their place.
package struct Templates: Sendable {
  private let library: MustacheLibrary
  private let files: [String: String]

  /// Files in `replacing` stand for those of `site-templates/` that have their names.
  ///
  /// - Throws: `TemplateError` naming the file and line that are not Mustache.
  package init(replacing: [String: String] = [:]) throws(TemplateError) {
    files = Self.builtInFiles.merging(replacing) { _, replaced in replaced }
    EscapedText.register()
    var library = MustacheLibrary()
    for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(Self.suffix) {
      do {
        try library.register(
          EscapedText.mark + text, named: String(file.dropLast(Self.suffix.count)))
      } catch let error as MustacheTemplate.ParserError {
        // The mark is a line of its own.
        let line = max(1, error.context.lineNumber - 1)
        throw TemplateError(file: file, line: line, cause: "\(error.error)")
      } catch {
        throw TemplateError(file: file, line: 1, cause: "\(error)")
      }
    }
    self.library = library
  }

  private static let suffix = ".mustache"

  /// The names that a folder of templates may hold.
  package static var names: [String] { builtInFiles.keys.sorted() }

  package func render(_ page: SitePage) -> String {
    library.render(page.context, withTemplate: page.template.rawValue) ?? ""
  }

  package func render(_ sheet: VerifySheet) -> String {
    library.render(sheet.context, withTemplate: VerifySheet.template) ?? ""
  }

  /// Every file by its name: what tells one set of templates from another.
  var texts: [(name: String, text: String)] {
    files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A file as it stands; empty where there is none.
  func file(_ name: String) -> String { files[name] ?? "" }

  /// The words of a language, in Vietnamese where it has none of its own.
  func words(in language: String) -> InterfaceWords {
    let fallback = InterfaceWords(language: "vi", file: file("words.vi.txt"))
    return InterfaceWords(
      language: language, file: file("words.\(language).txt"), fallback: fallback.byKey)
  }
}

/// A template that is not Mustache.
package struct TemplateError: Error, Hashable {
  package let file: String
  package let line: Int
  package let cause: String
}

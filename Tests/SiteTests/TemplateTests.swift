import Foundation
import TestSupport
import Testing

@testable import Site

struct TemplateTests {
  private static let folder = LantoaProcess.checkout + "/site-templates"

  @Test func `the program carries the files of the folder`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(names == Templates.names)
    for name in names {
      let text = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
      #expect(Templates.builtInFiles[name] == text, "\(name): run scripts/site-templates")
    }
  }

  @Test func `every word exists in both languages, with the same blanks`() throws {
    let templates = try Templates()
    let vi = InterfaceWords(language: "vi", file: templates.file("words.vi.txt")).byKey
    let en = InterfaceWords(language: "en", file: templates.file("words.en.txt")).byKey
    #expect(Set(vi.keys) == Set(en.keys))
    for (key, text) in vi {
      let blanks = text.matches(of: /\{\w+\}/).map { String($0.0) }.sorted()
      let english = (en[key] ?? "").matches(of: /\{\w+\}/).map { String($0.0) }.sorted()
      #expect(blanks == english, "\(key)")
      #expect(!text.isEmpty && en[key]?.isEmpty == false, "\(key)")
    }
    for word in InterfaceWord.allCases { #expect(vi[word.rawValue] != nil, "\(word)") }
    let script = templates.file("site.js")
    for use in script.matches(of: /words\.(\w+)/) {
      #expect(vi["js-\(use.1)"] != nil, "\(use.1)")
    }
  }

  /// A key that is not there renders as nothing, so nobody would see a slip.
  @Test func `every variable of every template is given by every page that uses it`() throws {
    var seen: [TemplateName: Int] = [:]
    for base in [nil, "https://lantoa.example"] {
      try Site(.sample(baseURL: base), templates: Templates()).forEachPage { page in
        seen[page.template, default: 0] += 1
        let reading = TemplateReading(of: page.template.rawValue, files: Templates.builtInFiles)
        #expect(reading.missing(in: page.context) == [], "\(page.address.path)")
      }
    }
    #expect(Set(seen.keys) == Set(TemplateName.allCases))
  }

  @Test func `a template that is not Mustache is named with its line`() {
    #expect { try Templates(replacing: ["home.mustache": "a\n{{#b}}"]) } throws: {
      let error = $0 as? TemplateError
      return error?.file == "home.mustache" && error?.line == 2
    }
  }

  /// To Mustache, which looks at characters, it is no quotation mark.
  @Test(arguments: ["<p title=\"{{title}}\">", "{{>item}}", "{{<item}}{{/item}}"])
  func `a quotation mark with an accent ends no attribute`(home: String) throws {
    let templates = try Templates(replacing: [
      "home.mustache": home, "item.mustache": "<p title=\"{{title}}\">",
    ])
    let page = SitePage(
      address: Address("index.html"), template: .home,
      context: ["title": .text("a\"\u{301} onclick=<\u{301}")])
    let found = templates.render(page).unicodeScalars
    #expect(
      found.elementsEqual("<p title=\"a&quot;\u{301} onclick=&lt;\u{301}\">".unicodeScalars))
  }
}

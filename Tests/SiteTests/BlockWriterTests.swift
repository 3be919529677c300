import Courseware
import TestSupport
import Testing

@testable import Site

struct BlockWriterTests {
  private static let nowhere = SourcePlace(line: 1)
  private static let hostile = #"<script>alert("1")</script> & 'x'"#
  private static let harmless =
    "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"

  private func html(_ blocks: Block..., isPaper: Bool = false) throws -> String {
    var setting = BlockWriter.Setting(
      words: try Templates().words(in: "en"), href: { $0.destination },
      picture: {
        Picture(href: $0.source, size: PictureSize(of: Array(SampleLibrary.drawing.utf8)))
      })
    setting.isPaper = isPaper
    setting.quizCount = 1
    return BlockWriter.text(blocks, in: setting)
  }

  private func list(_ marker: ListBlock.Marker, _ items: [[Block]], isTight: Bool = true) -> Block {
    .list(ListBlock(marker: marker, isTight: isTight, items: items, place: Self.nowhere))
  }

  @Test func `text is escaped wherever it stands`() throws {
    let text: [Inline] = [.text(Self.hostile)]
    let written = try html(
      .heading(Heading(level: 2, id: "\"><b", content: text, place: Self.nowhere)),
      .paragraph(text),
      .paragraph([.link(Link(destination: "\"><b", content: text, place: Self.nowhere))]),
      .paragraph([
        .image(
          Image(
            source: "\"><b", alternative: Self.hostile, isDecorative: false, place: Self.nowhere))
      ]), .code(Self.hostile, language: "\"><b"),
      .table(
        Table(
          caption: text, alignments: [.natural], header: [text], rows: [[text]], place: Self.nowhere
        )))
    #expect(!written.contains("<script") && !written.contains("<b"))
    #expect(written.split(separator: Self.harmless, omittingEmptySubsequences: false).count == 9)
  }

  @Test func `control characters become the sign for what cannot be shown`() throws {
    #expect(try html(.paragraph([.text("a\u{0}b\u{1B}\tc")])) == "<p>a\u{FFFD}b\u{FFFD}\tc</p>\n")
  }

  @Test func `headings keep their levels and never stand above the title`() throws {
    func heading(_ level: Int) -> Block {
      .heading(Heading(level: level, id: "x", content: [.text("y")], place: Self.nowhere))
    }
    #expect(try html(heading(1), heading(3)) == "<h2 id=\"x\">y</h2>\n<h3 id=\"x\">y</h3>\n")
  }

  @Test func `lists are as tight as they were written`() throws {
    let items: [[Block]] = [[.paragraph([.text("a")])]]
    #expect(try html(list(.bullet, items)) == "<ul>\n<li>a</li>\n</ul>\n")
    #expect(
      try html(list(.number(start: 3), items, isTight: false))
        == "<ol start=\"3\">\n<li><p>a</p>\n</li>\n</ol>\n")
    #expect(
      try html(list(.checkbox, items)).contains("<label><input type=\"checkbox\"> <span>a</span>"))
    #expect(try html(list(.checkbox, items), isPaper: true).contains("<li>☐ a</li>"))
  }

  @Test func `a table scrolls by keyboard and is named by its caption`() throws {
    let written = try html(
      .table(
        Table(
          caption: [.text("Ai hỏi")], alignments: [.right], header: [[.text("a")]],
          rows: [[[.text("b")]]], place: Self.nowhere)))
    #expect(
      written == """
        <div class="scroll" role="region" tabindex="0" aria-labelledby="table-1">
        <table>
        <caption id="table-1">Ai hỏi</caption>
        <thead>
        <tr><th scope="col" class="right">a</th></tr>
        </thead>
        <tbody>
        <tr><td class="right">b</td></tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `an alert says in words what it is, and a folded one opens without a script`() throws {
    func alert(isFolded: Bool) -> Block {
      .alert(
        Alert(
          kind: .warning, title: nil, isFolded: isFolded, content: [.paragraph([.text("x")])],
          place: Self.nowhere))
    }
    #expect(
      try html(alert(isFolded: false))
        == "<section class=\"alert warning\"><p class=\"alert-title\">Take care</p>\n<p>x</p>\n</section>\n"
    )
    #expect(
      try html(alert(isFolded: true)).hasPrefix(
        "<details class=\"alert warning\"><summary>Take care</summary>"))
    #expect(try html(alert(isFolded: true), isPaper: true).hasPrefix("<section"))
  }

  @Test func `a picture leaves room for itself`() throws {
    let image = Image(source: "a.svg", alternative: "", isDecorative: true, place: Self.nowhere)
    #expect(
      try html(.paragraph([.image(image)]))
        == "<figure><img src=\"a.svg\" alt=\"\" width=\"320\" height=\"200\" loading=\"lazy\"></figure>\n"
    )
  }

  @Test func `no answer of a question is chosen, and the right one stands in no fixed place`()
    throws
  {
    func quiz(_ id: String, keepsOrder: Bool) -> Block {
      let choices = ["a", "b", "c"].map {
        Quiz.Choice(isRight: $0 == "b", content: [.text($0)], feedback: [], place: Self.nowhere)
      }
      return .quiz(
        Quiz(
          id: id, question: [.paragraph([.text("?")])], answer: .single(choices), hints: [],
          keepsOrder: keepsOrder, place: Self.nowhere))
    }
    func order(_ html: String) -> [Substring] {
      html.matches(of: /value="(\d)"/).map(\.1)
    }
    #expect(try !html(quiz("x", keepsOrder: false)).contains("checked"))
    #expect(try order(html(quiz("x", keepsOrder: true))) == ["0", "1", "2"])
    let places = try (0..<60).map {
      try order(html(quiz("q-\($0)", keepsOrder: false))).firstIndex(of: "1")
    }
    for place in 0..<3 { #expect((10...30).contains(places.count { $0 == place })) }
  }

  @Test func `things to put in order are never shown in order`() {
    for number in 0..<50 {
      #expect(DrawnOrder.shuffledPlaces(3, id: "q-\(number)") != [0, 1, 2])
      #expect(DrawnOrder.shuffledPlaces(3, id: "q-\(number)").sorted() == [0, 1, 2])
    }
  }
}

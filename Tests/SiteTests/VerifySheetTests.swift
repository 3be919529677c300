import Courseware
import Storage
import TestSupport
import Testing

@testable import Site

struct VerifySheetTests {
  private func sheet(_ language: String) throws -> VerifySheet {
    let library = SampleLibrary.library
    let course = try #require(library.curriculum.courses.first)
    return VerifySheet(
      of: course, lessons: library.lessons.filter { $0.language == "vi" }, in: language,
      templates: try Templates(), hash: { .sha256($0) })
  }

  @Test func `every variable of the template is given`() throws {
    let reading = TemplateReading(of: "verifysheet", files: Templates.builtInFiles)
    for language in ["vi", "en"] {
      #expect(reading.missing(in: try sheet(language).context) == [])
    }
  }

  @Test func `each lesson has its steps with boxes, who looked last and a place to sign`() throws {
    let html = try Templates().render(sheet("vi"))
    let lessons = SampleLibrary.library.lessons.filter { $0.language == "vi" }
    let steps = lessons.reduce(0) { $0 + ($1.steps?.items.count ?? 0) }
    #expect(steps > 2)
    #expect(html.matches(of: /<tr>/).count >= steps)
    #expect(
      html.matches(of: /class="box"/).count == 2 * html.matches(of: /<tr>/).count)
    #expect(html.contains("Kiểm tra lần cuối: 12/11/2026, Trần Văn Minh."))
    #expect(html.contains("Chưa có ai kiểm tra tại chỗ."))
    #expect(html.matches(of: /class="sign"/).count == lessons.count)
    #expect(html.contains("lantoa site verify safe-online/02 --by &quot;họ và tên&quot;"))
    #expect(html.contains("<title>Tờ kiểm tra tại chỗ: An toàn trên mạng</title>"))
  }
}

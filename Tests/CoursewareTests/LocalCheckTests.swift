import Courseware
import Domain
import Testing

struct LocalCheckTests {
  private func check(_ name: String = "Trần Văn Minh") throws -> LocalCheck {
    try #require(LocalCheck(by: name, on: CalendarDay(ordinal: 20769)))
  }

  private func written(_ text: String, by name: String = "Trần Văn Minh") throws -> String? {
    let file = SourceFile(path: LessonSample.path, bytes: Array(text.utf8))
    return try check(name).written(in: file).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `two lines of the front matter change, and no other byte`(end: String) throws {
    let before = """
      \u{FEFF}---
      title: "Mật khẩu"
      minutes: 25
      objectives: ["Đặt được."]
      last_verified: null # tháng sáu
      verified_by: 'Lan # Hà'  # tổ 4
      status: published
      ---

      last_verified: trong bài
      e\u{302}
      """.replacing("\n", with: end)
    let after = before.replacing("last_verified: null", with: "last_verified: 2026-11-12")
      .replacing("'Lan # Hà'", with: "\"Trần Văn Minh\"")
    #expect(try written(before).map { Array($0.utf8) } == Array(after.utf8))
    #expect(try written(after).map { Array($0.utf8) } == Array(after.utf8))
  }

  @Test func `lines that are not there come to the end`() throws {
    let after = LessonSample.front.replacing(
      "status: published\n",
      with: "status: published\nlast_verified: 2026-11-12\nverified_by: \"Trần Văn Minh\"\n")
    #expect(try written(LessonSample.front) == after)
  }

  @Test func `any name on one line can be written`() throws {
    for name in ["Lan \"Sún\" \\ # 4", "null", "12", "- x: [", "Hồ Thị Lê"] {
      #expect(try written(LessonSample.front, by: name) != nil, "\(name)")
    }
    for name in ["", "  ", "a\nb", "a\u{2028}b", "a\u{0}"] {
      #expect(LocalCheck(by: name, on: CalendarDay(ordinal: 0)) == nil)
    }
  }

  @Test func `a value over several lines, or no front matter, is left alone`() throws {
    let long = LessonSample.front.replacing(
      "status:", with: "verified_by: >\n  Lan\n  Hà\nstatus:")
    #expect(try written(long) == nil)
    #expect(try written("## Vì sao\n") == nil)
    #expect(try written(LessonSample.front.replacing("minutes: 25", with: "minutes: 0")) == nil)
  }
}

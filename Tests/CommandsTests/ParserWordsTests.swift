import Testing

/// What the parser of arguments says is said in the language of whoever reads it.
struct ParserWordsTests {
  private func refusal(_ line: String, language: String = "vi") async throws -> String {
    let words = line.split(separator: " ").map(String.init)
    let outcome = await (try Bench.founded()).run(words, language: language)
    #expect(outcome.code == 64 && outcome.stdout.isEmpty, "\(outcome)")
    return outcome.stderr
  }

  @Test(arguments: [
    ("site check --frmat x", "Không có tùy chọn '--frmat'. Có phải là '--format'?"),
    ("site check -z", "Không có tùy chọn '-z'."),
    (
      "site publish a b",
      "Thừa 'b', lệnh này không nhận. Tên có dấu cách phải đặt trong dấu nháy."
    ),
    (
      "unit resolve a b c",
      "Thừa 'b', 'c', lệnh này không nhận. Tên có dấu cách phải đặt trong dấu nháy."
    ),
    ("unit resolve", "Thiếu '<name>'."),
    ("site check --format", "Thiếu giá trị sau '--format <format>'."),
    (
      "site check --format x",
      "Giá trị 'x' không dùng được cho '--format <format>'. Chọn: 'table', 'json' hoặc 'csv'."
    ),
    ("journal list --limit x", "Giá trị 'x' không dùng được cho '--limit <limit>'."),
    ("site check --fix=3", "'--fix' không nhận giá trị, ở đây lại có '3'."),
    ("site check --dry-run", "--dry-run đi cùng --fix."),
  ])
  func `each sort of error is told in Vietnamese, and how the command is used`(
    line: String, told: String
  ) async throws {
    let said = try await refusal(line)
    #expect(said.hasPrefix("Lỗi: \(told)\n"), "\(said)")
    let verb = line.split(separator: " ").prefix(2).joined(separator: " ")
    #expect(said.contains("\nCách gõ: lantoa \(verb)"), "\(said)")
    #expect(said.hasSuffix("\n  Xem thêm: lantoa \(verb) --help\n"), "\(said)")
    for word in ["Error", "Usage", "Help:", "Unknown", "Missing", "invalid", "See "] {
      #expect(!said.contains(word), "\(said)")
    }
    #expect(try await refusal(line, language: "en").hasPrefix("Error: "))
  }

  @Test(arguments: ["site bulid --lang vi", "site --lang vi bulid", "--lang=vi site bulid -q"])
  func `a command that is none is blamed itself, whatever stands around it`(line: String)
    async throws
  {
    let said = try await refusal(line, language: "en")
    #expect(
      said.hasPrefix("Lỗi: Không có lệnh “lantoa site bulid”. Có phải là: lantoa site build?"))
    #expect(!said.contains("--lang"), "\(said)")
  }

  @Test func `what could stand in its place is listed, where nothing is near too`() async throws {
    let verb = try await refusal("site foo", language: "en")
    #expect(
      verb.hasPrefix("Error: There is no command “lantoa site foo”. After “lantoa site” comes"))
    for name in ["check", "preview", "publish", "verify-sheet"] { #expect(verb.contains(name)) }
    let noun = try await refusal("lerner find", language: "en")
    #expect(noun.contains("“lantoa lerner”. Did you mean: lantoa learner?"), "\(noun)")
  }

  @Test(arguments: ["unit --lang vi list", "unit --lang=vi --quiet list", "--lang vi unit list"])
  func `an option of every command may stand before the verb`(line: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    let outcome = await (try Bench.founded()).run(words)
    #expect(outcome.code == 0 && outcome.stdout.contains("xã, phường ngày"), "\(outcome)")
  }

  @Test(arguments: ["--lang vi", "--lang vi --help", "site --lang vi", "site --lang vi --help"])
  func `help is given in the language that was asked for before it`(line: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    let outcome = await (try Bench()).run(words)
    #expect(outcome.code == 0 && outcome.stderr.isEmpty, "\(outcome)")
    #expect(outcome.stdout.contains("Tìm mọi chỗ hỏng") || outcome.stdout.contains("Bắt đầu:"))
  }
}

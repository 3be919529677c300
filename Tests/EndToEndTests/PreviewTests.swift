import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// A browser's view of `site preview`, by HTTP, while an author writes.
struct PreviewTests {
  private let lantoa: LantoaProcess
  private let session = URLSession(configuration: .ephemeral, delegate: Stays(), delegateQueue: nil)
  private let lesson = "courses/thu/01-sac-pin.vi.md"
  private let page = "/vi/thu/sac-pin/"

  init() async throws {
    lantoa = try LantoaProcess()
    for name in ["courses", "content"] {
      try FileManager.default.createDirectory(
        atPath: lantoa.scratch.path(name), withIntermediateDirectories: false)
    }
    let folders = ["--courses", "courses", "--content", "content"]
    try await lantoa.run(["site", "new-course", "thu", "--title", "Thử"] + folders)
    try await lantoa.run(["site", "new-lesson", "thu", "sac-pin", "--title", "Sạc pin"] + folders)
  }

  /// Runs `body` on a preview, with its address.
  private func preview(_ body: (URL) async throws -> Void) async throws {
    let process = try lantoa.start(
      ["site", "preview", "--port", "0", "--lang", "en"] + [
        "--courses", "courses", "--content", "content",
      ])
    defer { process.kill() }
    let address = try #require(try await process.line(beginning: "http://"))
    try await body(#require(URL(string: address)))
  }

  private func get(
    _ path: String, from base: URL, method: String = "GET"
  ) async throws -> (code: Int, headers: [AnyHashable: Any], text: String) {
    var request = URLRequest(url: try #require(URL(string: path, relativeTo: base)))
    request.httpMethod = method
    let (data, response) = try await session.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    return (answer.statusCode, answer.allHeaderFields, String(decoding: data, as: UTF8.self))
  }

  /// Puts a text in the place of the lesson at once: half a file would be an edition of its own.
  private func save(_ text: String) throws {
    try lantoa.scratch.write(text, to: "saved.md")
    try #require(rename(lantoa.scratch.path("saved.md"), lantoa.scratch.path(lesson)) == 0)
  }

  /// What the page holds once it holds `text`, or at the end of a long wait.
  private func page(with text: String, from base: URL) async throws -> String {
    var latest = ""
    for _ in 0..<600 {
      latest = try await get(page, from: base).text
      if latest.contains(text) { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return latest
  }

  @Test func `a draft is shown, what is saved shows, and what broke is told while the page stays`()
    async throws
  {
    try await preview { base in
      let before = try await get(page, from: base)
      #expect(before.code == 200 && before.text.contains("Sạc pin"))
      #expect(before.headers["Content-Type"] as? String == "text/html; charset=utf-8")
      #expect(before.text.contains(".lantoa/preview.js?edition=1\""))
      #expect(try await get(".lantoa/preview.js", from: base).text.contains("EventSource"))
      let findings = try await get(".lantoa/findings.json", from: base)
      #expect(findings.headers["Content-Language"] as? String == "en")

      let draft = try lantoa.scratch.read(lesson)
      try save(draft + "\n## Thêm sau\n")
      let after = try await page(with: "Thêm sau", from: base)
      #expect(after.contains("Thêm sau") && after.contains("?edition=2\""))

      try save("---\ntitle: [\n---\n")
      let broken = try await page(with: "?edition=3\"", from: base)
      #expect(broken.contains("Thêm sau"), "the page as it was last is better than none")
      let text = try await get(".lantoa/findings.json", from: base).text
      let first = try #require(ParsedJSON(text)?.elements.first)
      #expect(first["file"] == .text(lesson) && first["severity"] == .text("error"), "\(text)")
    }
  }

  @Test func `nothing but the site is served, and nothing can be sent`() async throws {
    try lantoa.scratch.write("bí mật", to: "secret.txt")
    try await preview { base in
      for path in [
        "../secret.txt", "%2e%2e/secret.txt", "%252e%252e/secret.txt", "/etc/passwd",
        ".//etc/passwd",
        "courses/thu/course.yaml", ".lantoa/../../secret.txt", "vi/%00", "..%5csecret.txt",
      ] {
        let answer = try await get(path, from: base)
        #expect(answer.code == 404, "\(path)")
        #expect(!answer.text.contains("bí mật") && !answer.text.contains("root:"), "\(path)")
      }
      #expect(try await get("/", from: base, method: "POST").code == 405)
      let folder = try await get("vi", from: base)
      #expect(folder.code == 308 && folder.headers["Location"] as? String == "/vi/")
    }
  }

  @Test func `another site cannot give its name to this machine and read the drafts`() async throws
  {
    try await preview { base in
      for (host, code) in [
        ("evil.example", 403), ("127.0.0.1.evil.example:80", 403), ("localhost", 200),
      ] {
        var request = URLRequest(url: try #require(URL(string: page, relativeTo: base)))
        request.setValue(host, forHTTPHeaderField: "Host")
        let (data, response) = try await session.data(for: request)
        #expect((response as? HTTPURLResponse)?.statusCode == code, "\(host)")
        #expect(
          String(decoding: data, as: UTF8.self).contains("Sạc pin") == (code == 200), "\(host)")
      }
    }
  }

  @Test func `a port that is taken is told with another`() async throws {
    try await preview { base in
      let port = String(try #require(base.port))
      let second = try await lantoa.run(
        "site", "preview", "--port", port, "--courses", "courses", "--content", "content")
      #expect(second.code == 1 && second.stderr.contains("--port"), "\(second)")
    }
  }
}

/// Takes a redirect for the answer.
private final class Stays: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

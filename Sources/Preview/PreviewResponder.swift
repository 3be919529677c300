import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers from memory: no path of a request ever reaches the file system.
struct PreviewResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let board: PreviewBoard
  let gate: AccessGate?

  func respond(to request: Request, context: Context) async throws -> Response {
    guard request.method == .get || request.method == .head else {
      return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
    }
    // Another site may give its own name to this machine's address, and so read what is served here.
    guard gate != nil || Self.isOfThisMachine(request.head.authority) else {
      return text(
        "Mở bằng địa chỉ 127.0.0.1, như trong cửa sổ dòng lệnh.\n"
          + "Use the address 127.0.0.1, as the terminal shows it.\n", status: .forbidden)
    }
    // A path that begins with two slashes would name another host in a redirect.
    let path = "/" + Self.path(of: request).drop { $0 == "/" }
    switch gate?.decide(request) ?? .open {
    case .open: break
    case .welcome(let cookie):
      return Response(
        status: .seeOther, headers: [.location: location(of: path), .setCookie: cookie])
    case .shut:
      return text(
        "Cần địa chỉ có mã, như trong cửa sổ dòng lệnh.\n"
          + "Use the address with its code, as the terminal shows it.\n", status: .forbidden)
    }
    switch path {
    case "/.lantoa/events": return events()
    case "/.lantoa/findings.json":
      let edition = await board.edition
      var response = answer(Array(edition.findings.utf8), as: "application/json")
      response.headers[.contentLanguage] = edition.language
      return response
    default:
      let edition = await board.edition
      let address = PreviewEdition.address(of: path)
      if let bytes = edition.file(at: address) {
        return answer(bytes, as: Self.type(of: address))
      }
      if edition.isFolder(path) {
        return Response(status: .permanentRedirect, headers: [.location: location(of: path) + "/"])
      }
      guard let page = edition.file(at: "404.html") else { return text("404\n", status: .notFound) }
      return answer(page, as: Self.type(of: "404.html"), status: .notFound)
    }
  }

  private static func isOfThisMachine(_ authority: String?) -> Bool {
    guard let authority else { return true }
    let host = authority.replacing(#/:[0-9]*$/#, with: "").lowercased()
    return ["127.0.0.1", "localhost", "[::1]"].contains(host)
  }

  /// `URI.path` would take a folder's last slash away.
  private static func path(of request: Request) -> String {
    let path = request.uri.string.prefix { $0 != "?" && $0 != "#" }
    return String(path).removingPercentEncoding ?? ""
  }

  private func location(of path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
  }

  /// The number of each edition, as server-sent events.
  private func events() -> Response {
    let body = ResponseBody { writer in
      for await number in await board.numbers() {
        try await writer.write(ByteBuffer(string: "data: \(number)\n\n"))
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: Self.headers(type: "text/event-stream"), body: body)
  }

  private func text(_ text: String, status: HTTPResponse.Status) -> Response {
    answer(Array(text.utf8), as: "text/plain; charset=utf-8", status: status)
  }

  private func answer(
    _ bytes: [UInt8], as type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: Self.headers(type: type),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func type(of address: String) -> String {
    guard let end = address.split(separator: ".").last,
      let type = MediaType.getMediaType(forExtension: String(end))
    else { return "application/octet-stream" }
    return type.type == .text ? "\(type); charset=utf-8" : "\(type)"
  }

  /// Nothing is kept by a browser: the next look is at the next edition.
  private static func headers(type: String) -> HTTPFields {
    [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"]
  }
}

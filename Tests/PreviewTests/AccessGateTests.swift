import HTTPTypes
import Hummingbird
import Testing

@testable import Preview

struct AccessGateTests {
  private let gate = AccessGate(code: "k7m2qx9d")

  private func decide(_ path: String, cookie: String? = nil) -> AccessGate.Decision {
    var head = HTTPRequest(method: .get, scheme: "http", authority: "10.0.0.5:8080", path: path)
    head.headerFields[.cookie] = cookie
    return gate.decide(Request(head: head, body: RequestBody(buffer: .init())))
  }

  @Test func `the code lets a browser in once and for all, and nothing else does`() {
    #expect(decide("/vi/") == .shut)
    #expect(decide("/vi/?code=k7m2qx9") == .shut)
    #expect(decide("/vi/", cookie: "lantoa-preview=x") == .shut)
    guard case .welcome(let cookie) = decide("/vi/?code=k7m2qx9d") else {
      Issue.record("the code is right")
      return
    }
    #expect(cookie.hasPrefix("lantoa-preview=k7m2qx9d;") && cookie.contains("HttpOnly"))
    #expect(decide("/vi/", cookie: "a=b; lantoa-preview=k7m2qx9d") == .open)
  }

  @Test func `whoever guesses is stopped, and those who are in stay in`() {
    for guess in 0..<10 { #expect(decide("/?code=\(guess)") == .shut) }
    #expect(decide("/?code=k7m2qx9d") == .shut)
    #expect(decide("/", cookie: "lantoa-preview=k7m2qx9d") == .open)
  }

  @Test func `a code is eight letters and digits that look like no others`() {
    var random = SystemRandomNumberGenerator()
    let codes = (0..<200).map { _ in AccessCode.draw(using: &random) }
    #expect(Set(codes).count == 200)
    for code in codes {
      #expect(code.count == 8 && code.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) })
      #expect(!code.contains { "01lo".contains($0) })
    }
  }
}

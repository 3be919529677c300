import HTTPTypes
import Hummingbird
import Synchronization

/// Lets those in who bring the code of this run, and remembers their browsers by a cookie.
///
/// Whoever guesses is stopped: after ten wrong codes no new browser is let in.
final class AccessGate: Sendable {
  enum Decision: Equatable {
    case open
    /// The code was right: the browser gets the cookie, and the address without the code.
    case welcome(cookie: String)
    case shut
  }

  private static let cookieName = "lantoa-preview"
  private static let mostWrong = 10

  private let code: String
  private let wrong = Atomic<Int>(0)

  init(code: String) {
    self.code = code
  }

  func decide(_ request: Request) -> Decision {
    let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
    if cookies.contains(where: { $0.drop { $0 == " " } == "\(Self.cookieName)=\(code)" }) {
      return .open
    }
    guard let typed = request.uri.queryParameters["code"],
      wrong.load(ordering: .sequentiallyConsistent) < Self.mostWrong
    else { return .shut }
    guard typed == code[...] else {
      wrong.add(1, ordering: .sequentiallyConsistent)
      return .shut
    }
    return .welcome(cookie: "\(Self.cookieName)=\(code); Path=/; HttpOnly; SameSite=Strict")
  }
}

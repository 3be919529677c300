package import Courseware

/// Where a file of the site lies, from its root: `vi/safe-online/index.html`.
package struct Address: Hashable, Sendable, Comparable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// Its last part.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  package static func < (left: Self, right: Self) -> Bool { left.path < right.path }

  /// A link to `other` from here that works on a server and in a folder alike.
  func href(to other: Address, anchor: String? = nil) -> String {
    let slash = UInt8(ascii: "/")
    // Behind the last folder that both lie in.
    var (here, there) = (path.utf8[...], other.path.utf8[...])
    for (left, right) in zip(path.utf8.indices, other.path.utf8.indices) {
      guard path.utf8[left] == other.path.utf8[right] else { break }
      if path.utf8[left] == slash {
        here = path.utf8[path.utf8.index(after: left)...]
        there = other.path.utf8[other.path.utf8.index(after: right)...]
      }
    }
    let up = String(repeating: "../", count: here.count { $0 == slash })
    return up + Self.encoded(Substring(there), keeping: slash)
      + (anchor.map { "#" + Self.encoded($0) } ?? "")
  }

  /// The address on the web, below `base`; an index is called by its folder.
  func url(below base: String) -> String {
    let index = "index.html"
    let isIndex = path == index || path.hasSuffix("/\(index)")
    let shown = isIndex ? path.dropLast(index.utf8.count) : path[...]
    return base + (base.hasSuffix("/") ? "" : "/")
      + Self.encoded(shown, keeping: UInt8(ascii: "/"))
  }

  /// As a browser names it, from the root of the site.
  var encodedPath: String {
    Self.encoded(path, keeping: UInt8(ascii: "/"))
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Everything but letters, digits and `-._~` of ASCII, and `keeping`, as `%` and two digits.
  private static func encoded(_ part: some StringProtocol, keeping kept: UInt8? = nil) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.utf8.count)
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      case kept: bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Address {
  static func home(_ language: String) -> Address { Address("\(language)/index.html") }

  static func course(_ course: String, _ language: String) -> Address {
    Address("\(language)/\(course)/index.html")
  }

  static func wholeCourse(_ course: String, _ language: String) -> Address {
    Address("\(language)/\(course)/print/index.html")
  }

  /// One of the forms in which a lesson is given out.
  enum LessonForm: String, CaseIterable {
    case page, teach, handout, questions, file
  }

  /// Without the lesson's number, which changes when one is put before it.
  static func lesson(
    _ course: String, _ slug: String, _ language: String, as form: LessonForm = .page
  ) -> Address {
    alias("\(course)/\(slug)", language, as: form)
  }

  /// The same for a name that a lesson had: `safe-online/old-name`.
  static func alias(_ name: String, _ language: String, as form: LessonForm) -> Address {
    let folder = "\(language)/\(name)"
    return switch form {
    case .page: Address("\(folder)/index.html")
    // Named for its lesson, because it travels alone.
    case .file: Address("\(folder)/\(Address(name).name).html")
    case .teach, .handout, .questions: Address("\(folder)/\(form.rawValue)/index.html")
    }
  }

  /// Of the handout of a lesson, which every lesson has, the lesson.
  package var lessonOfHandout: LessonAddress? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 5, parts[3] == LessonForm.handout.rawValue else { return nil }
    return LessonAddress(course: parts[1], slug: parts[2])
  }

  static func skill(_ code: String, _ language: String) -> Address {
    Address("\(language)/skills/\(code.lowercased())/index.html")
  }

  static func page(_ name: String, _ language: String) -> Address {
    Address("\(language)/\(name)/index.html")
  }

  static func search(_ language: String) -> Address { Address("\(language)/search/index.html") }

  /// A file beside the lessons or pages: `safe-online/images/phone.svg`.
  static func file(_ path: String) -> Address { Address("files/\(path)") }

  static func asset(_ name: String) -> Address { Address("assets/\(name)") }
}

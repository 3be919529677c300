package import Domain

extension Field {
  /// How long a session was: from one minute to a day.
  package static func minutes(_ text: String) throws(FieldProblem) -> Int {
    try number(text, in: 1...1440)
  }

  /// class, home, desk or broadcast; lớp, tại nhà, tại bàn, phát loa or tuyên truyền.
  package static func form(_ text: String) throws(FieldProblem) -> SessionForm {
    switch try folded(text) {
    case "class", "lop", "lop hoc": .class
    case "home", "tai nha": .home
    case "desk", "tai ban": .desk
    case "broadcast", "phat loa", "tuyen truyen": .broadcast
    default: throw .unknownWord
    }
  }

  /// Numbers, titles or slugs of lessons, with commas or semicolons between them.
  package static func lessons(_ text: String) throws(FieldProblem) -> [String] {
    var lessons: [String] = []
    for part in try tidied(text).split(whereSeparator: { ",;".contains($0) })
    where !String(part).isBlank {
      lessons.append(try self.text(String(part)))
    }
    guard !lessons.isEmpty else { throw .missing }
    return lessons
  }
}

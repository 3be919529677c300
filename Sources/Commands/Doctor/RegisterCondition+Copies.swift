import Storage

/// What may hold people beside the register or in it, and nobody looks after.
extension RegisterCondition {
  static func copies(of register: Register) throws -> Check {
    var details: [String] = []
    do {
      try register.requireSoleName()
    } catch RegisterError.severalNames(let path, let others) {
      let way = RegisterError.names(others, of: path)
      details.append(
        say(
          vi:
            "Sổ còn tên khác (liên kết cứng): \(way). Người bị xóa có thể còn ở tên đó, nên trước khi bỏ "
            + "tên kia thì không xóa hẳn được ai (tên này vẫn còn nguyên sổ).",
          en:
            "The register has another name (a hard link): \(way). Whoever is erased may stay under that "
            + "one, so nobody can be erased for good before it is removed; the register stays under this one."
        ))
    }
    details += try register.abandonedDrafts().map(\.warning)
    return Check(name: .copies, isWell: details.isEmpty, detail: details.joined(separator: " "))
  }

  static func foreign(in register: Register) throws -> Check {
    let words = ForeignWords(try register.foreignContent())
    return Check(name: .foreign, isWell: words == nil, detail: words?.found ?? "")
  }
}

import Storage

/// What may hold people beside the register or in it, and nobody looks after.
extension RegisterCondition {
  static func copies(of register: Register) throws -> Check {
    var details: [String] = []
    do {
      try register.requireSoleName()
    } catch let error as RegisterError {
      details.append(error.message)
    }
    details += try register.abandonedDrafts().map(\.warning)
    return Check(name: .copies, isWell: details.isEmpty, detail: details.joined(separator: " "))
  }

  static func foreign(in register: Register) throws -> Check {
    let words = ForeignWords(try register.foreignContent())
    return Check(name: .foreign, isWell: words == nil, detail: words?.found ?? "")
  }
}

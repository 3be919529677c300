import Storage

/// What holds people beside the register, and nobody looks after.
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
}

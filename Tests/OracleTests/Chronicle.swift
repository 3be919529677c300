/// Everything that was written in a world, and what the devices answered.
struct Chronicle {
  let flaw: Flaw?
  private(set) var entries: [Entry] = []
  /// By operation.
  private(set) var replies: [Reply] = []

  init(_ operations: [Operation] = [], flaw: Flaw? = nil) {
    self.flaw = flaw
    for operation in operations { add(operation) }
  }

  mutating func add(_ operation: Operation) {
    var desk = Desk(
      operation, knowing: ledger(of: operation.device, havingHeard: operation.heard))
    replies.append(desk.perform(operation.deed))
    entries += desk.written
  }

  /// What a device knows that has heard of so many operations.
  func ledger(of device: Int, havingHeard heard: Int) -> Ledger {
    Ledger(entries.filter { $0.device == device || $0.id.act < heard }, flaw: flaw)
  }
}

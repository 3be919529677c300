package import Domain

/// Something in the journal that is not as it was written.
package struct JournalFault: Hashable, Sendable {
  package enum Problem: String, Sendable, CaseIterable {
    /// The stored hash is not that of the stored bytes.
    case hashDiffers = "hash-differs"
    /// The bytes are not canonical JSON, or not an envelope.
    case notCanonical = "not-canonical"
    /// A column says something else than the envelope.
    case columnDiffers = "column-differs"
    /// The event does not name the hash of the one before it.
    case chainBroken = "chain-broken"
    /// Events of a device are missing before this one.
    case sequenceGap = "sequence-gap"
    /// The clock falls along a device's sequence.
    case clockFalls = "clock-falls"
    /// The personal part is not the one that was recorded.
    case personalDiffers = "personal-differs"
    /// The personal part is gone, and no erasure names it.
    case personalMissing = "personal-missing"
    /// A personal part is there although an erasure names the event: rebuilding takes it out.
    case personalKept = "personal-kept"
    /// The body does not say what its kind demands.
    case bodyInvalid = "body-invalid"
    /// The tables hold what the journal has no event of: its end was cut off.
    case eventsLost = "events-lost"
    /// SQLite finds the file's own structure broken.
    case fileDamaged = "file-damaged"
    /// An index of the journal does not lead to what the table has: rebuilding makes it again.
    case indexDamaged = "index-damaged"
    /// The tables are not the fold of the journal: rebuild them.
    case projectionDiffers = "projection-differs"
    /// The file's notes of itself, its device and account among them, are not as it can have written them.
    case localDiffers = "local-differs"
    /// The file holds what no lantoa puts there: a table, a view, an index, a trigger, a row of `local`;
    /// or a table of lantoa's own has a column or a definition that is not.
    case foreignContent = "foreign-content"
  }

  package let problem: Problem
  /// The row of the event in the file; nil for the projection.
  package let row: Int64?
  /// Which column, field or table.
  package let detail: String
}

/// What a walk over the whole journal found.
package struct JournalVerification: Sendable {
  /// A device's last event: whoever keeps it elsewhere can tell later that nothing was cut off.
  package struct Head: Hashable, Sendable {
    package let device: Device.ID
    package let epoch: Int
    package let sequence: Int
    package let hash: ContentHash
  }

  package var events = 0
  /// Events of kinds that this program does not know: kept, not folded.
  package var unknownKinds = 0
  package var faults: [JournalFault] = []
  package var heads: [Head] = []

  package var isSound: Bool { faults.isEmpty }
}

extension JournalFault {
  /// Whether it lies in what can be made anew from a journal that is whole.
  var isOutsideJournal: Bool {
    problem == .fileDamaged || problem.isMendedByRebuilding || problem.isLeftBehind
  }
}

extension JournalFault.Problem {
  package var isMendedByRebuilding: Bool {
    [.projectionDiffers, .personalKept, .indexDamaged].contains(self)
  }

  /// Whether the journal and its fold have nothing of it, and a register restored from a backup neither.
  package var isLeftBehind: Bool { [.localDiffers, .foreignContent].contains(self) }
}

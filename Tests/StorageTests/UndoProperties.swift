import Domain
import Storage
import TestSupport
import Testing

/// `undo` and `undo --back` against two stacks, as any editor has them.
@Suite struct UndoProperties {
  private static let today = Sample.day("2026-02-10")

  /// Something done to one session of a list, and whether the session was void before it.
  private struct Act {
    var session: Int
    var wasVoid: Bool
  }

  @Test(arguments: 0..<40)
  func `what comes back is what was taken back last, and nothing past something new`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let register = try Sample.register()
    var sessions: [Session.ID] = []
    var isVoid: [Bool] = []
    var done: [Act] = []
    var undone: [Act] = []
    func record<T>(_ body: (inout Recorder) throws -> T) throws -> T {
      try register.record(as: Sample.author(on: Self.today, seed: random.next()), body)
    }
    for _ in 0..<25 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        let logged = try record { recorder in
          try recorder.logSession(
            SessionDetails(
              date: Self.today, form: .broadcast, team: nil, course: nil, unnamed: 1),
            attendees: [])
        }
        done.append(Act(session: sessions.count, wasVoid: true))
        undone = []
        sessions.append(logged.id)
        isVoid.append(false)
      case 2:
        guard let k = sessions.indices.randomElement(using: &random) else { continue }
        let session = try #require(try register.read { try $0.session(id: sessions[k]) })
        try record { recorder in
          if isVoid[k] {
            try recorder.unvoid(session)
          } else {
            try recorder.void(session, reason: .wrongDate)
          }
        }
        done.append(Act(session: k, wasVoid: isVoid[k]))
        undone = []
        isVoid[k].toggle()
      case 3, 4:
        let taken = try record { try $0.undo() }
        let act = done.popLast()
        #expect((taken == nil) == (act == nil))
        if let act {
          isVoid[act.session] = act.wasVoid
          undone.append(act)
        }
      default:
        let back = try record { try $0.redo() }
        let act = undone.popLast()
        #expect((back == nil) == (act == nil))
        if let act {
          isVoid[act.session] = !act.wasVoid
          done.append(act)
        }
      }
      let found = try register.read { reader in
        try sessions.map { try reader.session(id: $0)?.isVoid }
      }
      #expect(found == isVoid)
    }
  }
}

import ArgumentParser
import Domain
import Storage

struct Undo: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "undo",
      say(
        vi: "Bỏ việc vừa ghi gần nhất; --back lấy lại.",
        en: "Take back the last thing recorded; --back has it back."),
      examples: ["lantoa undo", "lantoa undo --back"],
      discussion: say(
        vi: "Không có gì bị xóa: việc đã bỏ vẫn nằm trong nhật ký.",
        en: "Nothing is deleted: what was taken back stays in the journal."))
  }

  @OptionGroup var global: GlobalOptions

  @Flag(
    help: ArgumentHelp(say(vi: "Lấy lại việc vừa bỏ.", en: "Have back what was taken back last.")))
  var back = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (stored, words, staying) = try desk.record { recorder in
      let stored = back ? try recorder.redo() : try recorder.undo()
      return (
        stored, try stored.map { try recorder.reader.spoken($0) },
        back ? 0 : try stored.map { try recorder.reader.peopleLeft(by: $0) } ?? 0
      )
    }
    guard let stored, let words else {
      desk.tell(
        back
          ? say(
            vi: "Từ lần ghi gần nhất chưa bỏ việc nào, nên không có gì để lấy lại.",
            en: "Nothing was taken back since the last thing recorded.")
          : say(vi: "Không còn việc nào để bỏ.", en: "There is nothing left to take back."))
      return
    }
    desk.done(
      stored.reference,
      back
        ? say(vi: "Đã lấy lại: \(words).", en: "It counts again: \(words).")
        : say(
          vi: "Đã bỏ: \(words). Vẫn giữ trong nhật ký; lấy lại: lantoa undo --back",
          en: "Took back: \(words). It stays in the journal; to have it back: lantoa undo --back"))
    if staying > 0 {
      desk.tell(
        say(
          vi: "\(Spoken.count(staying)) người của buổi đó không còn gì khác, vẫn ở trong sổ.",
          en: "\(Spoken.count(staying)) of its people have nothing else recorded; they stay in the "
            + "register."))
    }
  }
}

extension StoredEvent {
  /// What other commands call the thing; nil where they call it by no reference.
  fileprivate var reference: Reference? {
    switch event.kind {
    case SettingSet.kind, TargetSet.kind, Imported.kind, LearnerLinked.kind, LearnerUnlinked.kind,
      LearnerDistinct.kind:
      nil
    case CompletionRecorded.kind: Reference(event.id)
    default: Reference(event.subject)
    }
  }
}

extension RegisterReader {
  /// Of a session that was taken back, the people who have neither another one nor a completion.
  fileprivate func peopleLeft(by stored: StoredEvent) throws -> Int {
    guard let fact = try stored.fact(as: SessionLogged.self) else { return 0 }
    return try fact.marks.keys.filter { learner in
      let isElsewhere = try attendance(of: learner).contains { !$0.session.isVoid }
      return try !isElsewhere && completions(of: learner).allSatisfy(\.isVoid)
    }.count
  }

  /// What an event did to a person, or to an import; nil for anything else.
  private func spokenIdentity(_ stored: StoredEvent) throws -> String? {
    func person(_ id: Learner.ID) throws -> String {
      try learner(id: id)?.spoken ?? Reference(id).description
    }
    func pair(_ pair: LearnerPair) throws -> String {
      "\(try person(pair.a)) + \(try person(pair.b))"
    }
    let subject = Learner.ID(stored.event.subject)
    switch stored.event.kind {
    case LearnerChanged.kind:
      let name = try person(subject)
      return say(vi: "lần sửa \(name)", en: "the correction of \(name)")
    case LearnerMoved.kind:
      let name = try person(subject)
      return say(vi: "lần chuyển nơi ở của \(name)", en: "the move of \(name)")
    case LearnerDied.kind:
      let name = try person(subject)
      return say(vi: "việc ghi \(name) đã mất", en: "the death of \(name)")
    case LearnerLinked.kind:
      let names = try stored.fact(as: LearnerLinked.self).map { try pair($0.pair) } ?? ""
      return say(vi: "việc nối \(names)", en: "the link of \(names)")
    case LearnerDistinct.kind:
      let names = try stored.fact(as: LearnerDistinct.self).map { try pair($0.pair) } ?? ""
      return say(
        vi: "việc xác nhận hai người \(names)", en: "the word that these are two: \(names)")
    case LearnerUnlinked.kind:
      return say(vi: "lần tách hai người", en: "the parting of two people")
    case Imported.kind:
      return try imports().first { $0.id == stored.event.id }?.spoken
    default: return nil
    }
  }

  /// What an event did, in plain words.
  fileprivate func spoken(_ stored: StoredEvent) throws -> String {
    if let fact = try stored.fact(as: SessionLogged.self) {
      let day = Spoken.day(fact.details.date)
      return say(
        vi: "buổi \(day), \(fact.marks.count) người",
        en: "the session of \(day), \(Spoken.count(fact.marks.count, "person", "people"))")
    }
    if let fact = try stored.fact(as: LearnerRegistered.self) {
      let learner = try learner(id: Learner.ID(stored.event.subject))
      return say(vi: "người học ", en: "the learner ")
        + (learner?.spoken ?? fact.person.name ?? "")
    }
    if let fact = try stored.fact(as: TeamFormed.self) {
      return say(vi: "tổ ", en: "the team ") + fact.name
    }
    if let fact = try stored.fact(as: MarkSet.self) {
      let name = try learner(id: fact.learner)?.spoken ?? ""
      let result = fact.mark?.result.spoken ?? say(vi: "vắng", en: "absent")
      return say(vi: "kết quả của \(name): \(result)", en: "the mark of \(name): \(result)")
    }
    if let fact = try stored.fact(as: CompletionRecorded.self) {
      let name = try learner(id: fact.learner)?.spoken ?? ""
      return "\(name): \(fact.result.spoken) \(fact.course)"
    }
    if let fact = try stored.fact(as: TargetSet.self) {
      let percent = Spoken.target(basisPoints: fact.basisPoints)
      return say(
        vi: "mục tiêu \(fact.measure) \(percent)", en: "the target \(fact.measure) \(percent)")
    }
    if stored.event.kind == Voided.kind {
      return say(vi: "việc hủy", en: "the void")
    }
    if stored.event.kind == Restored.kind {
      return say(vi: "việc lấy lại", en: "the restoring")
    }
    if let fact = try stored.fact(as: SettingSet.self) {
      return say(
        vi: "việc chọn dãy số dân \(fact.value)", en: "the choice of the population \(fact.value)")
    }
    if let identity = try spokenIdentity(stored) { return identity }
    return say(vi: "lần sửa buổi học", en: "the correction of a session")
  }
}

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
    let (stored, words) = try desk.record { recorder in
      let stored = back ? try recorder.redo() : try recorder.undo()
      return (stored, try stored.map { try recorder.reader.spokenWithDay($0) })
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
    let (reference, staying) = try desk.read { reader in
      (try reader.reference(of: stored), back ? 0 : try reader.peopleLeft(by: stored))
    }
    desk.done(
      reference,
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

extension RegisterReader {
  /// What other commands call the record that an event is about; nil where they call it by no reference.
  fileprivate func reference(of stored: StoredEvent) throws -> Reference? {
    switch stored.event.kind {
    case SettingSet.kind, TargetSet.kind, Imported.kind, LearnerLinked.kind, LearnerUnlinked.kind,
      LearnerDistinct.kind, Restored.kind:
      nil
    case Voided.kind:
      try imports().contains { RecordID($0.id) == stored.event.subject }
        ? nil : Reference(stored.event.subject)
    case CompletionRecorded.kind: Reference(stored.event.id)
    default: Reference(stored.event.subject)
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
}

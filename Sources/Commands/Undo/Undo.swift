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
        stored, try stored.map { try recorder.reader.spokenWithDay($0) },
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
}

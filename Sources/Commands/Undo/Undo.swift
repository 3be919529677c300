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
      return (stored, try stored.map { try recorder.reader.spoken($0) })
    }
    guard let stored, let words else {
      desk.tell(
        back
          ? say(vi: "Không có việc nào đang bị hủy.", en: "Nothing is void.")
          : say(vi: "Không còn việc nào để bỏ.", en: "There is nothing left to take back."))
      return
    }
    desk.done(
      Reference(stored.event.subject),
      back
        ? say(vi: "Đã lấy lại: \(words).", en: "Had back: \(words).")
        : say(
          vi: "Đã bỏ: \(words). Vẫn giữ trong nhật ký; lấy lại: lantoa undo --back",
          en: "Took back: \(words). It stays in the journal; to have it back: lantoa undo --back"))
  }
}

extension RegisterReader {
  /// What an event did, in plain words.
  fileprivate func spoken(_ stored: StoredEvent) throws -> String {
    if let fact = try stored.fact(as: SessionLogged.self) {
      let day = Spoken.day(fact.details.date)
      return say(
        vi: "buổi \(day), \(fact.marks.count) người",
        en: "the session of \(day), \(fact.marks.count) people")
    }
    if let fact = try stored.fact(as: LearnerRegistered.self) {
      return say(vi: "người học ", en: "the learner ") + (fact.person.name ?? "")
    }
    if let fact = try stored.fact(as: TeamFormed.self) {
      return say(vi: "tổ ", en: "the team ") + fact.name
    }
    if let fact = try stored.fact(as: MarkSet.self) {
      let name = try learner(id: fact.learner)?.person.name ?? ""
      let result = fact.mark?.result.spoken ?? say(vi: "vắng", en: "absent")
      return say(vi: "kết quả của \(name): \(result)", en: "the mark of \(name): \(result)")
    }
    if let fact = try stored.fact(as: CompletionRecorded.self) {
      let name = try learner(id: fact.learner)?.person.name ?? ""
      return "\(name): \(fact.result.spoken) \(fact.course)"
    }
    if let fact = try stored.fact(as: TargetSet.self) {
      let percent = Spoken.percent(Double(fact.basisPoints) / 100)
      return say(
        vi: "mục tiêu \(fact.measure) \(percent)", en: "the target \(fact.measure) \(percent)")
    }
    if stored.event.kind == Voided.kind {
      return say(vi: "việc hủy", en: "the void")
    }
    if stored.event.kind == Restored.kind {
      return say(vi: "việc lấy lại", en: "the restoring")
    }
    return say(vi: "lần sửa buổi học", en: "the correction of a session")
  }
}

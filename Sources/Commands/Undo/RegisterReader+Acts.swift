import Domain
import Storage

/// What somebody has done, in plain words: to whom, in which session, of which day.
extension RegisterReader {
  /// With the day on which it was recorded.
  func spokenWithDay(_ stored: StoredEvent) throws -> String {
    let recorded = Spoken.day(CalendarDay(milliseconds: stored.event.clock.milliseconds))
    return try spoken(stored)
      + say(vi: " (ghi ngày \(recorded))", en: " (recorded on \(recorded))")
  }

  private func spoken(_ stored: StoredEvent) throws -> String {
    switch stored.event.kind {
    case SessionLogged.kind, SessionChanged.kind, MarkSet.kind: try spokenOfSession(stored)
    case LearnerLinked.kind, LearnerDistinct.kind, LearnerUnlinked.kind: try spokenOfPair(stored)
    case Voided.kind, Restored.kind: try spokenOfVoid(stored)
    case TeamFormed.kind, TargetSet.kind, SettingSet.kind, Imported.kind:
      try spokenOfTeamOrSetting(stored)
    default: try spokenOfPerson(stored)
    }
  }

  private func spokenOfSession(_ stored: StoredEvent) throws -> String {
    let session = try spoken(Session.ID(stored.event.subject))
    if let fact = try stored.fact(as: SessionLogged.self) {
      return session
        + say(
          vi: ", \(fact.marks.count) người",
          en: ", \(Spoken.count(fact.marks.count, "person", "people"))")
    }
    if let fact = try stored.fact(as: MarkSet.self) {
      let name = try spoken(fact.learner)
      let result = fact.mark?.result.spoken ?? say(vi: "vắng", en: "absent")
      return say(
        vi: "kết quả của \(name): \(result), \(session)",
        en: "the mark of \(name): \(result), \(session)")
    }
    let fields = try stored.fact(as: SessionChanged.self)?.spokenFields ?? []
    let list = fields.joined(separator: ", ")
    return say(
      vi: "lần sửa \(list) của \(session)", en: "the correction (\(list)) of \(session)")
  }

  private func spokenOfPerson(_ stored: StoredEvent) throws -> String {
    let name = try spoken(Learner.ID(stored.event.subject))
    if let fact = try stored.fact(as: LearnerChanged.self) {
      let list = fact.spokenFields.joined(separator: ", ")
      return say(vi: "lần sửa \(list) của \(name)", en: "the correction (\(list)) of \(name)")
    }
    if let fact = try stored.fact(as: LearnerMoved.self) {
      let home = RecordOutput(gazetteer: try gazetteer(), synthetic: nil).spoken(fact.residence)
      let day = Spoken.day(fact.from)
      return say(
        vi: "lần chuyển nơi ở của \(name): \(home) từ \(day)",
        en: "the move of \(name): \(home) from \(day)")
    }
    if let fact = try stored.fact(as: LearnerDied.self) {
      let day = Spoken.day(fact.on)
      return say(vi: "việc ghi \(name) mất ngày \(day)", en: "the death of \(name) on \(day)")
    }
    if let fact = try stored.fact(as: CompletionRecorded.self) {
      return "\(name): \(fact.result.spoken) \(fact.course), \(Spoken.day(fact.date))"
    }
    return say(vi: "người học \(name)", en: "the learner \(name)")
  }

  private func spokenOfPair(_ stored: StoredEvent) throws -> String {
    func names(_ pair: LearnerPair?) throws -> String {
      try [pair?.a, pair?.b].compactMap(\.self).map(spoken).joined(separator: " + ")
    }
    if let fact = try stored.fact(as: LearnerLinked.self) {
      let names = try names(fact.pair)
      return say(vi: "việc nối \(names)", en: "the link of \(names)")
    }
    if let fact = try stored.fact(as: LearnerDistinct.self) {
      let names = try names(fact.pair)
      return say(
        vi: "việc xác nhận hai người \(names)", en: "the word that these are two: \(names)")
    }
    let links = try stored.fact(as: LearnerUnlinked.self)?.links ?? []
    let names = try links.compactMap { try event($0)?.fact(as: LearnerLinked.self)?.pair }
      .map(names).joined(separator: "; ")
    return say(vi: "lần tách \(names)", en: "the parting of \(names)")
  }

  private func spokenOfTeamOrSetting(_ stored: StoredEvent) throws -> String {
    if let fact = try stored.fact(as: TeamFormed.self) {
      let unit = try gazetteer()[fact.unit]?.name ?? ""
      return say(vi: "tổ “\(fact.name)”, \(unit)", en: "the team “\(fact.name)”, \(unit)")
    }
    if let fact = try stored.fact(as: TargetSet.self) {
      let percent = Spoken.target(basisPoints: fact.basisPoints)
      let unit = try gazetteer()[fact.unit]?.spoken ?? ""
      let day = Spoken.day(fact.deadline)
      return say(
        vi: "mục tiêu \(fact.measure) \(percent) của \(unit) trước \(day)",
        en: "the target \(fact.measure) \(percent) of \(unit) by \(day)")
    }
    if let fact = try stored.fact(as: SettingSet.self) {
      return say(
        vi: "việc chọn nguồn dân số \(fact.value)", en: "the choice of the population \(fact.value)"
      )
    }
    return try imports().first { $0.id == stored.event.id }?.spoken ?? ""
  }

  private func spokenOfVoid(_ stored: StoredEvent) throws -> String {
    if let fact = try stored.fact(as: Voided.self) {
      let target = try spoken(target: fact.target)
      return say(vi: "việc hủy \(target)", en: "the void of \(target)")
    }
    let void = try stored.fact(as: Restored.self).flatMap { try event($0.void) }
    let target = try void?.fact(as: Voided.self).map { try spoken(target: $0.target) } ?? ""
    return say(vi: "việc lấy lại \(target)", en: "the restoring of \(target)")
  }

  /// What a void names: one event, or a record by the event that began it.
  private func spoken(target: RecordID) throws -> String {
    let events = try events(aboutOrBeing: target)
    let named =
      events.first { RecordID($0.event.id) == target }
      ?? events.first {
        [SessionLogged.kind, LearnerRegistered.kind, TeamFormed.kind].contains($0.event.kind)
      }
    return try named.map(spoken) ?? Reference(target).description
  }

  private func spoken(_ id: Learner.ID) throws -> String {
    try learner(id: id)?.spoken ?? Reference(id).description
  }

  /// `the session of 2026-11-20, team “Tổ 1”, safe-online`, as it stands now.
  private func spoken(_ id: Session.ID) throws -> String {
    guard let details = try session(id: id)?.details else {
      return say(vi: "buổi \(Reference(id))", en: "the session \(Reference(id))")
    }
    let day = Spoken.day(details.date)
    let team = try details.team.flatMap { try self.team(id: $0) }.map {
      say(vi: "tổ “\($0.name)”", en: "team “\($0.name)”")
    }
    return [
      say(vi: "buổi \(day)", en: "the session of \(day)"), team,
      details.course ?? details.form.spoken,
    ].compactMap(\.self).joined(separator: ", ")
  }
}

import Domain
import Storage

/// What is kept of a person beside what every list shows: for whoever asks what that is.
struct PersonRecord {
  let person: Learner
  let statements: [PersonStatement]
  /// Nil where nobody asked for them.
  let notes: [PersonNote]?

  /// When consent was last given or taken back, where that was said.
  private var consentOn: CalendarDay? {
    statements.last { !$0.isVoid && $0.consent != nil }?.consentOn
  }

  private var keyed: [(key: String, source: String?)] {
    statements.compactMap { statement in
      statement.person.externalKey.map { ($0, statement.source) }
    }
  }

  var members: [Shape<Referred<Learner>>.Member] {
    let always: [Shape<Referred<Learner>>.Member] = [
      .init("phone") { .text($0.record.person.phone) },
      .init("cohort") { .integer($0.record.cohort) },
      .init("consent") { .text($0.record.consent.rawValue) },
      .init("consentOn") { _ in .spelled(consentOn) },
      .init("keys") { _ in
        .records(keyed.map { ["key": .text($0.key), "source": .text($0.source)] })
      },
      .init("statements") { _ in .records(statements.map(Self.json)) },
    ]
    guard let notes else { return always }
    return always + [
      .init("notes") { _ in
        .records(
          notes.map {
            ["on": .spelled($0.day), "kind": .text($0.kind.rawValue), "text": .text($0.text)]
          })
      }
    ]
  }

  private static func json(of said: PersonStatement) -> OutputValue {
    [
      "on": .spelled(said.day), "source": .text(said.source), "name": .text(said.person.name),
      "birthYear": .integer(said.person.birthYear), "phone": .text(said.person.phone),
      "hamlet": .text(said.person.hamlet), "key": .text(said.person.externalKey),
      "sex": .text(said.sex?.rawValue), "consent": .text(said.consent?.rawValue),
      "consentOn": .spelled(said.consentOn), "cleared": .list(said.cleared.map { .text($0) }),
      "void": .boolean(said.isVoid),
    ]
  }

  /// In words, for the lines above a table.
  var lines: [String] {
    var lines: [String] = []
    let details = [
      person.person.phone.map { say(vi: "Điện thoại: \($0)", en: "Phone: \($0)") },
      person.cohort.map { say(vi: "Sinh khoảng \($0)–\($0 + 4)", en: "Born \($0)–\($0 + 4)") },
      say(
        vi: "Ghi vào sổ: \(Spoken.day(person.registeredOn))",
        en: "Registered: \(Spoken.day(person.registeredOn))"),
    ]
    lines.append(details.compactMap(\.self).joined(separator: " · "))
    let consent = say(
      vi: "Đồng ý: \(person.consent.spoken)", en: "Consent: \(person.consent.spoken)")
    let day = consentOn.map { " (\(Spoken.day($0)))" } ?? ""
    lines.append(
      consent + day
        + (person.consent == .withdrawn
          ? say(
            vi: ". Không dùng dữ liệu của người này nữa.",
            en: ". Their data is not to be used any more.") : ""))
    if !keyed.isEmpty {
      let keys = keyed.map { $0.key + ($0.source.map { " (\($0))" } ?? "") }
        .joined(separator: ", ")
      lines.append(say(vi: "Mã trong danh sách: \(keys)", en: "Keys in lists: \(keys)"))
    }
    lines += statements.compactMap(former)
    lines += (notes ?? []).map { "\(Spoken.day($0.day)) \($0.kind.spoken): \($0.text)" }
    return lines
  }

  /// What a statement said that is not so now.
  private func former(_ said: PersonStatement) -> String? {
    func unless(_ now: (some Equatable)?, _ then: (some Equatable & CustomStringConvertible)?)
      -> String?
    {
      guard let then, then.description != now.map({ "\($0)" }) else { return nil }
      return then.description
    }
    let values = [
      unless(person.person.name, said.person.name),
      unless(person.person.birthYear, said.person.birthYear),
      unless(person.person.phone, said.person.phone),
      unless(person.person.hamlet, said.person.hamlet),
      said.sex.flatMap { $0 == person.sex ? nil : $0.spoken },
    ].compactMap(\.self)
    guard !values.isEmpty else { return nil }
    let source = said.source.map { " (\($0))" } ?? ""
    return say(
      vi: "Từng ghi ngày \(Spoken.day(said.day))\(source): ",
      en: "Recorded on \(Spoken.day(said.day))\(source): ") + values.joined(separator: ", ")
  }
}

extension PersonNote.Kind {
  fileprivate var spoken: String {
    switch self {
    case .note: say(vi: "ghi chú", en: "note")
    case .venue: say(vi: "nơi học", en: "venue")
    case .words: say(vi: "lý do", en: "reason")
    }
  }
}

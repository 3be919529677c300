import ArgumentParser
import Domain
import Storage

struct JournalList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list",
      say(
        vi: "Các việc đã ghi, mới nhất trước. JSON là phong bì gốc, không có phần riêng tư.",
        en: "What was recorded, newest first. JSON is the envelope itself, without personal parts."),
      examples: [
        "lantoa journal list", "lantoa journal list --kind session.logged --format json --limit 5",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Option(
    help: ArgumentHelp(
      say(vi: "Chỉ loại này, như session.logged.", en: "Only this kind, such as session.logged.")))
  var kind: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (events, cut, names) = try desk.read { reader in
      if let kind { try Self.requireKnown(kind, in: reader) }
      let found = try reader.journal(kind: kind, limit: min(limit.limit, .max - 1) + 1)
      let events = found.prefix(limit.limit)
      // To count those of one kind would be to read the whole journal.
      let cut =
        found.count == events.count
        ? nil
        : kind == nil
          ? Listing.cut(shown: events.count, of: try reader.countEvents())
          : Listing.cut(shown: events.count)
      var names: [Actor.ID: String] = [:]
      for actor in Set(events.map(\.event.actor)) { names[actor] = try reader.name(of: actor) }
      return (events, cut, names)
    }
    let envelopes = events.map { $0.event.envelope }
    let isSynthetic = OutputValue.boolean(desk.synthetic != nil)
    var listing = Listing(
      json: .list(envelopes.map { OutputValue(.object($0)) }),
      records: envelopes.map { OutputValue(row: $0).adding("demo", isSynthetic) },
      keys: [
        "id", "device", "epoch", "sequence", "clock", "actor", "scope", "kind", "version",
        "subject", "base", "previous", "personalHash", "body", "demo",
      ],
      table: Table(
        [
          .init(say(vi: "Số", en: "No."), .right), .init(say(vi: "Ngày ghi", en: "Recorded")),
          .init(say(vi: "Loại", en: "Kind")), .init(say(vi: "Về", en: "About")),
          .init(say(vi: "Ai ghi", en: "By")),
        ],
        rows: events.map { stored in
          [
            String(stored.event.sequence),
            Spoken.day(CalendarDay(milliseconds: stored.event.clock.milliseconds)),
            stored.event.kind, Reference(stored.event.subject).description,
            names[stored.event.actor] ?? "",
          ]
        }))
    listing.cut = cut
    listing.jsonTellsSynthetic = false
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }

  /// - Throws: `UsageError` for a kind that neither this program nor the journal knows.
  private static func requireKnown(_ kind: String, in reader: RegisterReader) throws {
    let kinds = FactKinds.all.map { $0.kind }
    guard !kinds.contains(kind), try reader.journal(kind: kind, limit: 1).isEmpty else { return }
    let list = kinds.sorted().joined(separator: ", ")
    throw UsageError(
      vi: "Không có loại việc “\(kind)”. Chọn: \(list).",
      en: "There is no kind “\(kind)”. Choose from: \(list).")
  }
}

extension OutputValue {
  /// An envelope for CSV. The body is another in every kind, so one cell holds it as it lies in the
  /// journal.
  fileprivate init(row envelope: CanonicalObject) {
    self = .object(
      envelope.members.map { member in
        guard case .object(let body) = member.value else {
          return (key: member.name, value: OutputValue(member.value))
        }
        return (
          key: member.name, value: .text(String(decoding: body.canonicalBytes, as: UTF8.self))
        )
      })
  }

  init(_ value: CanonicalValue) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .integer(Int(number))
    case .boolean(let flag): self = .boolean(flag)
    case .array(let elements): self = .list(elements.map { OutputValue($0) })
    case .object(let object):
      self = .object(object.members.map { (key: $0.name, value: OutputValue($0.value)) })
    }
  }
}

import Domain
import Storage

/// Records beside those to be erased that may be of the same people, and would keep what these lose.
struct Lookalikes {
  private static let told = 10

  private let live: [Lookalike]
  private let void: [Lookalike]

  init(of people: [Learner], in reader: RegisterReader) throws {
    let groups = try people.map { try reader.group(of: $0.id) }
    var seen = Set(groups.flatMap { $0.map(\.id) })
    let records = try groups.flatMap { try reader.lookalikes(of: $0) }
      .filter { seen.insert($0.learner.id).inserted }
    live = records.filter { !$0.learner.isVoid }
    void = records.filter(\.learner.isVoid)
  }

  /// What to do while the people are still there to be linked with; empty where nobody looks alike.
  var before: [String] {
    lines(
      ofLive: say(
        vi: "Nếu là một người: lantoa learner link MÃ MÃ rồi hãy xóa.",
        en: "If they are one person: lantoa learner link REF REF, then erase."))
  }

  /// What to do when the people are erased.
  var after: [String] {
    lines(
      ofLive: say(
        vi: "Nếu là một người: lantoa learner erase MÃ",
        en: "If they are one person: lantoa learner erase REF"))
  }

  private func lines(ofLive next: String) -> [String] {
    lines(
      of: live,
      heading: say(
        vi: "Có thể là cùng người mà chưa nối, nên không xóa theo:",
        en: "Perhaps of the same people, but not linked, and so not erased with them:"),
      option: "", next: next)
      + lines(
        of: void,
        heading: say(
          vi: "Có thể là cùng người, lần ghi đã hủy nhưng chữ vẫn còn nguyên trong sổ:",
          en: "Perhaps of the same people, taken back, but still whole in the register:"),
        option: " --void",
        next: say(
          vi: "Nếu là một người, xóa theo mã: lantoa learner erase MÃ",
          en: "If they are one person, erase them by reference: lantoa learner erase REF"))
  }

  private func lines(
    of records: [Lookalike], heading: String, option: String, next: String
  ) -> [String] {
    guard !records.isEmpty else { return [] }
    let references = records.map(\.learner.id).references()
    let list = records.prefix(Self.told).map { record in
      "  \(references[record.learner.id]?.description ?? "")  \(record.learner.spoken): "
        + record.traits.map(\.spoken).joined(separator: ", ")
    }
    let rest = records.count - list.count
    let more = say(
      vi: "  … và \(Spoken.count(rest)) người nữa: lantoa learner find TÊN\(option)",
      en: "  … and \(Spoken.count(rest)) more: lantoa learner find NAME\(option)")
    return [heading] + list + (rest > 0 ? [more] : []) + [next]
  }
}

extension Lookalike.Trait {
  fileprivate var spoken: String {
    switch self {
    case .name: say(vi: "cùng tên", en: "same name")
    case .formerName: say(vi: "cùng tên cũ", en: "same former name")
    case .birthYear: say(vi: "cùng năm sinh", en: "same birth year")
    case .formerBirthYear: say(vi: "cùng năm sinh cũ", en: "same former birth year")
    case .sex: say(vi: "cùng giới tính", en: "same sex")
    case .phone: say(vi: "cùng số điện thoại", en: "same phone")
    case .key: say(vi: "cùng khóa trong danh sách", en: "same key in a list")
    }
  }
}

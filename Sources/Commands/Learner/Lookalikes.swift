import Domain
import Storage

/// Records beside those to be erased that may be of the same people, and would keep what these lose.
struct Lookalikes {
  private static let told = 10

  private let records: [Learner]

  init(of people: [Learner], in reader: RegisterReader) throws {
    records = try reader.lookalikes(of: people.flatMap { try reader.group(of: $0.id) })
  }

  /// What to do while the people are still there to be linked with; empty where nobody looks alike.
  var before: [String] {
    lines(
      next: say(
        vi: "Nếu là một người: lantoa learner link MÃ MÃ rồi hãy xóa.",
        en: "If they are one person: lantoa learner link REF REF, then erase."))
  }

  /// What to do when the people are erased.
  var after: [String] {
    lines(
      next: say(
        vi: "Nếu là một người: lantoa learner erase MÃ",
        en: "If they are one person: lantoa learner erase REF"))
  }

  private func lines(next: String) -> [String] {
    guard !records.isEmpty else { return [] }
    let references = records.map(\.id).references()
    let heading = say(
      vi: "Cùng tên, năm sinh, giới tính mà chưa nối, nên không xóa theo:",
      en: "Of the same name, birth year and sex, but not linked, and so not erased with them:")
    let list = records.prefix(Self.told).map { record in
      "  \(references[record.id]?.description ?? "")  \(record.spoken)"
    }
    let rest = records.count - list.count
    let more = say(
      vi: "  … và \(Spoken.count(rest)) người nữa: lantoa learner find TÊN",
      en: "  … and \(Spoken.count(rest)) more: lantoa learner find NAME")
    return [heading] + list + (rest > 0 ? [more] : []) + [next]
  }
}

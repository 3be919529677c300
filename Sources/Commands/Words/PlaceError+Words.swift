package import Domain

extension PlaceError {
  package var message: String {
    switch self {
    case .wholeCity(let city):
      return say(
        vi: "\(city.spoken) là cả thành phố. Ghi tên hoặc mã một xã, phường: lantoa unit list.",
        en: "\(city.spoken) is the whole city. Name one of its units: lantoa unit list.")
    case .unknown(let typed, let day, let similar):
      let hint =
        similar.isEmpty
        ? say(vi: "Xem danh sách: lantoa unit list.", en: "See the list: lantoa unit list.")
        : say(vi: "Ý là: ", en: "Did you mean: ")
          + similar.map { typed.contains("@") ? $0.spokenWithFirstDay : $0.spoken }
          .joined(separator: ", ") + "?"
      return say(
        vi: "Không có xã, phường “\(typed)” vào ngày \(Spoken.day(day)). \(hint)",
        en: "There is no unit “\(typed)” on \(Spoken.day(day)). \(hint)")
    case .ambiguous(let typed, let day, let among):
      let list = among.map { unit in
        unit.district.map { "\(unit.spoken) (\($0))" } ?? unit.spoken
      }.joined(separator: ", ")
      return say(
        vi: "“\(typed)” vào ngày \(Spoken.day(day)) có thể là: \(list). Dùng mã số.",
        en: "“\(typed)” on \(Spoken.day(day)) can be: \(list). Use the code.")
    case .anotherTime(let typed, let day, let units, let nowIn):
      let first = units[0]
      let span =
        first.validTo.map { "\(Spoken.day(first.validFrom)) – \(Spoken.day($0))" }
        ?? say(
          vi: "từ \(Spoken.day(first.validFrom))", en: "since \(Spoken.day(first.validFrom))")
      let next =
        nowIn.map {
          say(
            vi: "Nay thuộc \($0.spoken): dùng \($0.code).",
            en: "It is now part of \($0.spoken): use \($0.code).")
        }
        ?? say(
          vi: "Xem đơn vị ngày đó: lantoa unit list --on \(day)",
          en: "See the units of that day: lantoa unit list --on \(day)")
      return say(
        vi:
          "“\(typed)” là \(first.spoken) (\(span)), không có vào ngày \(Spoken.day(day)). \(next)",
        en: "“\(typed)” is \(first.spoken) (\(span)), which did not exist on \(Spoken.day(day)). "
          + next)
    case .beforeUnits(let typed, let day, let firstDay, let units):
      let codes = units.map { "\($0.code)@\($0.validFrom)" }.joined(separator: ", ")
      return say(
        vi: "Sổ chỉ biết xã, phường từ \(Spoken.day(firstDay)), không rõ “\(typed)” ngày "
          + "\(Spoken.day(day)) là đâu. Hãy ghi ngày từ \(Spoken.day(firstDay)) trở đi"
          + ", hoặc dùng mã kèm ngày đầu, ngày nào cũng được: \(codes).",
        en:
          "The register knows units since \(Spoken.day(firstDay)), and not what “\(typed)” was on "
          + "\(Spoken.day(day)). Choose a day from \(Spoken.day(firstDay)) on, or use a code with its "
          + "first day, good on any: \(codes).")
    }
  }
}

extension AdministrativeUnit {
  /// Code and name: `19753 Phường Phú Xuân`.
  package var spoken: String { "\(code) \(name)" }

  /// `19753@2025-07-01 Phường Phú Xuân`, for one among several of its code.
  var spokenWithFirstDay: String { "\(code)@\(validFrom) \(name)" }
}

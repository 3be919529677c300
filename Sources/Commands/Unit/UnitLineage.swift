import Domain

extension RecordOutput {
  /// The unit, whether it still stands, and where its people are today.
  func lineage(
    of unit: AdministrativeUnit, today: CalendarDay,
    adding more: [Shape<AdministrativeUnit>.Member] = []
  ) -> Listing {
    let now = gazetteer.unit(holding: unit.id, on: today)
    var listing = Listing(
      unit,
      as: units.adding(
        [
          .init("former") { .boolean(!$0.stands(on: today)) },
          .init("now", of: Self.unitParts) { _ in self.unit(now) },
        ] + more))
    if let succession = gazetteer.succession(of: unit.id), let now, now != unit {
      let name = unit.spoken + (unit.district.map { " (\($0))" } ?? "")
      listing.heading = [
        say(
          vi: "Đơn vị cũ \(name); từ \(Spoken.day(succession.date)) thuộc \(now.spoken).",
          en: "Former \(name); since \(Spoken.day(succession.date)) part of \(now.spoken).")
      ]
    } else {
      let since = Spoken.day(unit.validFrom)
      listing.heading = ["\(unit.spoken) (\(say(vi: "từ \(since)", en: "since \(since)")))"]
    }
    return listing
  }
}

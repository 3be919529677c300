package import Domain

/// Reference data, whose ids follow from its names: defining it twice changes nothing.
extension Recorder {
  /// Units and their lineage, population series and their values.
  package mutating func define(_ places: FoundingPlaces) throws {
    let ids = PlaceIDs(places)
    for unit in places.units {
      let id = try ids[unit.key]
      let fact = unit.fact
      let placed = UnitDefined(
        code: fact.code, unitKind: fact.unitKind, names: fact.names, district: fact.district,
        parent: ids.parent(of: unit), validFrom: fact.validFrom, validTo: fact.validTo,
        latitude: fact.latitude, longitude: fact.longitude, area: fact.area,
        resolution: fact.resolution)
      try record(placed, subject: RecordID(id), scope: .city, isNew: true)
    }
    for succession in places.successions {
      let old = try ids[succession.old]
      try record(
        UnitSucceeded(
          old: old, new: try ids[succession.new], date: succession.date,
          weight: succession.weight, resolution: succession.resolution),
        subject: RecordID(old), scope: .city)
    }
    for series in places.series {
      let id = PopulationSeries.ID(natural: NaturalName.series(series.slug))
      let values: [any Fact] = try places.values.filter { $0.series == series.slug }.map { value in
        PopulationCounted(
          series: id, unit: try ids[value.unit], date: value.date, persons: value.persons,
          quality: value.quality, note: value.note)
      }
      try record(all: [series] + values, subject: RecordID(id), scope: .city)
    }
    if let series = places.defaultSeries { try set(.population, to: series) }
  }

  package mutating func publish(_ course: CoursePublished) throws {
    try record(
      course, subject: Identifier(natural: NaturalName.course(course.slug)), scope: .city)
  }

  package mutating func publish(_ programme: Programme) throws {
    try record(
      ProgrammePublished(programme), subject: Identifier(natural: NaturalName.programme),
      scope: .city)
  }

  /// Makes a series the one that reports use unless told otherwise.
  ///
  /// - Throws: `RecordError.unknown`.
  package mutating func usePopulation(_ slug: String) throws {
    let known = try reader.populationSeries().map(\.slug)
    guard known.contains(slug) else {
      throw RecordError.unknown(.series, slug, similar: known)
    }
    try set(.population, to: slug)
  }
}

/// The ids of units named by code and first day.
private struct PlaceIDs {
  private var ids: [FoundingPlaces.UnitKey: AdministrativeUnit.ID] = [:]
  private var cities: [String: AdministrativeUnit.ID] = [:]

  init(_ places: FoundingPlaces) {
    for unit in places.units {
      let (code, validFrom) = (unit.key.code, unit.key.validFrom)
      let name =
        unit.parentCode.map {
          NaturalName.unit(parentCode: $0, code: code, validFrom: validFrom)
        } ?? NaturalName.city(code: code, validFrom: validFrom)
      let id = AdministrativeUnit.ID(natural: name)
      ids[unit.key] = id
      if unit.parentCode == nil { cities[code] = id }
    }
  }

  subscript(key: FoundingPlaces.UnitKey) -> AdministrativeUnit.ID {
    get throws {
      guard let id = ids[key] else {
        throw RecordError.place(.unknown(key.code, on: key.validFrom, similar: []))
      }
      return id
    }
  }

  func parent(of unit: FoundingPlaces.Unit) -> AdministrativeUnit.ID? {
    unit.parentCode.flatMap { cities[$0] }
  }
}

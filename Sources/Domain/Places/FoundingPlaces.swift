/// The places and populations with which a register begins, by code, before they have ids.
package struct FoundingPlaces: Sendable {
  /// A unit by its code and the day it began, which together name it.
  package struct UnitKey: Hashable, Sendable {
    package let code: String
    package let validFrom: CalendarDay

    package init(code: String, validFrom: CalendarDay) {
      self.code = code
      self.validFrom = validFrom
    }
  }

  package struct Unit: Sendable {
    package let key: UnitKey
    /// Nil for the city.
    package let parentCode: String?
    /// Without the parent's id, which follows from its code.
    package let fact: UnitDefined

    package init(key: UnitKey, parentCode: String?, fact: UnitDefined) {
      self.key = key
      self.parentCode = parentCode
      self.fact = fact
    }
  }

  package struct Succession: Sendable {
    package let old: UnitKey
    package let new: UnitKey
    package let date: CalendarDay
    /// Parts per million.
    package let weight: Int
    package let resolution: String?

    package init(
      old: UnitKey, new: UnitKey, date: CalendarDay, weight: Int, resolution: String?
    ) {
      self.old = old
      self.new = new
      self.date = date
      self.weight = weight
      self.resolution = resolution
    }
  }

  package struct Value: Sendable {
    package let series: String
    package let unit: UnitKey
    package let date: CalendarDay?
    package let persons: Int?
    package let quality: PopulationQuality
    package let note: String?

    package init(
      series: String, unit: UnitKey, date: CalendarDay?, persons: Int?,
      quality: PopulationQuality, note: String?
    ) {
      self.series = series
      self.unit = unit
      self.date = date
      self.persons = persons
      self.quality = quality
      self.note = note
    }
  }

  /// Parents before their units.
  package let units: [Unit]
  package let successions: [Succession]
  package let series: [SeriesDefined]
  package let values: [Value]
  /// The slug of the series that reports use unless told otherwise.
  package let defaultSeries: String?

  package init(
    units: [Unit], successions: [Succession], series: [SeriesDefined], values: [Value],
    defaultSeries: String?
  ) {
    self.units = units
    self.successions = successions
    self.series = series
    self.values = values
    self.defaultSeries = defaultSeries
  }
}

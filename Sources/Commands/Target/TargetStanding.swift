import Coverage
import Domain

/// A target, and how far it is met today.
struct TargetStanding {
  let target: Target
  let unit: AdministrativeUnit?
  /// Nil where the report has no row for the unit.
  let figure: Figure?

  init(_ target: Target, unit: AdministrativeUnit?, report: CoverageReport?) {
    self.target = target
    self.unit = unit
    figure =
      unit?.kind == .city
      ? report?.total.figure : report?.rows.first { $0.unit.id == target.unit }?.figure
  }

  var gap: Int? { figure?.gap(toBasisPoints: target.basisPoints) }
}

extension RecordOutput {
  var targets: Shape<TargetStanding> {
    Shape([
      .init("measure") { .text($0.target.measure) },
      .init("unit", of: Self.unitParts) { unit($0.unit) },
      .init("percent") { .number(Double($0.target.basisPoints) / 100) },
      .init("by") { .spelled($0.target.deadline) }, .init("document") { .text($0.target.document) },
      .init("today") { .number($0.figure?.percent) }, .init("gap") { .integer($0.gap) }, demo(),
    ])
  }
}

/// What is fuzzed: for any bytes at all its laws hold, and nothing traps.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case csv, canonical, dates, names, rows, front, lesson, course

  package func check(_ bytes: [UInt8]) throws {
    switch self {
    case .csv: try CSVLaws.check(bytes)
    case .canonical: try CanonicalLaws.check(bytes)
    case .dates: try DateLaws.check(bytes)
    case .names: try NameLaws.check(bytes)
    case .rows: try RowLaws.check(bytes)
    case .front: try AuthoredLaws.checkFront(bytes)
    case .lesson: try AuthoredLaws.checkLesson(bytes)
    case .course: try AuthoredLaws.checkCourse(bytes)
    }
  }
}

/// A law that does not hold for some input, and what was found instead.
package struct BrokenLaw: Error, CustomStringConvertible {
  package let description: String
}

func require(_ holds: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
  if !holds { throw BrokenLaw(description: law()) }
}

/// Byte for byte: two strings that Unicode takes for equal are not the same text.
func requireSame(
  _ left: String, _ right: String, _ law: @autoclosure () -> String
) throws(BrokenLaw) {
  try require(
    left.utf8.elementsEqual(right.utf8),
    "\(law()): \(left.debugDescription) | \(right.debugDescription)")
}

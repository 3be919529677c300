import Domain
import Foundation
import GRDB

/// An id is a BLOB of sixteen bytes.
extension Identifier: DatabaseValueConvertible, SQLExpressible {
  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    Data.fromDatabaseValue(value).flatMap { Self(bytes: $0) }
  }
}

/// A day is an INTEGER: days since 1970-01-01, of years that can be written.
extension CalendarDay: DatabaseValueConvertible, SQLExpressible {
  var databaseValue: DatabaseValue { ordinal.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    Int.fromDatabaseValue(value).flatMap { ordinals.contains($0) ? Self(ordinal: $0) : nil }
  }
}

import FuzzLaws
import Testing

/// Tables as a damaged file may hold them, or somebody has edited them by hand.
@Suite struct TableTests {
  @Test(arguments: try TableLaws.columns)
  func `whatever lies in a column, whoever reads it gets an answer or an error with words`(
    column: TableColumn
  ) throws {
    try TableLaws.checkSome(of: column)
  }
}

import Domain
import Intake
import Testing

@Suite struct ErasedRowsTests {
  /// Somebody with a former name and number.
  private let person = {
    var traces = PersonTraces(of: [
      Learner.ID(high: 0x019A_BCDE_0000_7000, low: 0x8000_0000_0000_0001)
    ])
    traces.add([
      "name": .string("Trần Mộng Xuyến"), "phone": .string("0909777555"),
      "externalKey": .string("HK-7"),
    ])
    traces.add(["name": .string("Lý"), "phone": .string("0911222333"), "externalKey": .string("7")])
    return traces
  }()
  private static let header = "name,phone,person,line,reason,candidates,extra_cells\n"

  @Test(arguments: [
    "tran  mong xuyen,,,2,sai,,", "x,909777555,,2,sai,,", "x,+84 909 777 555,,2,sai,,",
    "x,,0000-0001,2,sai,,", "\"Trần Mộng Xuyến\" a,,,2,sai,,", "x,,\"Trần Mộng Xuyến\"a,2,s",
    "a,b,c,d,e,f,g,Trần Mộng Xuyến",
  ])
  func `a row goes that has the name, the number or the reference`(row: String) throws {
    let rows = try clear(Self.header + "Lê Thị Hoa,x,,3,sai,,\n" + row + "\n")

    #expect(rows.gone == 1)
    #expect(rows.text == "\u{FEFF}" + Self.header + "Lê Thị Hoa,x,,3,sai,,\n")
  }

  @Test(arguments: [
    "ly,,,,x", "x,0911222333,,,x", ",,,hk-7,x", "Mộng Xuyên,,,HK-7,x", "Trần A,,,7,x",
    "a,b,c,d,e,HK-7",
  ])
  func `a row goes that has a former name or number, or the key and no other name`(row: String)
    throws
  {
    #expect(try clear("name,phone,person,external_id,reason\n" + row + "\n").gone == 1)
  }

  @Test(arguments: [
    "Lê Hoa,,,7,x", "Lê Hoa,7,,,x", "Lê Hoa,,,8,x", "Lê Hoa,,,,ly hôn", "Lyly,,,,x",
  ])
  func `a row of somebody else stays`(row: String) throws {
    let rows = try clear("name,phone,person,external_id,minutes\n" + row + "\n")
    #expect(rows.gone == 0 && rows.text == nil)
  }

  /// Erased is a woman born in 1958.
  private func clearOfWoman(_ text: String) throws -> ErasedRows {
    var woman = person
    woman.add(["birthYear": .number(1958)])
    woman.add(.female)
    return try clear(text, of: woman)
  }

  @Test(arguments: [
    "Trần Mộng Xuyên,1958,f,,x", "TRẦN MỘNG XUYỂN,,,,x", "Trần Mộng Xuyến,1959,f,,x",
    "Trần Mộng Xuyến,1958,nam,,x", "Trần Mộng Xuyến,1958,f,0905111222,x",
    "Lê Hoa,1931,m,0909777555,x",
  ])
  func `a row of a namesake with other marks, year, sex or number stays`(row: String) throws {
    let rows = try clearOfWoman("name,birth_year,sex,phone,reason\n" + row + "\n")
    #expect(rows.gone == 0 && rows.left == 1 && rows.text == nil)
  }

  @Test(arguments: [
    "Trần Mộng Xuyến,19x8,f,,x", "TRẦN MỘNG XUYẾN,1958,nữ,0909 777 555,x",
    "tran mong xuyen,,,,x", "Tra\u{302}\u{300}n Mộng  Xuyến,,,,x",
    "Trần M. Xuyến,1931,m,0909777555,x",
  ])
  func `a row goes that says nothing else of the person`(row: String) throws {
    #expect(try clearOfWoman("name,birth_year,sex,phone,reason\n" + row + "\n").gone == 1)
  }

  @Test func `rows that stay although they have the name are counted`() throws {
    let rows = try clearOfWoman(
      "name,birth_year\nTrần Mộng Xuyến,1930\nTrần Mộng Xuyến,1958\nLê Hoa,1930\n")
    #expect(rows.gone == 1 && rows.left == 2 && rows.spared == 1)

    let partly = try clearOfWoman(
      "name,birth_year\nTrần Mong Xuyến,1958\nTrần Mong Xuyến,1930\nTrần Mong,1958\n")
    #expect(partly.gone == 0 && partly.left == 3 && partly.spared == 2)

    let among = try clearOfWoman(
      "name,birth_year,hamlet\nLê X (con Trần Mộng Xuyến),1990,\nLê Hoa,1930,nhà Trần Mộng Xuyến\n"
        + "Lê Hoa,1930,tổ 3\n")
    #expect(among.gone == 0 && among.left == 3 && among.spared == 2)
  }

  @Test func `a row for which the person was only a candidate stays, without the comment`() throws {
    let rows = try clear(
      Self.header + "Trần Mộng,x,,3,sai,0000-0001 Trần Mộng Xuyến (1958),\n")

    #expect(rows.gone == 0 && rows.left == 1)
    #expect(rows.text == "\u{FEFF}" + Self.header + "Trần Mộng,x,,3,sai,,\n")
  }

  @Test func `rows that cannot be divided stay, and so does all that follows them`() throws {
    let kept = "a,b\n\"Lê\" Thị,x,,3,sai,,\n'=1+1,,,4,sai,,\n"
    let rows = try clear(Self.header + "Trần Mộng Xuyến,,,2,sai,,\n" + kept)

    #expect(rows.gone == 1 && rows.left == 3)
    let again = try clear(try #require(rows.text))
    #expect(again.text == nil && again.left == 3, "nothing is left to go")
    #expect(try #require(rows.text).contains("a,b\n"))
    #expect(try #require(rows.text).contains("'=1+1,,,4,sai,,\n"))
  }

  @Test func `a file without the person is left as it is`() throws {
    #expect(try clear(Self.header + "Trần Mộng,,,2,sai,,\n").text == nil)
  }

  @Test func `a file that cannot be read to its end loses nothing`() {
    #expect(throws: ListFileError.self) {
      try clear(Self.header + "Trần Mộng Xuyến,,,2,sai,,\n\"open,,,,\n")
    }
  }

  @discardableResult
  private func clear(_ text: String, of somebody: PersonTraces? = nil) throws -> ErasedRows {
    var rest: [UInt8]? = Array(text.utf8)
    return try ErasedRows(of: somebody ?? person) {
      defer { rest = nil }
      return rest
    }
  }
}

import Domain
import Intake
import Tabular
import Testing

@Suite struct ListReaderTests {
  @Test func `a full row of a list of learners becomes a draft`() throws {
    let reference = try #require(Reference(typed: "7K2M-9QXD"))
    let list = """
      Họ tên;Năm sinh;Giới tính;Xã phường;Thôn;Điện thoại;Ngày đăng ký;Đồng ý;Mã;Ngày chuyển;Mã người học
      Hồ Thị Lê;1958;nữ;A Lưới 4;thôn 3;+84 912 345 678;1/3/2026;ký giấy;HS-07;2026-05-01;7K2M-9QXD
      """

    let rows: [ListRow<PersonDraft>] = try rows(list)

    #expect(
      rows.map(\.draft) == [
        PersonDraft(
          line: 2, name: "Hồ Thị Lê", birthYear: 1958, sex: .female, unit: "A Lưới 4",
          hamlet: "thôn 3", phone: "0912345678", registeredOn: day(2026, 3, 1), consent: .paper,
          externalKey: "HS-07", movedOn: day(2026, 5, 1), choice: .reference(reference))
      ])
  }

  @Test func `a name is enough for a learner, and an empty cell says nothing`() throws {
    let rows = try rows("name,birth_year,sex,unit,consent\nLê,,, ,\n", of: PersonDraft.self)

    #expect(rows.map(\.draft) == [PersonDraft(line: 2, name: "Lê")])
  }

  @Test(arguments: ["outside", "ngoài thành phố", "20101", "Phường  Phú Xuân "])
  func `a unit stays as it was typed, but for spaces`(unit: String) throws {
    let rows = try rows("name,unit\nLê,\(unit)\n", of: PersonDraft.self)

    let tidied = unit == "Phường  Phú Xuân " ? "Phường Phú Xuân" : unit
    #expect(rows.map(\.draft?.unit) == [tidied])
  }

  @Test func `a row of a list of sessions becomes a draft`() throws {
    let list = """
      session,date,course,team,minutes,lesson,form,name,birth_year,result,score,external_id
      B1,20/11/2026,safe-online,Phú Xuân/Tổ 1,90,"1, 3;otp",lớp học,Hồ Thị Lê,1958,đạt,85,K1
      B2,2026-11-21,,7K2M-9QXD,,,tại nhà,Lệ,,,,
      B3,2026-11-22,safe-online,Tổ 2,,,,Hoa,,,,
      """

    let rows = try rows(list, of: SessionRowDraft.self)

    let dates = try [
      #require(day(2026, 11, 20)), #require(day(2026, 11, 21)), #require(day(2026, 11, 22)),
    ]
    #expect(
      rows.map(\.draft) == [
        SessionRowDraft(
          session: "B1", date: dates[0], course: "safe-online", team: "Phú Xuân/Tổ 1", minutes: 90,
          lessons: ["1", "3", "otp"], form: .class,
          attendee: AttendeeDraft(
            person: PersonDraft(line: 2, name: "Hồ Thị Lê", birthYear: 1958, externalKey: "K1"),
            result: .passed, score: 85)),
        SessionRowDraft(
          session: "B2", date: dates[1], course: nil, team: "7K2M-9QXD", form: .home,
          attendee: AttendeeDraft(person: PersonDraft(line: 3, name: "Lệ"))),
        SessionRowDraft(
          session: "B3", date: dates[2], course: "safe-online", team: "Tổ 2",
          attendee: AttendeeDraft(person: PersonDraft(line: 4, name: "Hoa"))),
      ])
  }

  @Test func `all that is wrong with a row is told in one order, whatever that of the columns`()
    throws
  {
    let list = """
      score,name,moved_on,consent,minutes,form,date,team,session,external_id,course
      101,77,3/25/2026,vâng,0,họp,45000,,,046058001234,
      """

    let rows = try rows(list, of: SessionRowDraft.self)

    #expect(
      rows.map(\.errors) == [
        [
          error(2, .session, "", .missing),
          error(2, .date, "45000", .serialNumber),
          error(2, .team, "", .missing),
          error(2, .minutes, "0", .outside(1...1440)),
          error(2, .form, "họp", .unknownWord),
          error(2, .name, "77", .noLetter),
          error(2, .unit, "", .missingForMove),
          error(2, .consent, "vâng", .unknownWord),
          error(2, .externalKey, "046058001234", .citizenNumber),
          error(2, .movedOn, "3/25/2026", .monthFirst),
          error(2, .score, "101", .outside(0...100)),
        ]
      ])
  }

  @Test func `a class needs its course, and other sessions do not`() throws {
    let list = """
      session,date,team,form,name,course
      B1,1/3/2026,Tổ 1,,Lê,
      B1,1/3/2026,Tổ 1,lớp,Lê,
      B1,1/3/2026,Tổ 1,tại bàn,Lê,
      """

    let rows = try rows(list, of: SessionRowDraft.self)

    #expect(
      rows.map(\.errors) == [
        [error(2, .course, "", .missing)], [error(3, .course, "", .missing)], [],
      ])
    #expect(
      try Self.errors("session,date,team,name\nB1,1/3/2026,Tổ 1,Lê\n") == [
        error(2, .course, "", .missing)
      ])
  }

  @Test func `somebody who moved moved to somewhere`() throws {
    let rows = try rows(
      "name,unit,moved_on\nLê,,1/3/2026\nLệ,20101,1/3/2026\nHoa,,\n", of: PersonDraft.self)

    #expect(rows.map(\.errors) == [[error(2, .unit, "", .missingForMove)], [], []])
  }

  @Test func `whoever was absent has no row`() throws {
    let errors = try Self.errors(
      "session,date,course,team,name,result\nB1,1/3/2026,c,Tổ 1,Lê,Vắng\nB1,1/3/2026,c,Tổ 1,Lệ,absent\n"
    )

    #expect(
      errors == [error(2, .result, "Vắng", .absent), error(3, .result, "absent", .absent)])
  }

  @Test func `a row has its cells as they were typed, with a draft or with errors`() throws {
    let rows = try rows(
      "TT,name,phone\n1, Lê ,0912 345 678\n2,\"Hồ \"\"Tí\"\"\",x\n", of: PersonDraft.self)

    #expect(rows.map(\.line) == [2, 3])
    #expect(rows.map(\.cells) == [["1", " Lê ", "0912 345 678"], ["2", "Hồ \"Tí\"", "x"]])
    #expect(rows[0].draft == PersonDraft(line: 2, name: "Lê", phone: "0912345678"))
    #expect(rows[1].errors == [error(3, .phone, "x", .notAPhone)])
  }

  @Test func `a row that cannot be divided has the cells that it has`() throws {
    let rows = try rows(
      "name,birth_year\nLê\nLệ,1958,x\n\"Hoa\"?,1960\nHoa,1960\n", of: PersonDraft.self)

    #expect(rows.map(\.cells) == [["Lê"], ["Lệ", "1958", "x"], ["Hoa?,1960"], ["Hoa", "1960"]])
    #expect(
      rows.map(\.errors) == [
        [Self.broken(2, .ragged(expected: 2, got: 1))],
        [Self.broken(3, .ragged(expected: 2, got: 3))],
        [Self.broken(4, .textAfterQuote)],
        [],
      ])
  }

  @Test func `the apostrophe of a spreadsheet is taken off before anything looks at a cell`()
    throws
  {
    let rows = try rows(
      "name,phone,unit,external_id\n'Mỹ,'+84912345678,'=A1,''-7\n", of: PersonDraft.self)

    #expect(rows.map(\.cells) == [["'Mỹ", "+84912345678", "=A1", "'-7"]])
    #expect(
      rows.map(\.draft) == [
        PersonDraft(
          line: 2, name: "'Mỹ", unit: "=A1", phone: "0912345678", externalKey: "'-7")
      ])
  }

  @Test func `blank rows are passed over, ragged ones too`() throws {
    let list = "name,unit,line\n,,\n ,\u{A0},7\n,,,,\nLê,,\n,,,x\n"

    let rows = try rows(list, of: PersonDraft.self)

    #expect(rows.map(\.line) == [5, 6])
    #expect(try scan(.learners, list).rowCount == 2)
  }

  @Test func `a cell left over of a long row stops the row until it is empty`() throws {
    let rows = try rows(
      "name,line,reason,candidates,person,extra_cells\nLê,4,x,y,,1958\nLệ,5,x,y,new, \n",
      of: PersonDraft.self)

    #expect(rows[0].errors == [error(2, .extraCells, "1958", .leftOver)])
    #expect(rows[1].draft == PersonDraft(line: 3, name: "Lệ", choice: .new, rejectedLine: 5))
  }

  @Test func `the year of birth is held against the year that is given`() throws {
    var pieces = [Array("name,birth_year\nLê,1990\nLệ,1991\n".utf8)][...]
    var reader = try ListReader<PersonDraft>(thisYear: 1990) { pieces.popFirst() }

    #expect(try reader.next()?.draft?.birthYear == 1990)
    #expect(try reader.next()?.errors == [error(3, .birthYear, "1991", .outside(1900...1990))])
  }

  @Test func `an error of the file comes where it stands, and stays`() throws {
    var pieces = [Array("name\nLê\n\"Lệ\n".utf8)][...]
    var reader = try ListReader<PersonDraft>(thisYear: 2026) { pieces.popFirst() }

    #expect(try reader.next()?.draft?.name == "Lê")
    for _ in 0..<2 {
      #expect(throws: ListFileError.csv(.unclosedQuote(line: 3))) { try reader.next() }
    }
  }

  private static func errors(_ list: String) throws -> [RowError] {
    try rows(list, of: SessionRowDraft.self).flatMap(\.errors)
  }

  private static func broken(_ line: Int, _ kind: CSVProblem.Kind) -> RowError {
    RowError(line: line, field: nil, value: "", problem: .row(kind))
  }
}

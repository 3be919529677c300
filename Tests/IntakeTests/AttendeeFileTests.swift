import Domain
import Intake
import Tabular
import Testing

@Suite struct AttendeeFileTests {
  @Test func `a full row becomes a draft`() throws {
    let reference = try #require(Reference(typed: "7K2M-9QXD"))

    let file = try read(
      """
      name,birth_year,sex,unit,phone,hamlet,result,score,person
      Hồ Thị Lê,1958,nữ,A Lưới 4,+84 912 345 678,thôn 3,đạt,85,7K2M-9QXD
      """)

    #expect(
      file.drafts == [
        AttendeeDraft(
          person: PersonDraft(
            line: 2, name: "Hồ Thị Lê", birthYear: 1958, sex: .female, unit: "A Lưới 4",
            hamlet: "thôn 3", phone: "0912345678", choice: .reference(reference)),
          result: .passed, score: 85)
      ])
    #expect(file.errors.isEmpty)
    #expect(file.header.ignored.isEmpty)
  }

  @Test func `an empty cell is not an error, but for the name`() throws {
    let file = try read("name,birth_year,sex,unit,phone\nLê,,, ,\n ,1958,f,20101,\n")

    #expect(file.drafts == [AttendeeDraft(person: PersonDraft(line: 2, name: "Lê"))])
    #expect(file.errors == [error(3, .name, " ", .missing)])
  }

  @Test(arguments: [
    "name,birth_year,sex,unit,phone,hamlet,result,score,person",
    "NAME, Birth Year ,Sex,unit*,Phone,Hamlet,Result,Score,Person",
    "Họ tên,Năm sinh,Giới tính,Xã phường,Điện thoại,Thôn,Kết quả,Điểm,person",
    "ho va ten,nam sinh,gioi tinh,xa/phuong,so dien thoai,thon,ket qua,diem,person",
  ])
  func `headers are read in both languages, with or without marks`(header: String) throws {
    let file = try read("\(header)\nLê,1958,f,20101,0912345678,3,passed,7,new\n")

    #expect(
      file.drafts == [
        AttendeeDraft(
          person: PersonDraft(
            line: 2, name: "Lê", birthYear: 1958, sex: .female, unit: "20101", hamlet: "3",
            phone: "0912345678", choice: .new),
          result: .passed, score: 7)
      ])
    #expect(file.header.ignored.isEmpty)
  }

  @Test func `columns come in any order`() throws {
    let file = try read("unit;sex;name;birth_year\n20101;m;Đức;1961\n")

    #expect(
      file.drafts == [
        AttendeeDraft(
          person: PersonDraft(
            line: 2, name: "Đức", birthYear: 1961, sex: .male, unit: "20101"))
      ])
  }

  @Test func `unknown columns are ignored and told`() throws {
    let file = try read("TT,name,birth_year,sex,unit, Ghi chú ,\n1,Lê,1958,f,20101,x,\n")

    #expect(file.drafts.map(\.person.name) == ["Lê"])
    #expect(file.header.ignored == ["TT", "Ghi chú"])
  }

  @Test func `a missing column stops the file`() {
    #expect(
      throws: ListFileError.missingColumns(
        [.birthYear, .unit], of: .attendees, found: ["sex", "name"])
    ) {
      try read("sex,name\nf,Lê\n")
    }
  }

  @Test func `two columns for one thing stop the file`() {
    #expect(
      throws: ListFileError.ambiguousColumn(.name, headers: ["name", "Họ tên"])
    ) {
      try read("name,birth_year,sex,unit,Họ tên\nLê,1958,f,20101,Lê\n")
    }
  }

  @Test func `a file that is no CSV is refused with the reason`() {
    #expect(throws: ListFileError.csv(.empty)) { try read("") }
    #expect(throws: ListFileError.csv(.unclosedQuote(line: 2))) {
      try read("name,birth_year,sex,unit\n\"Lê,1958,f,20101\n")
    }
  }

  @Test func `all errors are told, and the good rows are kept`() throws {
    let file = try read(
      """
      name,birth_year,sex,unit,phone,hamlet,result,score,person
      Lê,1958,f,20101,,,,,
      77,58,nử nam,20101,12,\u{7},khá,101,ai
      Đức,1961,m,20101
      "Lệ"?,1960,f,20101,,,,,
      Hoa,1970,f,20101,,,,,mới
      """)

    #expect(file.drafts.map(\.person.name) == ["Lê", "Hoa"])
    #expect(
      file.errors == [
        error(3, .name, "77", .noLetter),
        error(3, .birthYear, "58", .outside(1900...2026)),
        error(3, .sex, "nử nam", .unknownWord),
        error(3, .hamlet, "\u{7}", .controlCharacter),
        error(3, .phone, "12", .notAPhone),
        error(3, .result, "khá", .unknownWord),
        error(3, .score, "101", .outside(0...100)),
        error(3, .person, "ai", .notAPerson),
        RowError(
          line: 4, field: nil, value: "", problem: .row(.ragged(expected: 9, got: 4))),
        RowError(line: 5, field: nil, value: "", problem: .row(.textAfterQuote)),
      ])
  }

  @Test func `rows that a spreadsheet left blank are skipped`() throws {
    let file = try read("name,birth_year,sex,unit\n,,,\nLê,1958,f,20101\n , ,,\n")

    #expect(file.drafts.map(\.line) == [3])
    #expect(file.errors.isEmpty)
  }

  @Test func `a row with a reference may have no name`() throws {
    let file = try read(
      "person,name,birth_year,sex,unit\n7K2M-9QXD,,,,\nnew,,1958,,\n,,1958,,\n7K2M,,1958,,\n")

    #expect(file.drafts.map(\.line) == [2])
    #expect(file.drafts.map(\.person.name) == [""])
    #expect(
      file.errors == [
        error(3, .name, "", .missing), error(4, .name, "", .missing),
        error(5, .person, "7K2M", .notAPerson),
      ])
  }

  @Test func `a score needs no result beside it`() throws {
    let file = try read("name,birth_year,sex,unit,score\nLê,1958,f,20101,50\n")

    #expect(file.drafts.map(\.score) == [50])
    #expect(file.drafts.map(\.result) == [nil])
  }
}

@Suite struct CitizenNumberTests {
  @Test(arguments: [
    "CCCD", "Số CCCD", "cmnd", "CMND/CCCD", "Số căn cước", "can cuoc cong dan", "Citizen ID",
    "citizen_id", "Số định danh cá nhân",
  ])
  func `a column named for citizen numbers stops the file`(header: String) {
    #expect(throws: ListFileError.citizenNumbers(column: header)) {
      try read("name,birth_year,sex,unit,\(header)\nLê,1958,f,20101,\n")
    }
  }

  @Test func `the refusal comes before any other about columns`() {
    #expect(throws: ListFileError.citizenNumbers(column: "CCCD")) {
      try read("CCCD,tên\n,Lê\n")
    }
  }

  @Test(arguments: ["046058001234", "191234567", "046 058 001 234", "'046058001234"])
  func `a column mostly full of them stops the file`(number: String) {
    #expect(throws: ListFileError.citizenNumbers(column: "Mã")) {
      try read("name,birth_year,sex,unit,Mã\nLê,,,,\(number)\nLệ,,,,\nHoa,,,,\n")
    }
    #expect(throws: ListFileError.citizenNumbers(column: "unit")) {
      try read("name,birth_year,sex,unit\nLê,,,\(number)\nLệ,,,\(number)\nHoa,,,20101\n")
    }
  }

  @Test func `half a column is not most of it, nor are other counts of digits`() throws {
    let file = try read(
      "name,birth_year,sex,unit,Mã,Số\nLê,,,,046058001234,0460580012\nHoa,,,,7,04605800\n")

    #expect(file.drafts.count == 2)
  }

  @Test func `phone numbers without their 0 are welcome`() throws {
    let file = try read("name,birth_year,sex,unit,phone\nLê,,,,912345678\n")

    #expect(file.drafts.map(\.person.phone) == ["0912345678"])
  }
}

private func read(_ text: String) throws(ListFileError) -> AttendeeFile {
  try AttendeeFile(csv: Array(text.utf8), thisYear: 2026)
}

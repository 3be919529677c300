import Intake
import Tabular
import Testing

@Suite struct ListHeaderTests {
  @Test func `a list of learners needs a name only, or whom it is about`() throws {
    #expect(try header(.learners, "họ tên\n").has(.name))
    #expect(try header(.learners, "person;birth_year\n").has(.person))
    #expect(
      throws: ListFileError.missingColumns(
        [.name], of: .learners, found: ["birth_year", "Ghi chú"])
    ) { try header(.learners, "birth_year,,Ghi chú\n") }
  }

  @Test func `a list of sessions needs session, date, team and name`() throws {
    #expect(try header(.sessions, "buổi,ngày,tổ,tên\n").ignored == [])
    #expect(try header(.sessions, "buổi,ngày,tổ,person\n").ignored == [])
    #expect(
      throws: ListFileError.missingColumns(
        [.session, .date, .team, .name], of: .sessions, found: ["course", "xã"])
    ) { try header(.sessions, "course,xã\n") }
  }

  @Test func `a list of attendees needs name, birth year, sex and unit`() {
    #expect(
      throws: ListFileError.missingColumns(
        [.name, .birthYear, .sex, .unit], of: .attendees, found: ["person"])
    ) { try header(.attendees, "person\n") }
  }

  @Test func `two headers of one meaning stop the list`() {
    #expect(throws: ListFileError.ambiguousColumn(.unit, headers: ["Xã", "Nơi ở"])) {
      try header(.learners, "name,Xã,Nơi ở\n")
    }
    #expect(throws: ListFileError.ambiguousColumn(.name, headers: ["name", "name"])) {
      try header(.learners, "name,name\n")
    }
  }

  @Test func `two columns that mean nothing here are both passed over`() throws {
    #expect(try header(.learners, "name,Ghi chú,Ghi chú\n").ignored == ["Ghi chú", "Ghi chú"])
  }

  @Test(arguments: ["Họ", "Họ đệm", "Họ và tên đệm", "ho va chu lot", "Surname", "first_name"])
  func `a name in two columns stops the list`(part: String) {
    #expect(throws: ListFileError.dividedName(header: part)) {
      try header(.learners, "\(part),Tên\n")
    }
    #expect(throws: ListFileError.dividedName(header: part)) {
      try header(.learners, "\(part),Năm sinh\n")
    }
  }

  @Test(arguments: ["CCCD", "Mã định danh", "Mã số cá nhân", "Số CMT", "Số căn cước", "citizen_id"])
  func `a header of citizen numbers stops the list before anything else`(column: String) {
    #expect(throws: ListFileError.citizenNumbers(column: column)) {
      try header(.learners, "\(column),Họ\n")
    }
  }

  @Test func `what means nothing is told in its order, and comments of ours are not`() throws {
    let header = try header(
      .learners, "TT,name,,Điểm, Ghi chú ,line,Reason,candidates,person,extra_cells\n")

    #expect(header.ignored == ["TT", "Điểm", "Ghi chú"])
    #expect(header.position(of: .name) == 1)
    #expect(header.position(of: .birthYear) == nil)
    #expect(header.has(.person))
    #expect(!header.has(.externalKey))
  }

  @Test func `a header that was made safe for spreadsheets is read without its apostrophe`() throws
  {
    let header = try header(.learners, "name,'-ghi chú\n")

    #expect(header.cells == ["name", "-ghi chú"])
    #expect(header.ignored == ["-ghi chú"])
  }
}

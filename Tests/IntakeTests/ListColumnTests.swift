import Intake
import Testing

@Suite struct ListColumnTests {
  @Test(arguments: ListColumn.allCases)
  func `every column is known by its English header, in a list that may have it`(
    column: ListColumn
  ) {
    #expect(ListColumn(header: column.rawValue, in: .sessions) == column)
    #expect(
      ListColumn(
        header: " \(column.rawValue.uppercased().replacing("_", with: " "))* ", in: .sessions)
        == column)
  }

  @Test(
    arguments: [
      ("Họ tên", .name), ("họ và tên", .name), ("TÊN", .name), ("Full name", .name),
      ("Năm sinh", .birthYear), ("Giới tính", .sex), ("giới", .sex),
      ("Xã, phường", .unit), ("Phường/Xã", .unit), ("xã/phường", .unit), ("phường", .unit),
      ("Xã", .unit), ("Nơi ở", .unit), ("Đơn vị", .unit),
      ("Thôn", .hamlet), ("Tổ dân phố", .hamlet), ("Thôn/Tổ", .hamlet), ("TDP", .hamlet),
      ("Điện thoại", .phone), ("Số điện thoại", .phone), ("SĐT", .phone), ("sdt", .phone),
      ("di động", .phone), ("Ngày đăng ký", .registeredOn), ("Ngày ghi", .registeredOn),
      ("Đồng ý", .consent), ("Mã", .externalKey), ("Mã ngoài", .externalKey),
      ("Mã số", .externalKey), ("Ngày chuyển", .movedOn), ("Chuyển đến ngày", .movedOn),
      ("Người", .person), ("Mã người học", .person),
    ] as [(String, ListColumn)])
  func `a list of learners has headers in Vietnamese`(header: String, column: ListColumn) {
    #expect(ListColumn(header: header, in: .learners) == column)
    #expect(ListColumn(header: header, in: .sessions) == column)
  }

  @Test(
    arguments: [
      ("Buổi", .session), ("Mã buổi", .session), ("Ngày", .date), ("Khóa", .course),
      ("Khoá học", .course), ("Tổ công nghệ", .team), ("Tổ CNSCĐ", .team), ("Phút", .minutes),
      ("Số phút", .minutes), ("Bài", .lesson), ("bài số", .lesson), ("Hình thức", .form),
      ("Kết quả", .result), ("Điểm", .score),
    ] as [(String, ListColumn)])
  func `what is about a session means nothing in a list of learners`(
    header: String, column: ListColumn
  ) {
    #expect(ListColumn(header: header, in: .sessions) == column)
    #expect(ListColumn(header: header, in: .learners) == nil)
  }

  @Test func `a tổ is the team in a list of sessions, and where a person lives in the others`() {
    #expect(ListColumn(header: "Tổ", in: .sessions) == .team)
    #expect(ListColumn(header: "Tổ", in: .learners) == .hamlet)
    #expect(ListColumn(header: "tổ", in: .attendees) == .hamlet)
    #expect(ListColumn(header: "Tổ dân phố", in: .sessions) == .hamlet)
  }

  @Test func `the attendees of one session have results, but no keys, moves or sessions`() {
    #expect(ListColumn(header: "Kết quả", in: .attendees) == .result)
    #expect(ListColumn(header: "score", in: .attendees) == .score)
    for header in ["external_id", "moved_on", "registered_on", "consent", "session", "date"] {
      #expect(ListColumn(header: header, in: .attendees) == nil)
    }
  }

  @Test(arguments: ["TT", "Ghi chú", "", "Ngày sinh", "Ngày", "Lý do", "Dòng", "names"])
  func `other headers mean nothing`(header: String) {
    #expect(ListColumn(header: header, in: .learners) == nil)
  }
}

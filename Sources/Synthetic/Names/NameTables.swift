/// The words that Vietnamese names are made of.
///
/// The shares of the great surnames follow the figures usually quoted for Vietnam (Nguyễn 31 to 38
/// %, Trần 11 %, Lê 9.5 %, Phạm 7 % …). That Huế says Hoàng and Võ where the south says Huỳnh and
/// the north Vũ, and keeps the names of the royal house, is well known; the shares given to it
/// here, all shares in A Lưới but the great part of Hồ, and the order of given names are
/// assumptions.
enum NameTables {
  /// Per mille, near enough, of people outside the highlands.
  static let lowlandSurnames: [(Surname, Double)] =
    [
      ("Nguyễn", 335), ("Trần", 111), ("Lê", 95), ("Phạm", 67), ("Phan", 45), ("Hoàng", 43),
      ("Võ", 34), ("Đặng", 21), ("Bùi", 19), ("Trương", 16), ("Đỗ", 14), ("Hồ", 13), ("Ngô", 13),
      ("Đoàn", 11), ("Dương", 10), ("Cao", 8), ("Mai", 8), ("Huỳnh", 7), ("Văn", 6), ("Hà", 6),
      ("Đinh", 5), ("Vũ", 5), ("Lý", 5), ("Châu", 5), ("Lương", 5), ("Trịnh", 5), ("Thái", 4),
      ("Tống", 4), ("Đào", 4), ("Thân", 3), ("Lâm", 3), ("Lưu", 3), ("Phùng", 3), ("Tạ", 3),
      ("Từ", 2), ("La", 2), ("Hứa", 2), ("Bạch", 2), ("Kiều", 1), ("Quách", 1), ("Nghiêm", 1),
    ].map { (.common($0), $1) } + [
      (.royal(female: "Tôn Nữ", male: "Tôn Thất"), 8),
      (.royal(female: "Công Tằng Tôn Nữ", male: "Bửu"), 2),
      (.royal(female: "Công Huyền Tôn Nữ", male: "Vĩnh"), 2),
      (.royal(female: "Nguyễn Phước", male: "Nguyễn Phước"), 3),
    ]

  /// Per mille of people in the communes of A Lưới.
  static let highlandSurnames: [(Surname, Double)] = [
    ("Hồ", 700), ("Nguyễn", 70), ("Lê", 60), ("Pơloong", 60), ("Viên", 60), ("A Viết", 50),
  ].map { (.common($0), $1) }

  /// Given names of women, the commonest first.
  static let female = """
    Hương Hoa Lan Hồng Hà Thủy Hạnh Nga Thảo Hằng Mai Linh Phương Trang Nhung Yến Loan Tuyết Xuân
    Liên Thu Huệ Cúc Vân Anh Ngọc Thanh Bình Tâm Dung Hiền Lài Sen Gái Bé Thương Nguyệt Oanh Hòa
    Lợi Hường Đào Mận Nhàn Thơm Thúy Quỳnh My Nhi Vy Trâm Trinh Châu Diễm Duyên Giang Hân Hiếu
    Khánh Kiều Lành Lệ Liễu Luyến Lý Mơ Mỹ Na Nghĩa Nhạn Nhiên Như Nở Nữ Phấn Phụng Phước Quế Quyên
    Sương Tám Thắm Thân Thêm Thi Thoa Thuận Thục Thư Tiên Tình Trà Trúc Tú Tuyền Út Uyên Vui Xinh Ý
    Ái Ánh Ba Bích Bông Cam Cẩm Chi Chín Diệp Diệu Đẹp Đông Hải Hảo Hậu Hoài Khuê Kim Lam Lộc Miên
    Minh Muội Năm Ngân Ngà Nghi Ngoan Nguyên Nhân Thiện Thơ Lê Chanh
    """

  /// Given names of men, the commonest first.
  static let male = """
    Hùng Dũng Minh Hải Sơn Tuấn Thành Hòa Bình Long Cường Phúc Đức Nam Thắng Tâm Lợi Hiếu Quang
    Trung Thanh Tùng Hoàng Anh Huy Khánh Phong Tiến Toàn Thịnh Lộc Phước Vinh Hưng Kiên Quý Tài
    Nghĩa Nhân Trí Tín Thiện Hậu Hiền Lâm Linh Lực Lương Mạnh Ngọc Nguyên Nhật Phát Phú Phương Quân
    Quốc Quyết Sáng Sang Sỹ Tân Tấn Thái Thạch Thân Thảo Thiên Thuận Thông Tình Tịnh Toản Trọng
    Trực Trường Tú Tường Việt Vũ Vượng Xuân An Ân Ba Bảo Bé Bốn Cảnh Châu Chiến Chính Chung Công Cư
    Cẩn Danh Diệu Du Duy Dương Đạt Đại Đạo Điền Định Đông Gia Giang Giàu Hạnh Hào Hiển Hồng Huấn
    Hữu Khải Khang Khoa Khôi Kỳ Lai Lạc Lành Luyện Mẫn Mười Năm Ngà Nhơn Ninh
    """

  /// Middle names of women other than Thị, the commonest first.
  static let femaleMiddle = """
    Ngọc Thanh Kim Minh Thu Phương Bích Mỹ Thùy Diệu Như Hoài Quỳnh Khánh Bảo Xuân Hồng Cẩm Ánh
    Tuyết Thúy Hải Lan Tú Hà Thảo Mai Yến Ái Tường Nhật Hoàng Linh Gia Thiên Trúc Vân Đông
    """

  /// Middle names of men other than Văn, the commonest first.
  static let maleMiddle = """
    Đình Hữu Quang Đức Minh Xuân Ngọc Quốc Công Viết Thanh Bá Trọng Duy Anh Gia Nhật Hoàng Phước
    Vĩnh Khắc Sĩ Như Thế Tấn Tiến Đăng Hải Mạnh Tuấn Thành Trung Đại Chí Hồng Phú Bảo Thiện
    """
}

/// The first part of a name.
enum Surname: Hashable, Sendable {
  case common(String)
  /// A name of the royal house, one for women and one for men, which no Thị or Văn follows.
  case royal(female: String, male: String)
}

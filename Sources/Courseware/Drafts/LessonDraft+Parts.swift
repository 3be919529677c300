/// The parts of a lesson as its author finds them, each saying what belongs there.
extension LessonDraft {
  static let objective = Skeleton("‹Viết một việc bà con làm được sau bài này›")

  static let opening = Skeleton(
    """
    ## Hôm nay bà con làm được gì

    ‹Viết một câu: bà con làm được việc gì.›

    ## Vì sao

    ‹Viết một câu về đời sống của chính bà con.›

    ## Các bước

    1. ‹Viết bước đầu tiên, mỗi bước một việc.›
    2. ‹Viết bước tiếp theo, nói rõ cần tìm chữ gì trên máy.›
    3. ‹Viết bước cuối. Nhiều nhất là bảy bước.›

    ## Hình vẽ

    ‹Tự vẽ một hình, đặt vào thư mục images. Viết lại bằng lời điều hình cho thấy.›

    ## Làm thử

    ‹Viết việc bà con tự làm trên máy của mình.›

    ## Nói lại

    ‹Viết điều bà con kể lại cho người ngồi bên cạnh.›
    """)

  /// Three questions that can be answered as they stand; the right answer is the longest in one only.
  static func questions(slug: String) -> Skeleton {
    Skeleton(
      """
      ## 3 câu hỏi

      <!-- quiz id=\(slug)-1 -->
      **‹Viết câu hỏi thứ nhất?›**

      - [ ] ‹Lựa chọn chưa đúng, hay gặp nhất›
        > Chưa đúng. ‹Viết vì sao bà con hay nhầm chỗ này.›
      - [x] ‹Lựa chọn đúng›
        > Đúng. ‹Viết vì sao làm vậy là phải.›
      - [ ] ‹Lựa chọn chưa đúng khác›
        > Chưa đúng. ‹Viết điều sẽ xảy ra nếu làm vậy.›

      <!-- quiz id=\(slug)-2 -->
      **‹Viết câu hỏi thứ hai?›**

      - [x] ‹Lựa chọn đúng, viết dài ngắn tùy câu hỏi›
        > Đúng. ‹Viết vì sao làm vậy là phải.›
      - [ ] ‹Lựa chọn chưa đúng›
        > Chưa đúng. ‹Viết vì sao bà con hay nhầm chỗ này.›
      - [ ] ‹Lựa chọn chưa đúng khác›
        > Chưa đúng. ‹Viết điều sẽ xảy ra nếu làm vậy.›

      <!-- quiz id=\(slug)-3 -->
      **‹Viết câu hỏi thứ ba?›**

      - [ ] ‹Lựa chọn chưa đúng›
        > Chưa đúng. ‹Viết vì sao bà con hay nhầm chỗ này.›
      - [ ] ‹Lựa chọn chưa đúng khác›
        > Chưa đúng. ‹Viết điều sẽ xảy ra nếu làm vậy.›
      - [x] ‹Lựa chọn đúng›
        > Đúng. ‹Viết vì sao làm vậy là phải.›
      """)
  }

  static func closing(minutes: Int) -> Skeleton {
    Skeleton(
      """
      ## Nhớ một điều

      > [!KEYPOINTS]
      > ‹Viết một dòng để bà con nhớ.›

      > [!INSTRUCTOR] Ghi chú cho tổ
      > - **Chuẩn bị.** ‹Viết những thứ cần mang theo.›
      > - **Hay vướng.** ‹Viết chỗ bà con hay vướng, và cách gỡ.›
      > - **An toàn.** ‹Viết điều tổ không được hỏi, nhìn hay giữ.›
      > - **Kiểm tra tại chỗ.** ‹Viết điều cần xem lại trước buổi học, kèm nguồn.›
      > - **Chia giờ (\(minutes) phút).** ‹Viết mỗi phần mấy phút.›
      > - **Người chưa đọc được chữ.** ‹Viết cách cho bà con cùng học: đọc to, xem hình, ngồi cặp.›
      """)
  }
}

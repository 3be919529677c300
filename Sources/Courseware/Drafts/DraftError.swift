/// Why a lesson or course cannot be begun.
package enum DraftError: Error, Hashable, Sendable {
  case badSlug(String)
  case badTitle
  /// `course.yaml` has errors, or does not take a lesson where its list ends.
  case unfitCourseFile(path: String)

  /// Cause and next step.
  package var words: Words {
    switch self {
    case .badSlug(let slug):
      Words(
        vi: "“\(slug)” không phải là tên ngắn hợp lệ. Chỉ dùng chữ thường không dấu, chữ số và dấu "
          + "gạch nối, ví dụ mat-khau.",
        en: "“\(slug)” is not a valid short name. Use small letters without marks, digits and "
          + "hyphens, such as strong-passwords.")
    case .badTitle:
      Words(
        vi: "Tên phải nằm trên một dòng và không được trống. Viết lại --title.",
        en: "A title is one line and not blank. Write --title again.")
    case .unfitCourseFile(let path):
      Words(
        vi:
          "Không thêm được bài vào “\(path)”. Xem lỗi bằng lantoa site check, và viết mỗi bài của "
          + "'lessons' trên dòng riêng, bắt đầu bằng “- ”.",
        en: "No lesson can be added to “\(path)”. See its errors with lantoa site check, and begin "
          + "each lesson of 'lessons' on a line of its own with “- ”.")
    }
  }
}

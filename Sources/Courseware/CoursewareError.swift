/// Why a folder of courses cannot be read at all.
package enum CoursewareError: Error, Hashable, Sendable {
  case folderNotFound(path: String)
  case notAFolder(path: String)
  /// The system refuses; `cause` is its word for why.
  case unreadable(path: String, cause: String)

  /// Cause and next step.
  package var words: Words {
    switch self {
    case .folderNotFound(let path):
      Words(
        vi: "Không có thư mục '\(path)'. Kiểm tra đường dẫn.",
        en: "There is no folder '\(path)'. Check the path.")
    case .notAFolder(let path):
      Words(
        vi:
          "'\(path)' là tệp, không phải thư mục. Chỉ ra thư mục chứa các khóa học (--courses) hay trang (--content).",
        en:
          "'\(path)' is a file, not a folder. Name the folder that holds the courses (--courses) or pages (--content)."
      )
    case .unreadable(let path, let cause):
      Words(
        vi: "Không đọc được '\(path)'. Kiểm tra quyền truy cập rồi thử lại.",
        en: "'\(path)' cannot be read (\(cause)). Check its permissions and try again.")
    }
  }
}

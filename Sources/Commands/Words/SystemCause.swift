import Foundation

/// Why the system refuses a file. Its own words are English, whatever language we speak.
struct SystemCause: Error, CustomStringConvertible {
  let code: Int32

  init(code: Int32) {
    self.code = code
  }

  /// The cause of the call that has just failed.
  static var latest: Self { Self(code: errno) }

  /// What an error of Foundation's rests on.
  init(_ error: any Error) {
    let error = error as NSError
    let causes = [error, error.userInfo[NSUnderlyingErrorKey] as? NSError].compactMap(\.self)
    code = causes.first { $0.domain == NSPOSIXErrorDomain }.map { Int32($0.code) } ?? EIO
  }

  var description: String {
    switch code {
    case ENOENT: say(vi: "không có tệp hoặc thư mục này", en: "there is no such file or folder")
    case EACCES, EPERM: say(vi: "không có quyền", en: "permission is refused")
    case EISDIR: say(vi: "đây là thư mục", en: "this is a folder")
    case ENOTDIR:
      say(
        vi: "một phần của đường dẫn là tệp, không phải thư mục",
        en: "a part of the path is a file, not a folder")
    case EROFS: say(vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only")
    case ENOSPC, EDQUOT, EFBIG: say(vi: "đĩa đầy", en: "the disk is full")
    case ENAMETOOLONG: say(vi: "tên quá dài", en: "the name is too long")
    case EIO: say(vi: "ổ đĩa báo lỗi", en: "the disk reports an error")
    default: say(vi: "hệ thống báo lỗi số \(code)", en: String(cString: strerror(code)))
    }
  }
}

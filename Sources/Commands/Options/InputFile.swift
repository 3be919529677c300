import Foundation

/// Files that people bring.
enum InputFile {
  /// More than any list that is read as a whole.
  private static let most = 64 << 20

  /// `-` is standard input; a pipe is read to its end.
  ///
  /// - Throws: `Failure` naming the path and the cause, which may be that it never ends.
  static func bytes(_ typed: String, in workspace: Workspace) throws -> [UInt8] {
    let path = typed == "-" ? "-" : workspace.path(typed)
    let file = typed == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
    guard let file else { throw refusal(of: path, for: .latest) }
    var bytes: [UInt8] = []
    do {
      while bytes.count <= most, let more = try file.read(upToCount: 1 << 20), !more.isEmpty {
        bytes += more
      }
    } catch {
      throw refusal(of: path, for: SystemCause(error))
    }
    guard bytes.count <= most else {
      throw Failure(
        vi: "\(path): dài quá 64 MB. Chia thành nhiều tệp, hoặc dùng lantoa session import.",
        en: "\(path): longer than 64 MB. Divide it, or use lantoa session import.")
    }
    return bytes
  }

  static func refusal(of path: String, for cause: SystemCause) -> Failure {
    Failure(
      vi: "\(path): không đọc được: \(cause). Xem lại tên tệp và quyền đọc.",
      en: "\(path): it cannot be read: \(cause). Check its name and that you may read it.")
  }
}

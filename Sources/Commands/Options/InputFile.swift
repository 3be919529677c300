import Foundation

/// Files that people bring.
enum InputFile {
  /// `-` is standard input; a pipe is read to its end.
  ///
  /// - Throws: `Failure` naming the path and the cause.
  static func bytes(_ typed: String, in workspace: Workspace) throws -> [UInt8] {
    let path = typed == "-" ? "-" : workspace.path(typed)
    let file = typed == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
    guard let file else { throw refusal(of: path, for: .latest) }
    do {
      return Array(try file.readToEnd() ?? Data())
    } catch {
      throw refusal(of: path, for: SystemCause(error))
    }
  }

  static func refusal(of path: String, for cause: SystemCause) -> Failure {
    Failure(
      vi: "\(path): không đọc được: \(cause). Xem lại tên tệp và quyền đọc.",
      en: "\(path): it cannot be read: \(cause). Check its name and that you may read it.")
  }
}

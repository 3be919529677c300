import Foundation

/// Files that people bring.
enum InputFile {
  /// `-` is standard input; a pipe is read to its end.
  ///
  /// - Throws: `Failure` naming the path and the cause.
  static func bytes(_ typed: String, in workspace: Workspace) throws -> [UInt8] {
    let path = typed == "-" ? "-" : workspace.path(typed)
    let file = typed == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
    do {
      guard let file else { throw CocoaError(.fileReadUnknown) }
      return Array(try file.readToEnd() ?? Data())
    } catch {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let cause =
        !isThere
        ? say(vi: "không có tệp này", en: "there is no such file")
        : isFolder.boolValue
          ? say(vi: "đây là thư mục", en: "this is a folder")
          : say(vi: "không đọc được", en: "it cannot be read")
      throw Failure(
        vi: "\(path): \(cause). Xem lại tên tệp và quyền đọc.",
        en: "\(path): \(cause). Check its name and that you may read it.")
    }
  }
}

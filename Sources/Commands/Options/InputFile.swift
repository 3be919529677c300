import Foundation

/// Files that people bring.
enum InputFile {
  /// - Throws: `Failure` naming the path and the cause.
  static func bytes(_ typed: String, in workspace: Workspace) throws -> [UInt8] {
    let path = workspace.path(typed)
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      let cause =
        FileManager.default.fileExists(atPath: path)
        ? say(vi: "không đọc được", en: "it cannot be read")
        : say(vi: "không có tệp này", en: "there is no such file")
      throw Failure(
        vi: "\(path): \(cause). Xem lại tên tệp và quyền đọc.",
        en: "\(path): \(cause). Check its name and that you may read it.")
    }
  }
}

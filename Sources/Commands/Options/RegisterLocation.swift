import Foundation

/// Where a register lies when nobody says: `--db`, `LANTOA_DB`, the nearest `lantoa.db` upwards, else
/// the user's data folder. An empty `LANTOA_DB` says nothing; an empty `--db` is refused where options are.
enum RegisterLocation {
  static let fileName = "lantoa.db"

  static func existing(_ db: String?, in workspace: Workspace) -> String {
    if let named = named(db, in: workspace) { return named }
    var folder = workspace.currentFolder
    while true {
      let candidate = (folder as NSString).appendingPathComponent(fileName)
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      let parent = (folder as NSString).deletingLastPathComponent
      if parent == folder || parent.isEmpty { break }
      folder = parent
    }
    return (dataFolder(in: workspace) as NSString).appendingPathComponent(fileName)
  }

  /// Where `init` writes: `--db`, `LANTOA_DB` or `./lantoa.db`.
  static func new(_ db: String?, in workspace: Workspace) throws -> String {
    try requireNoFolder(named(db, in: workspace) ?? workspace.path(fileName))
  }

  /// - Throws: `Failure` for a folder, which SQLite has no good word for.
  static func requireNoFolder(_ path: String) throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return path }
    let file = (path as NSString).appendingPathComponent(fileName)
    throw Failure(
      vi: "“\(path)” là thư mục, không phải sổ. Ghi tên tệp, ví dụ: --db \(file)",
      en: "“\(path)” is a folder, not a register. Name a file, for example: --db \(file)")
  }

  private static func named(_ db: String?, in workspace: Workspace) -> String? {
    let named = db ?? workspace.environment["LANTOA_DB"]
    return named.flatMap { $0.isEmpty ? nil : workspace.path($0) }
  }

  private static func dataFolder(in workspace: Workspace) -> String {
    if let data = workspace.environment["XDG_DATA_HOME"], !data.isEmpty { return data + "/lantoa" }
    return (workspace.environment["HOME"] ?? workspace.currentFolder) + "/.local/share/lantoa"
  }
}

/// Where courses and places lie: `--share`, `LANTOA_SHARE`, beside the installed program, else the
/// checkout above the current folder or the program.
enum ShareLocation {
  static func find(_ share: String?, in workspace: Workspace) throws -> String {
    if let named = share ?? workspace.environment["LANTOA_SHARE"] {
      let path = workspace.path(named)
      guard isShare(path) else {
        throw UsageError(
          vi: "“\(path)” không có courses/programme.yaml. Chỉ đúng thư mục bằng --share.",
          en: "“\(path)” has no courses/programme.yaml. Name the right folder with --share.")
      }
      return path
    }
    let programFolder = (workspace.program as NSString).deletingLastPathComponent
    let installed = (programFolder as NSString).deletingLastPathComponent + "/share/lantoa"
    if isShare(installed) { return installed }
    for start in [workspace.currentFolder, programFolder] {
      var folder = start
      while !folder.isEmpty {
        if isShare(folder) { return folder }
        let parent = (folder as NSString).deletingLastPathComponent
        if parent == folder { break }
        folder = parent
      }
    }
    throw UsageError(
      vi: "Không thấy thư mục khóa học. Chỉ thư mục có courses/ và content/ bằng --share.",
      en: "The folder of courses was not found. Name the one with courses/ and content/ by --share."
    )
  }

  private static func isShare(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/courses/programme.yaml")
  }
}

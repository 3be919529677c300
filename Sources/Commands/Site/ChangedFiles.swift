import Foundation

/// The lessons and pages that somebody is working on: changed or new in the git checkout around the
/// current folder.
enum ChangedFiles {
  /// Full paths of Markdown and YAML files; empty without git or outside a checkout.
  static func find(in workspace: Workspace) -> Set<String> {
    guard
      let root = git(["rev-parse", "--show-toplevel"], in: workspace)?
        .split(whereSeparator: \.isNewline).first,
      let status = git(["status", "--porcelain", "-z", "--no-renames", "-uall"], in: workspace)
    else { return [] }
    let names = status.split(separator: "\0").compactMap { entry -> Substring? in
      let name = entry.dropFirst(3)
      return name.hasSuffix(".md") || name.hasSuffix(".yaml") ? name : nil
    }
    return Set(names.map { "\(root)/\($0)" })
  }

  private static func git(_ arguments: [String], in workspace: Workspace) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", workspace.currentFolder] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

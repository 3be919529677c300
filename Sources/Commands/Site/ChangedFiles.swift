/// The lessons and pages that somebody is working on: changed or new in the git checkout around the
/// current folder.
enum ChangedFiles {
  /// Full paths of Markdown and YAML files; empty without git or outside a checkout.
  static func find(in workspace: Workspace) -> Set<String> {
    guard
      let root = Git.output(["rev-parse", "--show-toplevel"], in: workspace.currentFolder)?
        .split(whereSeparator: \.isNewline).first,
      let status = Git.output(
        ["status", "--porcelain", "-z", "--no-renames", "-uall"], in: workspace.currentFolder)
    else { return [] }
    let names = status.split(separator: "\0").compactMap { entry -> Substring? in
      let name = entry.dropFirst(3)
      return name.hasSuffix(".md") || name.hasSuffix(".yaml") ? name : nil
    }
    return Set(names.map { "\(root)/\($0)" })
  }
}

import ArgumentParser
import Courseware
import Domain
import Foundation
import Storage

/// Where the lessons and pages lie.
struct SiteSources: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục các khóa học; mặc định courses trong thư mục dùng chung.",
        en: "The folder of courses; by default courses in the share folder."),
      valueName: "folder"))
  var courses: String?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục các trang; mặc định content trong thư mục dùng chung.",
        en: "The folder of pages; by default content in the share folder."),
      valueName: "folder"))
  var content: String?

  /// Reads and checks everything, with paths from here where they are below.
  ///
  /// `usedIDs` are as `Library` wants them.
  ///
  /// - Throws: `Failure` naming a folder that cannot be read.
  func library(
    _ global: GlobalOptions, in workspace: Workspace, usedIDs: [String: Set<String>] = [:]
  ) throws -> Library {
    try read(global, in: workspace) { courses, content in
      try Library.read(
        courses: courses, content: content, today: CalendarDay(milliseconds: workspace.now()),
        now: workspace.now(), usedIDs: usedIDs)
    }
  }

  /// The files alone, with what tells each from another.
  func files(_ global: GlobalOptions, in workspace: Workspace) throws -> LibrarySources {
    try read(global, in: workspace) { courses, content in
      try LibrarySources.read(courses: courses, content: content) { .sha256($0) }
    }
  }

  private func read<Value>(
    _ global: GlobalOptions, in workspace: Workspace,
    _ read: (_ courses: String, _ content: String?) throws -> Value
  ) throws -> Value {
    let folders = try folders(global, in: workspace)
    do {
      if let content = self.content, !isFolder(workspace.path(content)) {
        throw CoursewareError.folderNotFound(path: content)
      }
      return try read(folders.courses, folders.content)
    } catch let error as CoursewareError {
      throw Failure(vi: error.words.vi, en: error.words.en)
    }
  }

  /// Whole paths. Lessons link to the words of the site; where there is no share, they go without.
  func folders(
    _ global: GlobalOptions, in workspace: Workspace
  ) throws -> (courses: String, content: String?) {
    let courses = try courses ?? share("courses", global, in: workspace)
    let content = self.content ?? (try? share("content", global, in: workspace))
    return (workspace.path(courses), content.map(workspace.path))
  }

  private func share(
    _ name: String, _ global: GlobalOptions, in workspace: Workspace
  ) throws -> String {
    try ShareLocation.find(global.share, in: workspace) + "/" + name
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

extension Workspace {
  /// A path as people read and click it: from the current folder where it lies below.
  func shown(_ path: String) -> String {
    path.hasPrefix(currentFolder + "/") ? String(path.dropFirst(currentFolder.count + 1)) : path
  }
}

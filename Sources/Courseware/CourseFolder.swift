import Foundation

extension Curriculum {
  /// Reads the courses folder at `path`: one folder a course, and `programme.yaml`.
  ///
  /// - Throws: `CoursewareError` where the folder or a file in it cannot be read. What is wrong
  ///   inside the files is in `diagnostics`.
  package static func read(
    folder path: String, competences: Set<String>? = nil
  ) throws -> Curriculum {
    let (files, folders, misnamed) = try sources(in: path)
    return Curriculum(
      files: files, folders: folders, misnamed: misnamed, competences: competences)
  }

  /// What `read` reads, the folders beside it, and by folder what was to be its `course.yaml`.
  static func sources(
    in path: String
  ) throws -> (files: [SourceFile], folders: [String], misnamed: [String: String]) {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    switch kind(of: root) {
    case .folder: break
    case .file, .other: throw CoursewareError.notAFolder(path: root)
    case .missing: throw CoursewareError.folderNotFound(path: root)
    }

    var files: [SourceFile] = []
    var folders: [String] = []
    var misnamed: [String: String] = [:]
    for name in try names(in: root) where !name.hasPrefix(".") {
      let entry = root == "/" ? "/\(name)" : "\(root)/\(name)"
      switch kind(of: entry) {
      case .folder:
        folders.append(entry)
        let course = "\(entry)/\(courseFile)"
        if kind(of: course) == .file {
          files.append(try file(course))
        } else {
          misnamed[entry] = try names(in: entry).first(where: isMeantAsCourse)
        }
      case .file where name == programmeFile: files.append(try file(entry))
      case .file, .other, .missing: break
      }
    }
    return (files, folders, misnamed)
  }

  /// `course.yml`, `Course.yaml`, `course.yaml.txt`.
  private static func isMeantAsCourse(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".")
    return parts.count < 4 && parts.first == "course"
      && parts.dropFirst().first.map {
        ["yaml", "yml"].contains($0)
      } == true
  }

  private enum Kind {
    case file, folder, other, missing
  }

  /// What stands at `path`, links followed.
  private static func kind(of path: String) -> Kind {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: resolved)[.type]
    return switch type as? FileAttributeType {
    case .typeDirectory?: .folder
    case .typeRegular?: .file
    case nil: .missing
    default: .other
    }
  }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw CoursewareError.unreadable(path: folder, cause: error.localizedDescription)
    }
  }

  /// The file at `path`, of which no more is read than shows that it is too large.
  private static func file(_ path: String) throws -> SourceFile {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      let data = try handle.read(upToCount: SourceFile.sizeLimit + 1) ?? Data()
      return SourceFile(path: path, bytes: Array(data))
    } catch {
      throw CoursewareError.unreadable(path: path, cause: error.localizedDescription)
    }
  }
}

extension CoursewareError: LocalizedError {
  /// In English, for whoever does not choose a language.
  package var errorDescription: String? { words.en }
}

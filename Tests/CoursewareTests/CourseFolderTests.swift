import Courseware
import Domain
import Foundation
import Testing

struct CourseFolderTests {
  @Test func `a folder is read in the order of its courses`() throws {
    try withFolder([
      "b/course.yaml": Sample.course("b", order: 1).text,
      "a/course.yaml": Sample.course("a", order: 2).text,
      "c/course.yaml": Sample.course("c", order: 1).text,
      "a/01-strong-passwords.vi.md": "not read yet",
      "programme.yaml": Sample.programme.replacing("[safe-online]", with: "[a]").text,
      "README.md": "not read", ".cache/x": "not read",
    ]) { folder in
      let curriculum = try Curriculum.read(folder: folder + "/")
      #expect(curriculum.courses.map(\.slug) == ["b", "c", "a"])
      #expect(curriculum.programme?.core == ["a"])
      #expect(curriculum.diagnostics.isEmpty)
    }
  }

  @Test func `a folder without course.yaml is a warning`() throws {
    try withFolder(["images/x.svg": "", "a/course.yaml": Sample.course("a").text]) { folder in
      let curriculum = try Curriculum.read(folder: folder)
      #expect(
        curriculum.diagnostics.map { $0.description("en") } == [
          "\(folder)/images:1:1: warning: folder 'images' has no course.yaml [course-without-file]"
        ])
      #expect(!curriculum.hasErrors)
      #expect(curriculum.courses.count == 1)
    }
  }

  @Test(arguments: ["course.yml", "course.yaml.txt", "Course.yaml"])
  func `a course.yaml under another name is to be renamed`(name: String) throws {
    try withFolder(["a/\(name)": Sample.course("a").text]) { folder in
      let curriculum = try Curriculum.read(folder: folder)
      #expect(curriculum.diagnostics.map(\.rule) == [.courseWithoutFile])
      let fix = curriculum.diagnostics.first?.fix
      #expect(fix?.en.hasPrefix("Rename the file \(name): course.yaml.") == true)
      #expect(fix?.vi.hasPrefix("Đổi tên tệp \(name) thành course.yaml;") == true)
    }
  }

  @Test func `findings come by path and place`() throws {
    let broken = "level: [\n"
    try withFolder(["b/course.yaml": broken, "a/x": "", "programme.yaml": "[]"]) { folder in
      let curriculum = try Curriculum.read(folder: folder)
      #expect(
        curriculum.diagnostics.map { $0.path.dropFirst(folder.count) }
          == ["/a", "/b/course.yaml", "/programme.yaml"])
    }
  }

  @Test func `a file too large is not read whole`() throws {
    let text = String(repeating: "#", count: 2 * SourceFile.sizeLimit)
    try withFolder(["a/course.yaml": text]) { folder in
      let curriculum = try Curriculum.read(folder: folder)
      #expect(curriculum.diagnostics.map(\.rule) == [.fileTooLarge])
    }
  }

  @Test func `a folder that is not there is an error with a next step`() throws {
    try withFolder(["file": ""]) { folder in
      let missing = folder + "/nowhere"
      #expect(throws: CoursewareError.folderNotFound(path: missing)) {
        try Curriculum.read(folder: missing)
      }
      #expect(throws: CoursewareError.notAFolder(path: folder + "/file")) {
        try Curriculum.read(folder: folder + "/file")
      }
      #expect(
        CoursewareError.folderNotFound(path: "x").localizedDescription
          == "There is no folder 'x'. Check the path.")
    }
  }

  /// A folder with these files, gone afterwards.
  private func withFolder(
    _ files: [String: String], _ body: (_ path: String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "courseware-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
  }
}

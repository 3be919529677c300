import Courseware
import Foundation

/// The folder of courses as its authors add to it: never over anything that is there.
struct CourseWorkshop {
  let folder: String
  let workspace: Workspace

  init(_ sources: SiteSources, _ global: GlobalOptions, in workspace: Workspace) throws {
    folder = try sources.folders(global, in: workspace).courses
    self.workspace = workspace
  }

  /// - Returns: the path of the new `course.yaml`.
  func begin(_ slug: String, title: String) throws -> String {
    let curriculum = try wording { try Curriculum.read(folder: folder) }
    let order = (curriculum.courses.map(\.order).max() ?? 0).addingReportingOverflow(1)
    let draft = try wording {
      try CourseDraft(slug: slug, title: title, order: order.overflow ? 1 : order.partialValue)
    }
    let course = "\(folder)/\(slug)"
    guard kind(of: course) == nil else { throw exists(course) }
    let file = "\(course)/course.yaml"
    do {
      try FileManager.default.createDirectory(
        atPath: "\(course)/images", withIntermediateDirectories: true)
      try AuthoredFile.create(Array(draft.text.utf8), at: file)
    } catch {
      throw refused(course, error)
    }
    return file
  }

  /// - Returns: the path of the new lesson.
  func begin(_ slug: String, title: String?, in course: String) throws -> String {
    guard Slug.isValid(course), Slug.isValid(slug) else {
      throw failure(.badSlug(Slug.isValid(course) ? slug : course))
    }
    let home = "\(folder)/\(course)"
    let list = "\(home)/course.yaml"
    guard kind(of: home) == .typeDirectory, kind(of: list) == .typeRegular else {
      throw Failure(
        vi:
          "Không có khóa “\(course)” trong “\(workspace.shown(folder))”. Xem tên thư mục, hoặc tạo "
          + "khóa: lantoa site new-course \(course) --title \"…\"",
        en:
          "There is no course “\(course)” in “\(workspace.shown(folder))”. See the folder's name, "
          + "or begin it: lantoa site new-course \(course) --title \"…\"")
    }
    let names = try wording { try Self.names(in: home) }
    if let name = names.first(where: { LessonName($0)?.slug == slug }) {
      throw exists("\(home)/\(name)")
    }
    let bytes = try InputFile.bytes(list, in: workspace)
    let file = try wording { try CourseFile(SourceFile(path: list, bytes: Array(bytes))) }
    let place = file.lessons.firstIndex { $0.slug == slug }
    let draft = try wording {
      try place.map { LessonDraft(file.lessons[$0]) }
        ?? LessonDraft(slug: slug, title: title ?? Slug.words(of: slug))
    }
    if let title, title != draft.title {
      throw Failure(
        vi: "course.yaml đã ghi tên bài này là “\(draft.title)”. Bỏ --title, hoặc sửa course.yaml.",
        en: "course.yaml already calls this lesson “\(draft.title)”. Leave out --title, or change "
          + "course.yaml.")
    }
    let taken = Set(names.compactMap { LessonName($0)?.number })
    let number = Self.number(place: place, listed: file.lessons.count, taken: taken)
    let lesson = "\(home)/\(draft.fileName(number: number))"
    let listing = place == nil ? try wording { try file.adding(draft) } : nil
    do {
      try AuthoredFile.create(Array(draft.text.utf8), at: lesson)
    } catch {
      throw refused(lesson, error)
    }
    do {
      if let listing { try AuthoredFile.replace(list, with: listing) }
    } catch {
      try? FileManager.default.removeItem(atPath: lesson)
      throw refused(list, error)
    }
    return lesson
  }

  /// That of its place in the list where it is free, else the next behind all others.
  static func number(place: Int?, listed: Int, taken: Set<Int>) -> Int {
    if let place, !taken.contains(place + 1) { return place + 1 }
    return max(listed, taken.max() ?? 0) + 1
  }

  /// What stands at `path` itself; a link is a link.
  private func kind(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw CoursewareError.unreadable(path: folder, cause: error.localizedDescription)
    }
  }
}

extension CourseWorkshop {
  private func wording<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DraftError {
      throw failure(error)
    } catch let error as CoursewareError {
      throw Failure(vi: error.words.vi, en: error.words.en)
    }
  }

  private func failure(_ error: DraftError) -> Failure {
    Failure(vi: error.words.vi, en: error.words.en)
  }

  private func exists(_ path: String) -> Failure {
    let path = workspace.shown(path)
    return Failure(
      vi: "Đã có “\(path)”, không ghi đè. Mở nó ra sửa, hoặc chọn tên khác.",
      en: "“\(path)” is there already and stays. Edit it, or choose another name.")
  }

  private func refused(_ path: String, _ error: any Error) -> Failure {
    AuthoredFile.refusal(of: workspace.shown(path), error)
  }
}

/// Of `03-ten-bai.vi.md` the number and the slug.
private struct LessonName {
  let number: Int
  let slug: String

  init?(_ name: String) {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(digits.count)
    guard let number = Int(digits), number < Int.max, rest.hasPrefix("-"), rest.hasSuffix(".md")
    else { return nil }
    self.number = number
    slug = String(rest.dropFirst().prefix { $0 != "." })
  }
}

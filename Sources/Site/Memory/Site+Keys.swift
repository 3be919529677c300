import Courseware
import Domain

extension Site {
  /// Of everything beside the sources that pages depend on.
  static func basis(
    program: String, templates: Templates, baseURL: String?, hash: ([UInt8]) -> ContentHash
  ) -> ContentHash {
    var writer = RecordWriter()
    writer.add(program)
    writer.add(baseURL) { $0.add($1) }
    writer.add(templates.texts) {
      $0.add($1.name)
      $0.add($1.text)
    }
    return hash(writer.bytes)
  }

  /// What a part is made from, as a hash; nil where a part is always made: of what belongs to no course,
  /// and of a library that nobody read from files. `basis` is of the program, its templates and where
  /// the site will be.
  ///
  /// A lesson's pages hold its text, its course, the names of the site's pages, what is known of the
  /// pictures, the titles of what is to be learnt first, and links, which depend on what is there to
  /// lead to and may be shown now.
  func key(of part: SitePart, basis: ContentHash) -> ContentHash? {
    guard let course = part.course, let prints = source.library.prints else { return nil }
    var writer = RecordWriter()
    writer.add(basis.bytes)
    writer.add(common.bytes)
    writer.add(part.language)
    writer.add(course)
    writer.add(prints.curriculum.bytes)
    writer.add(prints.assets.bytes)
    writer.add(source.library.lessons.filter { $0.course == course }) {
      $0.add($1.path)
      $0.add(prints.texts[$1.path]?.bytes ?? [])
      $0.add(titles(before: $1, in: part.language)) { $0.add($1) }
    }
    return source.hash(writer.bytes)
  }

  /// The lessons that one asks to be learnt first may stand in other courses.
  private func titles(before lesson: Lesson, in language: String) -> [String] {
    lesson.frontMatter.prerequisites.compactMap { prerequisite in
      guard let target = source.library.target(of: prerequisite), let slug = target.slug,
        let course = shelf.courses.first(where: { $0.slug == target.course })
      else { return nil }
      return shelf.lesson(course, slug, in: language)?.text.frontMatter.title
    }
  }

  /// Of the whole library what a page of any course may show of it.
  static func common(_ source: SiteSource, _ shelf: Shelf) -> ContentHash {
    var writer = RecordWriter()
    writer.add(shelf.languages) { $0.add($1) }
    writer.add(source.library.lessons) {
      $0.add($1.path)
      $0.add($1.course)
      $0.add($1.slug)
      $0.add($1.language)
      $0.add($1.frontMatter.status.rawValue)
      $0.add(source.library.isWaiting($1))
      $0.add($1.frontMatter.aliases) { $0.add($1) }
    }
    writer.add(source.library.pages) {
      $0.add($1.path)
      $0.add($1.name)
      $0.add($1.language)
      $0.add($1.title)
    }
    return source.hash(writer.bytes)
  }
}

import Courseware

extension Site {
  /// The page of a course, and the list of what its copy holds where there is something to keep.
  struct CourseFront: Sendable {
    let address: Address
    /// Nil where it stands there already, with its copy.
    let page: [UInt8]?
    let copy: (address: Address, manifest: [UInt8])?
  }

  /// Of every language and course; `kept` are the files of the copies, `weights` of all that is made;
  /// `stands` as in `forEachFile(after:)`.
  func courseFronts(
    keeping kept: [SitePart: Set<Address>], _ weights: [Address: OfflineCopy.Weight],
    stands: @Sendable (SitePart, OfflineCopy) -> Bool
  ) -> [CourseFront] {
    let courses = shelf.languages.flatMap { language in shelf.courses.map { (language, $0) } }
    return courses.parallelMap { language, course in
      let part = SitePart(language: language, course: course.slug, isFirst: false)
      return front(of: course, in: language, keeping: kept[part] ?? [], weights) {
        stands(part, $0)
      }
    }
  }

  /// The page says how large the copy is, so it comes after all that is in it.
  private func front(
    of course: CourseDefinition, in language: String, keeping kept: Set<Address>,
    _ weights: [Address: OfflineCopy.Weight], stands: (OfflineCopy) -> Bool
  ) -> CourseFront {
    let edition = edition(in: language, pictures: Pictures(read: source.bytes))
    let entries = edition.entries(of: course)
    let lessons = edition.offlineCopy(of: course, entries: entries, files: kept) { weights[$0] }
    if stands(lessons) {
      return CourseFront(address: .course(course.slug, language), page: nil, copy: nil)
    }
    let page = edition.course(course, entries: entries, copySize: lessons.size)
    let bytes = Array(templates.render(page).utf8)
    guard entries.contains(where: { $0.shown != nil }) else {
      return CourseFront(address: page.address, page: bytes, copy: nil)
    }
    let own = weight(of: bytes)
    let copy = edition.offlineCopy(of: course, entries: entries, files: kept) {
      $0 == page.address ? own : weights[$0]
    }
    let manifest = Array(copy.manifest(hash: source.hash).utf8)
    return CourseFront(
      address: page.address, page: bytes,
      copy: (.offlineCopy(course.slug, language), manifest))
  }
}

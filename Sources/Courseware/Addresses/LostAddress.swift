/// An address that was on the site, and that leads to no lesson any more.
struct LostAddress {
  let address: LessonAddress
  /// The files of what most likely took the lesson's place, in each language that lost it; empty
  /// where nobody can tell.
  let successors: Set<String>
  /// Where it was last, by path.
  let former: String
}

extension LostAddress {
  /// Sorted by address.
  ///
  /// A course with a lesson that cannot be read has none: its `aliases` are not known yet.
  static func all(in library: Library, since former: FormerLessons) -> [LostAddress] {
    if former.published.isEmpty { return [] }
    let now = PresentLessons(library, since: former)
    let unread = library.coursesWithUnreadLessons
    return former.published.sorted { $0.key < $1.key }.compactMap { address, editions in
      guard let first = editions.first, !now.addresses.contains(address),
        !unread.contains(address.course)
      else { return nil }
      let lost = editions.filter { !now.names(address, in: $0.language) }
      if lost.isEmpty { return nil }
      return LostAddress(
        address: address,
        successors: Set(lost.compactMap { now.successor(of: $0, at: address)?.path }),
        former: first.path)
    }
  }
}

/// The lessons as they are now, by what former ones are looked for.
private struct PresentLessons {
  private struct Key: Hashable {
    let address: LessonAddress
    let language: String
  }

  private struct Place: Hashable {
    let course: String
    let number: Int
    let language: String
  }

  let addresses: Set<LessonAddress>
  private let editions: [Key: Lesson]
  /// By what they name in `aliases`.
  private let naming: [String: [Lesson]]
  /// Lessons that were not there before.
  private let newcomers: [Place: Lesson]
  /// By course.
  private let newAddresses: [String: Set<LessonAddress>]

  init(_ library: Library, since former: FormerLessons) {
    let lessons = library.lessons
    addresses = Set(lessons.map { LessonAddress($0) })
    editions = Dictionary(
      lessons.map { (Key(address: LessonAddress($0), language: $0.language), $0) },
      uniquingKeysWith: { first, _ in first })
    naming = lessons.reduce(into: [:]) { naming, lesson in
      for alias in lesson.frontMatter.aliases { naming[alias, default: []].append(lesson) }
    }
    let new = lessons.filter { !former.addresses.contains(LessonAddress($0)) }
    newcomers = Dictionary(
      new.map { (Place(course: $0.course, number: $0.number, language: $0.language), $0) },
      uniquingKeysWith: { first, _ in first })
    newAddresses = Dictionary(grouping: new, by: \.course)
      .mapValues { Set($0.map { LessonAddress($0) }) }
  }

  /// Whether the page in this language of some lesson names the address: where a language is
  /// missing, the page shows another one.
  func names(_ address: LessonAddress, in language: String) -> Bool {
    naming[address.text, default: []].contains {
      $0.language == language
        || editions[Key(address: LessonAddress($0), language: language)] == nil
    }
  }

  /// The lesson that names the address in another language; else the new one with the same number;
  /// else the only new one of the course.
  func successor(of edition: FormerLessons.Edition, at address: LessonAddress) -> Lesson? {
    let language = edition.language
    if let naming = naming[address.text]?.first {
      return editions[Key(address: LessonAddress(naming), language: language)]
    }
    let place = Place(course: address.course, number: edition.number, language: language)
    if let lesson = newcomers[place] { return lesson }
    let new = newAddresses[address.course, default: []]
    guard new.count == 1, let only = new.first else { return nil }
    return editions[Key(address: only, language: language)]
  }
}

extension Library {
  /// Files that are no lessons for what is wrong in them have findings.
  var coursesWithUnreadLessons: Set<String> {
    let read = Set(lessons.map(\.path))
    let others = Set(diagnostics.map(\.path)).subtracting(read)
    return Set(
      others.compactMap { path in
        let source = SourceFile(path: path, bytes: [])
        let file = ManuscriptFile(course: source.folder, source: source)
        let isLesson = file?.slug != nil || LessonFileName.meant(by: source.name) != nil
        return isLesson ? source.folder : nil
      })
  }
}

import Courseware
import Domain

extension Edition {
  /// What is kept on this phone, and what a reader without a network can do.
  func offline() -> SitePage {
    let address = Address.offline(language)
    let context: Context = ["crumbs": crumbs([(words[.offline], nil)], from: address)]
    return SitePage(
      address: address, template: .offline,
      context: frame(
        at: address, title: words[.offline], summary: words[.offlineLead],
        elsewhere: Address.offline
      ).merging(context))
  }

  /// What the page of a course says of its copy; nil where nothing is written yet.
  func offer(_ course: CourseDefinition, entries: [Entry], size: DataSize, from address: Address)
    -> Context?
  {
    let lessons = entries.compactMap(\.shown?.text)
    if lessons.isEmpty { return nil }
    let photos =
      size.photos == 1 ? words[.keepPhoto] : words[.keepPhotos, ["n": String(size.photos)]]
    return [
      "copy": .text("\(language)/\(course.slug)"),
      "offer": .text(
        words[
          .keepOffer,
          [
            "lessons": words.lessons(lessons.count), "size": size.megabytes(in: language),
            "photos": photos,
          ]]),
      "browserPicture": .text(address.href(to: .asset("browser.svg"))),
      "files": .list(
        lessons.map {
          [
            "href": .text(
              address.href(to: .lesson(course.slug, $0.slug, language, as: .file))),
            "title": .text($0.frontMatter.title), "language": .text($0.language),
          ]
        }),
      "printHref": .text(address.href(to: .wholeCourse(course.slug, language))),
      "offlineHref": .text(address.href(to: .offline(language))),
    ]
  }

  /// The copy of a course: those of `files` that `weights` knows.
  func offlineCopy(
    of course: CourseDefinition, entries: [Entry], files: Set<Address>,
    weight: (Address) -> OfflineCopy.Weight?
  ) -> OfflineCopy {
    let files = Dictionary(
      uniqueKeysWithValues: files.compactMap { address in weight(address).map { (address, $0) } })
    let size = DataSize(bytes: files.values.reduce(0) { $0 + $1.size })
    let count = entries.count { $0.shown != nil }
    return OfflineCopy(
      title: course.titles[language],
      facts: words[
        .keptFacts, ["lessons": words.lessons(count), "size": size.megabytes(in: language)]
      ],
      size: size, files: files)
  }

  /// The course and its lessons in every form for learners, what these show, the pages of this language
  /// that they link to, the first page, and those of the skills, to which its pictures lead.
  func keptFiles(of course: CourseDefinition, _ entries: [Entry]) -> Set<Address> {
    var files: Set<Address> = [
      .home(language), .course(course.slug, language), .offline(language), .script(language),
      .asset("look.js"), .asset("style.css"), .asset("icon.svg"), .asset("browser.svg"),
    ]
    for code in Self.skillCodes {
      files.insert(.skill(code, language))
      files.insert(.file(Self.picture(ofSkill: code)))
    }
    for lesson in entries.compactMap(\.shown?.text) {
      for form in Address.LessonForm.allCases where form != .teach {
        files.insert(.lesson(course.slug, lesson.slug, language, as: form))
      }
      for destination in lesson.learnerBlocks.destinations {
        switch source.target(destination, .lesson(lesson)) {
        case .file(let file): files.insert(.file(file))
        case .page(let name, language, _): files.insert(.page(name, language))
        case .page, .lesson, .outside, .here, nil: break
        }
      }
    }
    return files
  }
}

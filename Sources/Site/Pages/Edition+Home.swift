import Courseware
import Domain

extension Edition {
  /// The skills that one person in each household should have, each with its picture and words.
  static let skillCodes = ["S1", "S2", "S3", "S4", "S5"]

  static func picture(ofSkill code: String) -> String {
    "content/images/skill-\(code.lowercased()).svg"
  }

  private func title(ofSkill code: String) -> String {
    words.byKey["skill\(code)"] ?? code
  }

  func home() -> SitePage { home(at: .home(language)) }

  /// The first page of the site, too: it is that of the first language.
  func home(at address: Address) -> SitePage {
    let written = shelf.courses.filter { course in
      course.lessons.contains { shelf.lesson(course, $0.slug, in: language) != nil }
    }
    let coming = shelf.courses.filter { course in !written.contains { $0.slug == course.slug } }
    let taught = Set(
      written.flatMap { entries(of: $0) }.filter { $0.shown != nil }
        .flatMap(\.definition.householdSkills))
    let context: Context = [
      "skills": .list(
        Self.skillCodes.map { code in
          let picture = pictures.picture(
            Self.picture(ofSkill: code), from: address)
          return [
            "title": .text(title(ofSkill: code)),
            "href": .text(address.href(to: .skill(code, language))),
            "picture": .optional(picture?.href, as: "src"),
            "isComing": .flag(!taught.contains(code)),
          ]
        }),
      "courses": .list(written.map { card(of: $0, from: address) }),
      "hasComing": .flag(!coming.isEmpty),
      "coming": .list(
        coming.map {
          [
            "title": .text($0.titles[language]),
            "href": .text(address.href(to: .course($0.slug, language))),
          ]
        }),
    ]
    return SitePage(
      address: address, template: .home,
      context: frame(
        at: address, title: words[.siteName], summary: words[.tagline], elsewhere: Address.home
      ).merging(context))
  }

  func card(of course: CourseDefinition, from address: Address) -> Context {
    [
      "title": .text(course.titles[language]), "summary": .text(course.summary[language]),
      "href": .text(address.href(to: .course(course.slug, language))),
      "facts": .text(size(of: course, entries(of: course)).joined(separator: " · ")),
    ]
  }

  /// How many lessons a course has, and how long those that are written take.
  func size(of course: CourseDefinition, _ entries: [Entry]) -> [String] {
    let count = words.lessons(course.lessons.count)
    let minutes = entries.filter { $0.shown != nil }.reduce(0) { $0 + $1.definition.minutes }
    return minutes > 0 ? [count, words[.minutes, ["n": String(minutes)]]] : [count]
  }

  /// The courses in which something is written, for where nothing is yet.
  func meanwhile(from address: Address) -> Context {
    let ready: [Context] = shelf.courses
      .filter { entries(of: $0).contains { $0.shown != nil } }
      .map {
        [
          "href": .text(address.href(to: .course($0.slug, language))),
          "title": .text($0.titles[language]),
        ]
      }
    return ["hasMeanwhile": .flag(!ready.isEmpty), "meanwhile": .list(ready)]
  }

  func skill(_ code: String) -> SitePage {
    let address = Address.skill(code, language)
    let all = shelf.courses.map { (course: $0, entries: entries(of: $0)) }
    let meant = all.flatMap { course, entries in
      entries.filter { $0.definition.householdSkills.contains(code) }
        .map { (course: course, entry: $0) }
    }
    let lessons = meant.compactMap { course, entry in
      entry.shown.map { item(of: $0, in: course, from: address) }
    }
    let coming: [Context] = meant.filter { $0.entry.shown == nil }.map { course, entry in
      [
        "title": .text(entry.definition.titles[language]),
        "course": .text(course.titles[language]),
      ]
    }
    let context: Context = [
      "crumbs": crumbs([(title(ofSkill: code), nil)], from: address),
      "picture": .optional(
        pictures.picture(Self.picture(ofSkill: code), from: address)?.href,
        as: "src"),
      "hasLessons": .flag(!lessons.isEmpty),
      "lessons": .list(lessons),
      "hasComing": .flag(!coming.isEmpty),
      "coming": .list(coming),
    ]
    return SitePage(
      address: address, template: .skill,
      context: frame(
        at: address, title: title(ofSkill: code), summary: words[.skillLessons],
        elsewhere: { .skill(code, $0) }
      ).merging(meanwhile(from: address)).merging(context))
  }

  /// A written lesson in a list.
  func item(
    of shown: Shelf.Shown<Lesson>, in course: CourseDefinition, from address: Address
  ) -> Context {
    let lesson = shown.text
    return [
      "id": .text("\(course.slug)/\(lesson.slug)"),
      "title": .text(lesson.frontMatter.title), "language": .text(lesson.language),
      "href": .text(address.href(to: .lesson(course.slug, lesson.slug, language))),
      "facts": .text(words[.minutes, ["n": String(lesson.frontMatter.minutes)]]),
      "course": .text(course.titles[language]),
    ]
  }
}

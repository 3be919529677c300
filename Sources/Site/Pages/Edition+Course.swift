import Courseware
import Domain

extension Edition {
  /// `copySize` is what an offline copy of it weighs.
  func course(_ course: CourseDefinition, entries: [Entry], copySize: DataSize) -> SitePage {
    let address = Address.course(course.slug, language)
    let written = entries.compactMap(\.shown)
    let context: Context = [
      "crumbs": crumbs([(course.titles[language], nil)], from: address),
      "facts": .text(
        (size(of: course, entries) + [words[.forWhom, ["who": course.audience[language]]]])
          .joined(separator: " · ")),
      "isComing": .flag(written.isEmpty),
      "entries": .list(
        entries.map { entry in
          [
            "written": .part(entry.shown.map { item(of: $0, in: course, from: address) }),
            "coming": .optional(
              entry.shown == nil ? entry.definition.titles[language] : nil, as: "title"),
          ]
        }),
      "begin": .part(
        written.first.map { first in
          [
            "href": .text(address.href(to: .lesson(course.slug, first.text.slug, language))),
            "text": .text(words[.courseBegin, ["title": first.text.frontMatter.title]]),
          ]
        }),
      "offline": .part(offer(course, entries: entries, size: copySize, from: address)),
      "license": .text(words[.license, ["license": course.license]]),
    ]
    return SitePage(
      address: address, template: .course,
      context: frame(
        at: address, title: course.titles[language], summary: course.summary[language],
        elsewhere: { .course(course.slug, $0) }
      ).merging(meanwhile(from: address)).merging(context))
  }

  /// All lessons one after the other, to be printed; questions with their answers.
  func wholeCourse(_ course: CourseDefinition, lessons: [Shelf.Shown<Lesson>]) -> SitePage {
    let address = Address.wholeCourse(course.slug, language)
    let title = words[.printTitle, ["title": course.titles[language]]]
    let context: Context = [
      "crumbs": crumbs(
        [(course.titles[language], .course(course.slug, language)), (title, nil)], from: address),
      "courseTitle": .text(course.titles[language]),
      "lessons": .list(
        lessons.map { shown in
          let lesson = shown.text
          var setting = setting(at: address, of: .lesson(lesson))
          setting.idPrefix = "\(lesson.slug)-"
          setting.headingShift = 1
          setting.quizCount = lesson.quizzes.count
          setting.isPaper = true
          return [
            "id": .text(lesson.slug), "language": .text(lesson.language),
            "number": .text(words[.lessonShort, ["n": String(lesson.number)]]),
            "title": .text(lesson.frontMatter.title),
            "checked": .text(words.checked(lesson.frontMatter)),
            "checkedLanguage": .text(language),
            "body": .text(BlockWriter.text(lesson.learnerBlocks, in: setting)),
            "hasAnswers": .flag(!lesson.quizzes.isEmpty),
            "answers": .text(answers(of: lesson, in: setting)),
          ]
        }),
    ]
    return SitePage(
      address: address, template: .print,
      context: frame(
        at: address, title: title, summary: course.summary[language],
        elsewhere: { .wholeCourse(course.slug, $0) }
      ).merging(context))
  }

  /// The right answers with their reasons, one an item.
  func answers(of lesson: Lesson, in setting: BlockWriter.Setting) -> String {
    var writer = BlockWriter(setting)
    for quiz in lesson.quizzes {
      writer.html.markup("<li>")
      writer.writeAnswer(of: quiz)
      writer.html.markup("</li>\n")
    }
    return writer.html.text
  }
}

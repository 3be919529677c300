import Courseware
import Domain

extension Edition {
  /// The lesson for whoever teaches it: the notes first, then the whole text with them in place.
  func teaching(_ shown: Shelf.Shown<Lesson>, in course: CourseDefinition) -> SitePage {
    let lesson = shown.text
    let address = Address.lesson(course.slug, lesson.slug, language, as: .teach)
    let title = words[.teachTitle, ["title": lesson.frontMatter.title]]
    var notes = setting(at: address, of: .lesson(lesson))
    notes.idPrefix = "notes-"
    var text = setting(at: address, of: .lesson(lesson))
    text.quizCount = lesson.quizzes.count
    text.isPaper = true
    let instructor = lesson.instructorAlerts
    let context: Context = [
      "crumbs": crumbs(
        [
          (course.titles[language], .course(course.slug, language)),
          (lesson.frontMatter.title, .lesson(course.slug, lesson.slug, language)),
          (words[.teach], nil),
        ], from: address),
      "lessonHref": .text(address.href(to: .lesson(course.slug, lesson.slug, language))),
      "handoutHref": .text(
        address.href(to: .lesson(course.slug, lesson.slug, language, as: .handout))),
      "hasNotes": .flag(!instructor.isEmpty),
      "notes": .text(BlockWriter.text(instructor.map { .alert($0) }, in: notes)),
      "codes": .text(lesson.frontMatter.competences.joined(separator: ", ")),
      "verify": .text(words[lesson.frontMatter.verification.word]),
      "body": .text(BlockWriter.text(lesson.blocks, in: text)),
      "hasAnswers": .flag(!lesson.quizzes.isEmpty),
      "answers": .text(answers(of: lesson, in: text)),
    ]
    return SitePage(
      address: address, template: .teach,
      context: lessonFrame(shown, in: course, at: address, form: .teach, title: title)
        .merging(context))
  }
}

extension LessonDefinition.Verification {
  var word: InterfaceWord {
    switch self {
    case .stable: .verifyV0
    case .eachTerm: .verifyV1
    case .dated: .verifyV2
    }
  }
}

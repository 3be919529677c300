import Courseware
import Domain

extension Edition {
  /// One A4: the line to remember, the steps, a drawing, and blanks to fill in with the team.
  func handout(_ shown: Shelf.Shown<Lesson>, in course: CourseDefinition) -> SitePage {
    let lesson = shown.text
    let address = Address.lesson(course.slug, lesson.slug, language, as: .handout)
    var setting = setting(at: address, of: .lesson(lesson))
    setting.isPaper = true
    let keyPoints = lesson.keyPoints.map { BlockWriter.text($0, in: setting) }
    let steps = lesson.steps.map { BlockWriter.text([.list($0)], in: setting) }
    let drawing = lesson.firstImage.map { BlockWriter.text([.image($0)], in: setting) }
    let context: Context = [
      "crumbs": paperCrumbs(lesson, in: course, last: words[.handout], from: address),
      "kicker": .text(kicker(lesson, in: course)),
      "keyPoints": .optional(keyPoints, as: "html"),
      "steps": .optional(steps, as: "html"),
      "drawing": .optional(drawing, as: "html"),
      "questionsHref": .text(
        address.href(to: .lesson(course.slug, lesson.slug, language, as: .questions))),
      "hasQuestions": .flag(!lesson.quizzes.isEmpty),
    ]
    return SitePage(
      address: address, template: .handout,
      context: lessonFrame(shown, in: course, at: address, form: .handout).merging(context))
  }

  /// The back of the handout: the questions, and at the foot the answers with their reasons.
  func questions(_ shown: Shelf.Shown<Lesson>, in course: CourseDefinition) -> SitePage {
    let lesson = shown.text
    let address = Address.lesson(course.slug, lesson.slug, language, as: .questions)
    var setting = setting(at: address, of: .lesson(lesson))
    setting.isPaper = true
    setting.quizCount = lesson.quizzes.count
    let context: Context = [
      "crumbs": paperCrumbs(lesson, in: course, last: words[.questions], from: address),
      "kicker": .text(kicker(lesson, in: course)),
      "questions": .text(BlockWriter.text(lesson.quizzes.map { .quiz($0) }, in: setting)),
      "answers": .text(answers(of: lesson, in: setting)),
      "webAddress": .optional(
        source.baseURL.map {
          Address.lesson(course.slug, lesson.slug, language).url(below: $0).withoutScheme
        }),
    ]
    let title = words[.questionsTitle, ["title": lesson.frontMatter.title]]
    return SitePage(
      address: address, template: .questions,
      context: lessonFrame(shown, in: course, at: address, form: .questions, title: title)
        .merging(context))
  }

  /// The lesson as one file with its style and drawings inside, to pass on from phone to phone.
  func oneFile(_ shown: Shelf.Shown<Lesson>, in course: CourseDefinition) -> SitePage {
    let lesson = shown.text
    let address = Address.lesson(course.slug, lesson.slug, language, as: .file)
    let site = setting(at: address, of: .lesson(lesson))
    var setting = site
    setting.steps = lesson.steps
    setting.quizCount = lesson.quizzes.count
    setting.picture = { image in
      guard case .file(let file)? = source.target(image.source, .lesson(lesson)) else { return nil }
      return pictures.pictureWithin(file)
    }
    // Other pages of the site do not travel along.
    setting.href = { link in
      switch source.target(link.destination, .lesson(lesson)) {
      case .outside, .here: site.href(link)
      case .lesson, .page, .file, nil: nil
      }
    }
    let context: Context = [
      "kicker": .text(kicker(lesson, in: course)),
      "style": .text(styleSheet.text), "styleHash": .text(styleSheet.policyHash),
      "body": .text(BlockWriter.text(lesson.learnerBlocks, in: setting)),
      "license": .text(words[.license, ["license": course.license]]),
    ]
    return SitePage(
      address: address, template: .file,
      context: lessonFrame(shown, in: course, at: address, form: .file).merging(context))
  }

  private func kicker(_ lesson: Lesson, in course: CourseDefinition) -> String {
    course.titles[language] + " · " + words[.lessonShort, ["n": String(lesson.number)]]
  }

  private func paperCrumbs(
    _ lesson: Lesson, in course: CourseDefinition, last: String, from address: Address
  ) -> Context.Value {
    crumbs(
      [
        (course.titles[language], .course(course.slug, language)),
        (lesson.frontMatter.title, .lesson(course.slug, lesson.slug, language)), (last, nil),
      ], from: address)
  }
}

extension Lesson {
  /// The drawing that goes on the handout: the first that stands alone in a paragraph.
  fileprivate var firstImage: Image? {
    for case .paragraph(let content) in learnerBlocks {
      for case .image(let image) in content { return image }
    }
    return nil
  }
}

extension String {
  fileprivate var withoutScheme: String {
    firstRange(of: "://").map { String(self[$0.upperBound...]) } ?? self
  }
}

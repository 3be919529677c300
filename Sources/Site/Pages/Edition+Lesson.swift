import Courseware
import Domain

extension Edition {
  func lesson(
    _ shown: Shelf.Shown<Lesson>, in course: CourseDefinition, between neighbours: Neighbours
  ) -> SitePage {
    let lesson = shown.text
    let address = Address.lesson(course.slug, lesson.slug, language)
    var setting = setting(at: address, of: .lesson(lesson))
    setting.steps = lesson.steps
    setting.quizCount = lesson.quizzes.count
    func href(_ form: Address.LessonForm) -> Context.Value {
      .text(address.href(to: .lesson(course.slug, lesson.slug, language, as: form)))
    }
    func link(to other: Lesson?) -> Context.Value {
      .part(
        other.map {
          [
            "title": .text($0.frontMatter.title), "language": .text($0.language),
            "href": .text(address.href(to: .lesson(course.slug, $0.slug, language))),
          ]
        })
    }
    let before = prerequisites(of: lesson, from: address)
    let number = words[
      .lessonNumber, ["n": String(lesson.number), "total": String(neighbours.count)]]
    let context: Context = [
      "crumbs": crumbs(
        [(course.titles[language], .course(course.slug, language)), (number, nil)], from: address),
      "id": .text("\(course.slug)/\(lesson.slug)"),
      "body": .text(BlockWriter.text(lesson.learnerBlocks, in: setting)),
      "handoutHref": href(.handout), "questionsHref": href(.questions), "fileHref": href(.file),
      "teachHref": href(.teach), "hasQuestions": .flag(!lesson.quizzes.isEmpty),
      "courseHref": .text(address.href(to: .course(course.slug, language))),
      "before": .list(before), "hasBefore": .flag(!before.isEmpty),
      "previous": link(to: neighbours.previous), "next": link(to: neighbours.next),
      "license": .text(words[.license, ["license": course.license]]),
    ]
    return SitePage(
      address: address, template: .lesson,
      context: lessonFrame(shown, in: course, at: address, form: .page).merging(context))
  }

  /// Links to what is to be learnt first, as far as it is shown.
  private func prerequisites(of lesson: Lesson, from address: Address) -> [Context] {
    lesson.frontMatter.prerequisites.compactMap { prerequisite in
      guard let target = source.library.target(of: prerequisite),
        let course = shelf.courses.first(where: { $0.slug == target.course })
      else { return nil }
      guard let slug = target.slug else {
        return [
          "title": .text(course.titles[language]), "language": .text(language),
          "href": .text(address.href(to: .course(course.slug, language))),
        ]
      }
      guard let first = shelf.lesson(course, slug, in: language)?.text else { return nil }
      return [
        "title": .text(first.frontMatter.title), "language": .text(first.language),
        "href": .text(address.href(to: .lesson(course.slug, slug, language))),
      ]
    }
  }

  /// The frame of a lesson in any of its forms, with what is said of it above its text.
  func lessonFrame(
    _ shown: Shelf.Shown<Lesson>, in course: CourseDefinition, at address: Address,
    form: Address.LessonForm, title: String? = nil
  ) -> Context {
    let lesson = shown.text
    let matter = lesson.frontMatter
    let original = shown.standing == .stale ? course.languages.first : nil
    let context: Context = [
      "lessonTitle": .text(matter.title),
      "lessonLanguage": .text(lesson.language),
      "minutes": .text(words.minutes(matter)),
      "objectives": .list(matter.objectives.map { ["text": .text($0)] }),
      "checked": .text(words.checked(matter)),
      "notice": notice(
        shown.standing,
        original: original.map { .lesson(course.slug, lesson.slug, $0) }, from: address),
    ]
    return frame(
      at: address, title: title ?? matter.title,
      summary: matter.objectives.first ?? course.summary[language],
      elsewhere: { .lesson(course.slug, lesson.slug, $0, as: form) }
    ).merging(context)
  }

  /// Where the lesson, in any of its forms, was once published, pages that lead on.
  func aliases(of lesson: Lesson, in course: CourseDefinition) -> [SitePage] {
    shelf.aliases(of: lesson, in: language).flatMap { alias in
      Address.LessonForm.allCases.map { form in
        let address = Address.alias(alias, language, as: form)
        let target = Address.lesson(course.slug, lesson.slug, language, as: form)
        return SitePage(
          address: address, template: .moved,
          context: frame(
            at: address, title: words[.moved], summary: lesson.frontMatter.title,
            elsewhere: { .lesson(course.slug, lesson.slug, $0, as: form) }
          ).merging(["target": .text(address.href(to: target))]))
      }
    }
  }
}

extension InterfaceWords {
  /// Of teaching, and of practice where there is some.
  func minutes(_ matter: Lesson.FrontMatter) -> String {
    let minutes = self[.minutes, ["n": String(matter.minutes)]]
    guard matter.exercises > 0 else { return minutes }
    return minutes + ", " + self[.exercises, ["n": String(matter.exercises)]]
  }

  /// Who saw when that it is still so.
  func checked(_ matter: Lesson.FrontMatter) -> String {
    guard let day = matter.lastVerified else { return self[.unchecked] }
    let date = language == "en" ? day.description : day.dayFirst
    guard let name = matter.verifiedBy else { return self[.checkedNobody, ["date": date]] }
    return self[.checked, ["date": date, "name": name]]
  }
}

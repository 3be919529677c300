/// An id stands once in its course: results are kept by it.
enum QuizIDCheck {
  static func run(
    _ course: CourseShelf, _ shelf: Shelf, _ findings: inout [Int: ManuscriptFindings]
  ) {
    var taken: [String: String] = [:]
    for index in course.lessons {
      let manuscript = shelf.manuscripts[index]
      for quiz in manuscript.outline.quizzes {
        let key = "\(manuscript.language) \(quiz.id)"
        guard let first = taken[key] else {
          taken[key] = Shelf.parts(of: manuscript.path).name
          continue
        }
        findings[index]?.report(
          .quizIDDuplicate, on: quiz.id, near: quiz.place, in: manuscript.text,
          Words(
            vi: "id '\(quiz.id)' đã có trong \(first)",
            en: "the id '\(quiz.id)' is taken in \(first)"),
          fix: Words(
            vi: "Đặt id khác, thường là tên bài và số thứ tự.",
            en: "Choose another, such as the lesson's name and a number."))
      }
    }
  }
}

/// The courses that a programme may name.
struct CourseCatalogue {
  /// Of every folder with a `course.yaml`, in order; a course with errors exists all the same.
  let slugs: [String]
  private let courses: [String: CourseDefinition]

  init(slugs: [String], courses: [CourseDefinition]) {
    self.slugs = slugs
    self.courses = Dictionary(courses.map { ($0.slug, $0) }) { first, _ in first }
  }

  /// The courses of `slugs` that teach each competence area; nil where one could not be read.
  ///
  /// Keyed by the area's code, which stands before the point: `4.2` belongs to area 4.
  func areas(of slugs: [String]) -> [String: [String]]? {
    var areas: [String: [String]] = [:]
    for slug in slugs {
      guard let course = courses[slug] else { return nil }
      let taught = Set(
        course.lessons.flatMap(\.competences).map { String($0.prefix { $0 != "." }) })
      for area in taught {
        areas[area, default: []].append(slug)
      }
    }
    return areas
  }
}

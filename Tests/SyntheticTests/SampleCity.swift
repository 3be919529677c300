import Domain
import Synthetic

/// A city of forty places, five of them in A Lưới, and eight courses, five of them core, as the
/// real one has; populations and lessons are invented.
func sampleCity(
  seed: UInt64 = 1, learners: Int, places: [SyntheticCity.Place] = samplePlaces,
  courses: [Course] = sampleCourses, today: String = "2026-11-12", firstDay: String? = nil
) -> SyntheticCity {
  SyntheticCity(
    seed: seed, learners: learners, places: places, courses: courses, today: day(today),
    firstDay: firstDay.map(day))
}

func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

let samplePlaces: [SyntheticCity.Place] = {
  let highland = ["20044", "20050", "20056", "20071", "20101"]
  let lowland = (0..<35).map { "\(19_700 + 3 * $0)" }
  return (lowland + highland).enumerated().map { index, code in
    SyntheticCity.Place(
      id: AdministrativeUnit.ID(high: 1, low: UInt64(index)), code: code,
      kind: index < 21 ? .ward : .commune,
      persons: index == 5 ? nil : highland.contains(code) ? 10_000 + index : 14_000 + 1700 * index)
  }
}()

let sampleCourses: [Course] = (0..<8).map { index in
  let slug = "course-\(index)"
  let lessons = (0..<(index == 4 ? 6 : 5)).map { number in
    PublishedLesson(
      slug: "\(slug)-\(number)", titles: ["vi": "Bài", "en": "Lesson"], minutes: 25,
      competences: [])
  }
  return Course(
    slug: slug, version: 1, titles: ["vi": "Khóa", "en": "Course"], lessons: lessons,
    isCore: [0, 1, 3, 4, 5].contains(index))
}

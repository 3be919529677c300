package import Domain

/// All that coverage needs of one person, whatever records it came from.
package struct PersonHistory: Hashable, Sendable {
  /// Somebody's home from a day on.
  package struct Spell: Hashable, Sendable {
    package let residence: Residence
    package let from: CalendarDay

    package init(residence: Residence, from: CalendarDay) {
      self.residence = residence
      self.from = from
    }
  }

  /// A result on a day; `course` is nil where no course was taught.
  package struct Achievement: Hashable, Sendable {
    package let course: String?
    package let day: CalendarDay
    package let result: LearningResult

    package init(course: String?, day: CalendarDay, result: LearningResult) {
      self.course = course
      self.day = day
      self.result = result
    }
  }

  /// In any order. The earliest reaches back without limit.
  package let spells: [Spell]
  package let achievements: [Achievement]
  /// The first day on which the person no longer counts.
  package let died: CalendarDay?

  package init(spells: [Spell], achievements: [Achievement], died: CalendarDay? = nil) {
    self.spells = spells
    self.achievements = achievements
    self.died = died
  }
}

package import Domain

/// A lesson in one language, read from `courses/<course>/NN-slug.<language>.md`.
package struct Lesson: Hashable, Sendable {
  /// What the front matter says.
  package struct FrontMatter: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
      /// Shown in a preview only.
      case draft
      case review, published
    }

    package let title: String
    /// Of teaching; 1 to 600.
    package let minutes: Int
    /// Of practice beside them; 0 to 600.
    package let exercises: Int
    /// What the learner can do afterwards.
    package let objectives: [String]
    package let prerequisites: [Prerequisite]
    /// With their namespaces: `digcomp:4.2`.
    package let competences: [String]
    package let keywords: [String]
    package let verification: LessonDefinition.Verification
    package let lastVerified: CalendarDay?
    package let verifiedBy: String?
    package let status: Status
    /// Addresses under which the lesson was once published: `safe-online/otp`.
    package let aliases: [String]
    /// Of a translation: the hash of the body it was made from.
    package let sourceRevision: String?
    /// Before that the lesson is on no site.
    package let publishAt: PublicationTime?

    package init(
      title: String, minutes: Int, exercises: Int = 0, objectives: [String],
      prerequisites: [Prerequisite] = [], competences: [String] = [], keywords: [String] = [],
      verification: LessonDefinition.Verification, lastVerified: CalendarDay? = nil,
      verifiedBy: String? = nil, status: Status, aliases: [String] = [],
      sourceRevision: String? = nil, publishAt: PublicationTime? = nil
    ) {
      self.title = title
      self.minutes = minutes
      self.exercises = exercises
      self.objectives = objectives
      self.prerequisites = prerequisites
      self.competences = competences
      self.keywords = keywords
      self.verification = verification
      self.lastVerified = lastVerified
      self.verifiedBy = verifiedBy
      self.status = status
      self.aliases = aliases
      self.sourceRevision = sourceRevision
      self.publishAt = publishAt
    }
  }

  /// The file, as findings name it.
  package let path: String
  package let course: String
  /// The place in its course, from 1.
  package let number: Int
  package let slug: String
  /// A BCP 47 tag.
  package let language: String
  package let frontMatter: FrontMatter
  var body: LessonBody
  /// Of the body, in hexadecimal: what a translation's `source_rev` names.
  package let revision: String

  package init(
    path: String, course: String, number: Int, slug: String, language: String,
    frontMatter: FrontMatter, blocks: [Block], revision: String
  ) {
    self.path = path
    self.course = course
    self.number = number
    self.slug = slug
    self.language = language
    self.frontMatter = frontMatter
    body = LessonBody(blocks)
    self.revision = revision
  }
}

extension Lesson {
  /// What is for whoever teaches, in order.
  package var instructorAlerts: [Alert] {
    blocks.compactMap { block in
      if case .alert(let alert) = block, alert.kind == .instructor { alert } else { nil }
    }
  }

  /// The line to remember, which heads the handout: the first `[!KEYPOINTS]`.
  package var keyPoints: [Block]? {
    for case .alert(let alert) in learnerBlocks where alert.kind == .keypoints {
      return alert.content
    }
    return nil
  }

  /// The steps, one an item: the first numbered list.
  package var steps: ListBlock? {
    for case .list(let list) in learnerBlocks {
      if case .number = list.marker { return list }
    }
    return nil
  }

  package var quizzes: [Quiz] {
    learnerBlocks.compactMap { if case .quiz(let quiz) = $0 { quiz } else { nil } }
  }
}

extension [Block] {
  /// What learners read of it, at any depth; what held nothing else is gone.
  package var withoutInstructor: [Block] {
    compactMap { block in
      switch block {
      case .alert(let alert):
        return alert.kind == .instructor
          ? nil
          : .alert(
            Alert(
              kind: alert.kind, title: alert.title, isFolded: alert.isFolded,
              content: alert.content.withoutInstructor, place: alert.place))
      case .quote(let content):
        return content.forLearners.map(Block.quote)
      case .list(let list):
        let items = list.items.compactMap(\.forLearners)
        return items.isEmpty
          ? nil
          : .list(
            ListBlock(
              marker: list.marker, isTight: list.isTight, items: items, place: list.place))
      case .quiz(let quiz): return .quiz(quiz.withoutInstructor)
      case .heading, .paragraph, .table, .code, .rule: return block
      }
    }
  }

  /// Nil where there is something, and nothing of it for learners.
  private var forLearners: [Block]? {
    let rest = withoutInstructor
    return rest.isEmpty && !isEmpty ? nil : rest
  }
}

extension Quiz {
  fileprivate var withoutInstructor: Quiz {
    func stripped(_ choices: [Choice]) -> [Choice] {
      choices.map {
        Choice(
          isRight: $0.isRight, content: $0.content, feedback: $0.feedback.withoutInstructor,
          place: $0.place)
      }
    }
    let answer: Answer =
      switch answer {
      case .single(let choices): .single(stripped(choices))
      case .multiple(let choices): .multiple(stripped(choices))
      case .text, .order, .match: answer
      }
    return Quiz(
      id: id, question: question.withoutInstructor, answer: answer,
      hints: hints.map(\.withoutInstructor), keepsOrder: keepsOrder, place: place)
  }
}

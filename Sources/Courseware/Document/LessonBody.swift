/// The blocks of a lesson: in memory, or its file to read them from again.
///
/// Two thousand lessons as blocks would fill the memory of a small machine; their files do not.
enum LessonBody: Hashable, Sendable {
  case open([Block], forLearners: [Block])
  /// A file that was read before, without a byte order mark.
  case closed([UInt8])

  init(_ blocks: [Block]) {
    self = .open(blocks, forLearners: blocks.withoutInstructor)
  }

  var opened: LessonBody {
    switch self {
    case .open: self
    case .closed(let bytes):
      LessonBody(ManuscriptBody(FrontMatter(MarkdownText(bytes: bytes)), path: "").blocks)
    }
  }
}

extension Lesson {
  /// With what is for whoever teaches.
  package var blocks: [Block] {
    if case .open(let blocks, _) = body.opened { blocks } else { [] }
  }

  /// What a learner reads: nothing of what is for whoever teaches, at any depth.
  package var learnerBlocks: [Block] {
    if case .open(_, let blocks) = body.opened { blocks } else { [] }
  }

  /// The same with its blocks in memory, for whoever looks at them more than once.
  package var opened: Lesson {
    var lesson = self
    lesson.body = body.opened
    return lesson
  }

  /// The same with its file in memory, not its blocks.
  func closed(_ file: MarkdownText) -> Lesson {
    var lesson = self
    lesson.body = .closed(file.bytes)
    return lesson
  }
}

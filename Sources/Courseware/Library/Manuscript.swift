/// A lesson or page file as it was read, whatever is wrong with it: what the checks look at.
struct Manuscript {
  enum Role: Hashable {
    case lesson(course: String, number: Int, slug: String)
    /// `<course>/glossary` for the words of one course.
    case page(name: String)
  }

  let role: Role
  let language: String
  /// As findings print it.
  let path: String
  /// The file as it is, for what people see of it.
  let text: MarkdownText
  /// Only while the text is checked by itself; with the blocks, it is most of what a text takes up.
  var prose: [Prose]
  let outline: Outline
  /// What the front matter asks to be learnt first, though the rest of it be unsound.
  let prerequisites: [Prerequisite]
  var lesson: Lesson?
  let page: Page?

  var isLesson: Bool {
    if case .lesson = role { true } else { false }
  }
}

/// What of a text other texts can meet: its links, pictures and headings, in order, at any depth.
package struct Outline {
  /// A quiz as those of other languages and lessons meet it.
  struct Question {
    let id: String
    /// What must be the same in every language.
    let key: [Bool]?
    let place: SourcePlace
  }

  package private(set) var links: [Link] = []
  private(set) var images: [Image] = []
  private(set) var headings: [Heading] = []
  private(set) var quizzes: [Question] = []

  package init(_ blocks: [Block]) {
    collect(blocks)
  }

  init(links: [Link], images: [Image], headings: [Heading], quizzes: [Question]) {
    self.links = links
    self.images = images
    self.headings = headings
    self.quizzes = quizzes
  }

  var anchors: Set<String> { Set(headings.map(\.id)) }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        headings.append(heading)
        collect(heading.content)
      case .paragraph(let content): collect(content)
      case .list(let list): for item in list.items { collect(item) }
      case .quote(let content): collect(content)
      case .alert(let alert):
        collect(alert.title ?? [])
        collect(alert.content)
      case .table(let table):
        for content in [table.caption ?? []] + table.header + table.rows.joined() {
          collect(content)
        }
      case .quiz(let quiz):
        quizzes.append(Question(id: quiz.id, key: quiz.answer.key, place: quiz.place))
        collect(quiz)
      case .code, .rule: break
      }
    }
  }

  private mutating func collect(_ quiz: Quiz) {
    collect(quiz.question)
    switch quiz.answer {
    case .single(let choices), .multiple(let choices):
      for choice in choices {
        collect(choice.content)
        collect(choice.feedback)
      }
    case .order(let items): for item in items { collect(item) }
    case .match(let pairs):
      for content in pairs.flatMap({ [$0.left, $0.right] }) { collect(content) }
    case .text: break
    }
    for hint in quiz.hints { collect(hint) }
  }

  private mutating func collect(_ content: [Inline]) {
    for inline in content {
      switch inline {
      case .link(let link):
        links.append(link)
        collect(link.content)
      case .image(let image): images.append(image)
      case .emphasis(let inside), .strong(let inside): collect(inside)
      case .text, .softBreak, .lineBreak, .code: break
      }
    }
  }
}

extension Quiz.Answer {
  /// What must be the same in every language.
  fileprivate var key: [Bool]? {
    switch self {
    case .single(let choices), .multiple(let choices): choices.map(\.isRight)
    case .text: []
    case .order(let items): items.map { _ in true }
    case .match(let pairs): pairs.map { _ in true }
    }
  }
}

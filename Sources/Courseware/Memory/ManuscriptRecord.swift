import Domain

/// A lesson as it was read, without its text: what a memory keeps of it.
struct ManuscriptRecord {
  let outline: Outline
  let prerequisites: [Prerequisite]
  /// Nil where the front matter is not sound.
  let matter: Lesson.FrontMatter?
  let revision: String
  let diagnostics: [Diagnostic]

  /// Nil for a page, of which there are few.
  init?(_ manuscript: Manuscript, diagnostics: [Diagnostic]) {
    guard manuscript.isLesson else { return nil }
    outline = manuscript.outline
    prerequisites = manuscript.prerequisites
    matter = manuscript.lesson?.frontMatter
    revision = manuscript.lesson?.revision ?? ""
    self.diagnostics = diagnostics
  }

  var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.add(outline)
    writer.add(prerequisites)
    writer.add(matter) { $0.add($1) }
    writer.add(revision)
    writer.add(diagnostics) { $0.add($1) }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(RecordReader.Damage) {
    var reader = RecordReader(bytes)
    outline = try reader.outline()
    prerequisites = try reader.prerequisites()
    matter = try reader.optional { reader throws(RecordReader.Damage) in
      try reader.frontMatter()
    }
    revision = try reader.text()
    diagnostics = try reader.list { reader throws(RecordReader.Damage) in
      try reader.diagnostic()
    }
  }
}

extension Manuscript {
  /// The file as it was read before.
  init(_ file: ManuscriptFile, _ record: ManuscriptRecord) {
    role = file.role
    language = file.language
    path = file.source.path
    text = MarkdownText(bytes: file.source.bytes.withoutByteOrderMark)
    prose = []
    outline = record.outline
    prerequisites = record.prerequisites
    page = nil
    guard case .lesson(let course, let number, let slug) = file.role, let matter = record.matter
    else { return }
    lesson = Lesson(
      path: path, course: course, number: number, slug: slug, language: language,
      frontMatter: matter, blocks: [], revision: record.revision
    ).closed(text)
  }
}

// MARK: - Outline

extension RecordWriter {
  fileprivate mutating func add(_ place: SourcePlace) {
    add(place.line)
    add(place.byte)
  }

  fileprivate mutating func add(_ outline: Outline) {
    add(outline.links) {
      $0.add($1.destination)
      $0.add($1.place)
    }
    add(outline.images) {
      $0.add($1.source)
      $0.add($1.alternative)
      $0.add($1.isDecorative)
      $0.add($1.place)
    }
    add(outline.headings) {
      $0.add($1.level)
      $0.add($1.id)
      $0.add($1.place)
    }
    add(outline.quizzes) {
      $0.add($1.id)
      $0.add($1.key) { $0.add($1) { $0.add($1) } }
      $0.add($1.place)
    }
  }
}

extension RecordReader {
  fileprivate mutating func place() throws(Damage) -> SourcePlace {
    SourcePlace(line: try number(), byte: try number())
  }

  fileprivate mutating func outline() throws(Damage) -> Outline {
    Outline(
      links: try list { reader throws(Damage) in
        Link(destination: try reader.text(), content: [], place: try reader.place())
      },
      images: try list { reader throws(Damage) in
        Image(
          source: try reader.text(), alternative: try reader.text(),
          isDecorative: try reader.flag(), place: try reader.place())
      },
      headings: try list { reader throws(Damage) in
        Heading(
          level: try reader.number(), id: try reader.text(), content: [],
          place: try reader.place())
      },
      quizzes: try list { reader throws(Damage) in
        Outline.Question(
          id: try reader.text(),
          key: try reader.optional { reader throws(Damage) in
            try reader.list { reader throws(Damage) in try reader.flag() }
          }, place: try reader.place())
      })
  }
}

// MARK: - Front matter

extension RecordWriter {
  fileprivate mutating func add(_ prerequisites: [Prerequisite]) {
    add(prerequisites) {
      $0.add($1.name)
      $0.add($1.position.line)
      $0.add($1.position.column)
    }
  }

  fileprivate mutating func add(_ matter: Lesson.FrontMatter) {
    add(matter.title)
    add(matter.minutes)
    add(matter.exercises)
    for list in [matter.objectives, matter.competences, matter.keywords, matter.aliases] {
      add(list) { $0.add($1) }
    }
    add(matter.prerequisites)
    add(matter.verification.rawValue)
    add(matter.lastVerified?.description) { $0.add($1) }
    add(matter.verifiedBy) { $0.add($1) }
    add(matter.status.rawValue)
    add(matter.sourceRevision) { $0.add($1) }
    add(matter.publishAt?.text) { $0.add($1) }
  }
}

extension RecordReader {
  private mutating func texts() throws(Damage) -> [String] {
    try list { reader throws(Damage) in try reader.text() }
  }

  private mutating func optionalText() throws(Damage) -> String? {
    try optional { reader throws(Damage) in try reader.text() }
  }

  fileprivate mutating func prerequisites() throws(Damage) -> [Prerequisite] {
    try list { reader throws(Damage) in
      Prerequisite(
        try reader.text(),
        at: SourcePosition(line: try reader.number(), column: try reader.number()))
    }
  }

  fileprivate mutating func frontMatter() throws(Damage) -> Lesson.FrontMatter {
    let (title, minutes, exercises) = (try text(), try number(), try number())
    let (objectives, competences) = (try texts(), try texts())
    let (keywords, aliases) = (try texts(), try texts())
    return Lesson.FrontMatter(
      title: title, minutes: minutes, exercises: exercises, objectives: objectives,
      prerequisites: try prerequisites(), competences: competences,
      keywords: keywords, verification: try value(),
      lastVerified: try optionalText().flatMap { CalendarDay($0) },
      verifiedBy: try optionalText(), status: try value(), aliases: aliases,
      sourceRevision: try optionalText(),
      publishAt: try optionalText().flatMap { PublicationTime($0) })
  }
}

// MARK: - Findings

extension RecordWriter {
  fileprivate mutating func add(_ words: Words) {
    add(words.vi)
    add(words.en)
  }

  fileprivate mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.path)
    add(diagnostic.line)
    add(diagnostic.column)
    add(diagnostic.rule.rawValue)
    add(diagnostic.summary)
    add(diagnostic.fix)
    add(diagnostic.excerpt) {
      $0.add($1.text)
      $0.add($1.indent)
      $0.add($1.length)
    }
  }
}

extension RecordReader {
  private mutating func words() throws(Damage) -> Words {
    Words(vi: try text(), en: try text())
  }

  fileprivate mutating func diagnostic() throws(Damage) -> Diagnostic {
    Diagnostic(
      path: try text(), position: SourcePosition(line: try number(), column: try number()),
      rule: try value(), summary: try words(), fix: try words(),
      excerpt: try optional { reader throws(Damage) in
        Excerpt(
          text: try reader.text(), indent: try reader.number(), length: try reader.number())
      })
  }
}

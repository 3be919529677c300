extension Library {
  /// What mends the lessons and pages that have something mechanical to mend, and what of it is left
  /// to their authors.
  ///
  /// `paths` are changes of destinations, by the path of their text; `used` are quiz ids that once stood
  /// in a course, by its slug; `isThere` tells whether a destination leads from a text to a file.
  static func repairs(
    of files: [ManuscriptFile], found: [Diagnostic], paths: [String: [Edit]],
    used: [String: Set<String>], isThere: (String, ManuscriptFile) -> Bool
  ) -> [Repair] {
    let wanted = Set(found.filter { Repair.rulesOfTexts.contains($0.rule) }.map(\.path))
    if wanted.isEmpty, paths.isEmpty { return [] }
    var repairs = files.map { file in
      var repair = Repair(file.source)
      if let edits = paths[file.source.path] {
        let mark = repair.before.count - repair.before.withoutByteOrderMark.count
        repair.make(edits.map { $0.moved(by: mark) })
      }
      if wanted.contains(file.source.path) {
        repair.clean(as: .markdown)
        repair.straightenTitles { isThere($0, file) }
        repair.indentFeedback()
      }
      return repair
    }
    let lessons = files.indices.filter { files[$0].course != nil }
    for (course, indices) in Dictionary(grouping: lessons, by: { files[$0].course ?? "" })
    where indices.contains(where: { wanted.contains(files[$0].source.path) }) {
      name(indices, of: files, in: &repairs, used: used[course] ?? [])
    }
    return repairs.filter { $0.changesAnything || !$0.left.isEmpty }
  }

  private static let mostRounds = 4

  /// Names the questions of one course: a question that has become one may hold what looked like
  /// another, so this goes on until nothing is left.
  private static func name(
    _ indices: [Int], of files: [ManuscriptFile], in repairs: inout [Repair], used: Set<String>
  ) {
    for round in 0..<mostRounds {
      let slots = indices.reduce(into: [:]) { slots, index in
        slots[index] = quizSlots(of: files[index], as: repairs[index].after)
      }
      let taken = slots.values.joined().compactMap(\.id)
      var naming = QuizNaming(used: used.union(taken))
      var hasChanged = false
      for (slug, lesson) in lessons(indices, of: files) {
        let texts = lesson.map { index in
          QuizNaming.Text(
            text: MarkdownText(bytes: repairs[index].after.withoutByteOrderMark),
            slots: slots[index] ?? [])
        }
        guard texts.contains(where: { $0.slots.contains { $0.id == nil } }) else { continue }
        for (index, edits) in zip(lesson, naming.edits(of: texts, slug: slug))
        where !edits.isEmpty {
          let bytes = repairs[index].after
          let mark = bytes.count - bytes.withoutByteOrderMark.count
          let isMade = repairs[index].makeHarmless(
            edits.map { $0.moved(by: mark) }, linesMoved: round > 0)
          repairs[index].indentFeedback(linesMoved: true)
          hasChanged = hasChanged || isMade
        }
      }
      if !hasChanged { return }
    }
  }

  private static func quizSlots(of file: ManuscriptFile, as bytes: [UInt8]) -> [QuizSlot] {
    ManuscriptBody(SourceFile(path: file.source.path, bytes: bytes))?.quizSlots ?? []
  }

  /// By slug, each lesson's languages with the original first.
  private static func lessons(
    _ indices: [Int], of files: [ManuscriptFile]
  ) -> [(slug: String, indices: [Int])] {
    Dictionary(grouping: indices) { files[$0].slug ?? "" }.sorted { $0.key < $1.key }
      .map { slug, indices in
        let rank = { (index: Int) in (files[index].language == "vi" ? 0 : 1, files[index].language)
        }
        return (slug, indices.sorted { rank($0) < rank($1) })
      }
  }
}

extension Repair {
  static let rulesOfTexts: Set<Diagnostic.Rule> = [
    .frontMatterMissing, .notNFC, .pastedFromWord, .quizLine, .quizIDMissing,
    .quizFeedbackUnindented,
    .linkBroken,
  ]

  /// Straightens the marks around titles of links and pictures that lead somewhere then.
  fileprivate mutating func straightenTitles(where isThere: (String) -> Bool) {
    guard let body = ManuscriptBody(SourceFile(path: path, bytes: after)) else { return }
    let text = MarkdownText(bytes: after.withoutByteOrderMark)
    let mark = after.count - text.bytes.count
    let titles = Set(body.curlyTitles.filter { isThere($0.destination) })
    makeHarmless(titles.flatMap { $0.edits(in: text) }.map { $0.moved(by: mark) })
  }

  /// Puts feedback under its choices, where it is plain which they are.
  fileprivate mutating func indentFeedback(linesMoved: Bool = false) {
    guard let body = ManuscriptBody(SourceFile(path: path, bytes: after)) else { return }
    let text = MarkdownText(bytes: after.withoutByteOrderMark)
    let mark = after.count - text.bytes.count
    makeHarmless(
      body.looseFeedback.map { $0.edit(in: text).moved(by: mark) }, linesMoved: linesMoved)
  }
}

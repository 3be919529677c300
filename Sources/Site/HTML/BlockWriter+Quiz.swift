import Courseware

/// A question is answered by eye without a script: its answer is in a `<details>`. The script reads the
/// same `<details>` for what it tells, so nothing is said twice in the page.
extension BlockWriter {
  mutating func write(_ quiz: Quiz) {
    quizNumber += 1
    if setting.isPaper {
      writeQuestion(quiz)
      writeChoices(of: quiz)
      return
    }
    html.markup("<section class=\"quiz\"")
    html.attribute("id", setting.idPrefix + quiz.id)
    html.attribute("data-quiz", quiz.id)
    html.attribute("data-kind", quiz.kind)
    if case .text(let accepted) = quiz.answer {
      html.attribute("data-accepted", accepted.joined(separator: "|"))
    }
    html.markup(">\n<fieldset>\n<legend><span class=\"kicker\">")
    html.text(
      words[.quizNumber, ["n": String(quizNumber), "total": String(setting.quizCount)]])
    html.markup("</span>\n")
    var question = quiz.question[...]
    if case .paragraph(let content)? = question.first {
      write(content)
      question = question.dropFirst()
    }
    html.markup("</legend>\n")
    write(Array(question))
    writeChoices(of: quiz)
    html.markup("</fieldset>\n")
    for hint in quiz.hints {
      html.markup("<details class=\"hint\"><summary>")
      html.text(words[.alertHint])
      html.markup("</summary>\n")
      write(hint)
      html.markup("</details>\n")
    }
    html.markup("<details class=\"answer\"><summary>")
    html.text(words[.quizShowAnswer])
    html.markup("</summary>\n")
    writeAnswer(of: quiz)
    html.markup("</details>\n</section>\n")
  }

  private mutating func writeQuestion(_ quiz: Quiz) {
    html.markup("<div class=\"question\"><p class=\"kicker\">")
    html.text(
      words[.quizNumber, ["n": String(quizNumber), "total": String(setting.quizCount)]])
    html.markup("</p>\n")
    write(quiz.question)
    html.markup("</div>\n")
  }
}

// MARK: - What can be chosen

extension BlockWriter {
  private mutating func writeChoices(of quiz: Quiz) {
    switch quiz.answer {
    case .single(let choices): writeBoxes(choices, of: quiz, type: "radio", hint: .quizChooseOne)
    case .multiple(let choices):
      writeBoxes(choices, of: quiz, type: "checkbox", hint: .quizChooseAll)
    case .text: writeGap(of: quiz)
    case .order(let items):
      let numbers = items.indices.map { String($0 + 1) }
      writeSelects(
        DrawnOrder.shuffledPlaces(items.count, id: quiz.id).map { ($0, items[$0]) }, of: quiz,
        options: items.indices.map { ($0, numbers[$0]) }, hint: .quizOrder)
    case .match(let pairs):
      writeSelects(
        pairs.indices.map { ($0, pairs[$0].left) }, of: quiz,
        options: DrawnOrder.shuffledPlaces(pairs.count, id: quiz.id).map {
          ($0, pairs[$0].right.plainText)
        },
        hint: .quizMatch)
    }
  }

  private mutating func writeHint(_ hint: InterfaceWord) {
    html.markup("<p class=\"how\">")
    html.text(words[hint])
    html.markup("</p>\n")
  }

  private mutating func writeBoxes(
    _ choices: [Quiz.Choice], of quiz: Quiz, type: String, hint: InterfaceWord
  ) {
    writeHint(hint)
    html.markup(setting.isPaper ? "<ul class=\"boxes\">\n" : "<ul class=\"choices\">\n")
    for place in quiz.shownPlaces(of: choices) {
      html.markup("<li>")
      if setting.isPaper {
        html.markup("☐ ")
        write(choices[place].content)
      } else {
        html.markup("<label><input")
        html.attribute("type", type)
        html.attribute("name", setting.idPrefix + quiz.id)
        html.attribute("value", String(place))
        html.markup("> <span>")
        write(choices[place].content)
        html.markup("</span></label>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
  }

  private mutating func writeGap(of quiz: Quiz) {
    guard !setting.isPaper else {
      html.markup("<p class=\"blank\"></p>\n")
      return
    }
    html.markup("<p><label>")
    html.text(words[.quizYourAnswer])
    html.markup(" <input type=\"text\" autocomplete=\"off\"")
    html.attribute("name", setting.idPrefix + quiz.id)
    html.markup("></label></p>\n")
  }

  /// A row for each item with one list of options, which a keyboard and a shaking hand can use.
  private mutating func writeSelects(
    _ rows: [(place: Int, content: [Inline])], of quiz: Quiz,
    options: [(place: Int, text: String)], hint: InterfaceWord
  ) {
    writeHint(hint)
    html.markup("<ul class=\"selects\">\n")
    for row in rows {
      html.markup(setting.isPaper ? "<li>____ " : "<li><label><span>")
      write(row.content)
      if !setting.isPaper {
        html.markup("</span> <select")
        html.attribute("data-right", String(row.place))
        html.markup("><option value=\"\">…</option>")
        for option in options {
          html.markup("<option")
          html.attribute("value", String(option.place))
          html.markup(">")
          html.text(option.text)
          html.markup("</option>")
        }
        html.markup("</select></label>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    if setting.isPaper, case .match = quiz.answer {
      html.markup("<p>")
      html.text(options.map(\.text).joined(separator: " · "))
      html.markup("</p>\n")
    }
  }
}

// MARK: - The answer

extension BlockWriter {
  /// The answer with its reasons, on paper at the foot of the page.
  mutating func writeAnswer(of quiz: Quiz) {
    switch quiz.answer {
    case .single(let choices), .multiple(let choices): writeReasons(choices, of: quiz)
    case .text(let accepted):
      html.markup("<p><strong>")
      html.text(accepted.first ?? "")
      html.markup("</strong></p>\n")
    case .order(let items):
      html.markup("<ol>\n")
      for item in items {
        html.markup("<li>")
        write(item)
        html.markup("</li>\n")
      }
      html.markup("</ol>\n")
    case .match(let pairs):
      html.markup("<ul>\n")
      for pair in pairs {
        html.markup("<li>")
        write(pair.left)
        html.markup(" → ")
        write(pair.right)
        html.markup("</li>\n")
      }
      html.markup("</ul>\n")
    }
  }

  /// The right ones first; on paper only these.
  private mutating func writeReasons(_ choices: [Quiz.Choice], of quiz: Quiz) {
    let places = quiz.shownPlaces(of: choices)
    let right = places.filter { choices[$0].isRight }
    let wrong = setting.isPaper ? [] : places.filter { !choices[$0].isRight }
    html.markup("<ul class=\"reasons\">\n")
    for place in right + wrong {
      let choice = choices[place]
      html.markup("<li")
      html.attribute("data-choice", String(place))
      html.markup(choice.isRight ? " data-right><strong>" : "><strong>")
      write(choice.content)
      html.markup("</strong>\n<div class=\"why\">")
      writeTight(choice.feedback)
      html.markup("</div></li>\n")
    }
    html.markup("</ul>\n")
  }
}

extension Quiz {
  fileprivate var kind: String {
    switch answer {
    case .single: "single"
    case .multiple: "multiple"
    case .text: "text"
    case .order: "order"
    case .match: "match"
    }
  }

  fileprivate func shownPlaces(of choices: [Choice]) -> [Int] {
    keepsOrder ? Array(choices.indices) : DrawnOrder.places(choices.count, id: id)
  }
}

extension Diagnostic {
  /// What course files are held to; the raw value is the stable identifier that findings print.
  package enum Rule: String, Hashable, Sendable, CaseIterable {
    // MARK: The file

    /// A YAML file has at most 1 MiB, a lesson or page 256 KiB.
    case fileTooLarge = "file-too-large"
    /// A file is UTF-8.
    case invalidUTF8 = "invalid-utf8"
    /// A file is one YAML document.
    case yamlSyntax = "yaml-syntax"
    /// A key stands once in its mapping.
    case duplicateKey = "duplicate-key"
    /// Everything is written out: `*name` does not repeat what `&name` marks.
    case yamlAlias = "yaml-alias"
    /// A folder of courses holds courses: a folder with a `course.yaml` each.
    case courseWithoutFile = "course-without-file"

    // MARK: Keys and values

    /// `schema` names a format that this program knows.
    case unknownSchema = "unknown-schema"
    /// Only documented keys carry meaning; others are left out.
    case unknownKey = "unknown-key"
    /// A required key is there.
    case missingKey = "missing-key"
    /// A value has the type that its key asks for, and is not blank.
    case wrongType = "wrong-type"
    /// A word from a closed list is one of the list.
    case unknownValue = "unknown-value"
    /// A list that something is computed from is not empty.
    case emptyList = "empty-list"
    /// A slug is small ASCII letters and digits, joined by single hyphens.
    case invalidSlug = "invalid-slug"
    /// A slug stands once in its list.
    case duplicateSlug = "duplicate-slug"
    /// Titles, summaries and audiences exist in Vietnamese.
    case titleWithoutVietnamese = "title-without-vietnamese"
    /// A version is 1 or more.
    case versionNotPositive = "version-not-positive"

    // MARK: Courses

    /// The id of a course is the name of its folder.
    case idNotFolder = "id-not-folder"
    /// A lesson takes 1 to 600 minutes.
    case minutesOutOfRange = "minutes-out-of-range"
    /// A competence code is in the framework's list.
    case unknownCompetence = "unknown-competence"

    // MARK: The programme

    /// A course that the programme names exists.
    case unknownCourse = "unknown-course"
    /// A measure's id stands once.
    case duplicateMeasure = "duplicate-measure"
    /// `at-least` asks for 1 course or more, and for no more than it lists.
    case atLeastOutOfRange = "at-least-out-of-range"
    /// `all` and `each-area` name their courses; of `anything` they would mean nothing.
    case ruleNeedsCourses = "rule-needs-courses"
    /// The courses of `each-area` teach at least one competence; without areas everybody would
    /// count.
    case noAreas = "no-areas"
    /// A result stays valid for 1 to 1200 months.
    case validityOutOfRange = "validity-out-of-range"

    // MARK: Lessons and pages: the file

    /// What is to be learnt first is a lesson or course that exists.
    case unknownPrerequisite = "unknown-prerequisite"
    /// Nothing asks, by itself or through others, to be learnt before itself.
    case prerequisiteCircle = "prerequisite-circle"
    /// What is to be learnt before a lesson that is shown is shown by then.
    case prerequisiteHidden = "prerequisite-hidden"
    /// A moment is written 2026-12-01T08:00+07:00.
    case invalidTime = "invalid-time"
    /// A lesson or page begins with its front matter between two lines `---`.
    case frontMatterMissing = "front-matter-missing"
    /// A day is written 2026-11-26.
    case invalidDay = "invalid-day"
    /// What is nested more than 64 deep is left out.
    case nestedTooDeep = "nested-too-deep"
    /// Between two blank lines stand at most 16 KiB, and a link definition has at most 512 bytes.
    case paragraphTooLong = "paragraph-too-long"
    /// A text holds no NUL.
    case nulByte = "nul-byte"
    /// What git could not merge is settled before anybody reads it.
    case mergeMarker = "merge-marker"
    /// Letters with marks are composed (NFC), so that searching finds them. `--fix` does it.
    case notNFC = "not-nfc"
    /// No bullets, no-break spaces, invisible characters, code such as `<o:p>` and, where they mean
    /// something, curly quotation marks of a word processor. `--fix` puts them right.
    case pastedFromWord = "pasted-from-word"
    /// HTML does not reach the page.
    case rawHTML = "raw-html"
    /// A file that is read lies inside the folder that was named.
    case outsideFolder = "outside-folder"

    // MARK: Lessons and pages: links and pictures

    /// A link leads to a file that exists.
    case linkMissing = "link-missing"
    /// The part behind `#` is a heading of the page.
    case anchorMissing = "anchor-missing"
    /// A link leads to `https:`, `http:`, `mailto:`, `tel:` or into the site, never out of its folder.
    case linkUnsafe = "link-unsafe"
    /// A link has words, or a picture with words, that say where it leads.
    case linkTextMissing = "link-text-missing"
    /// What looks like a link or picture is one: a name with a blank stands in `<…>`, every bracket is
    /// closed, and no link stands in another.
    case linkBroken = "link-broken"
    /// A link to the web begins with `https:`, so that nobody on the way reads along or changes it.
    case linkNotHTTPS = "link-not-https"
    /// A picture's file exists.
    case imageMissing = "image-missing"
    /// A picture says what it shows, or that it only decorates.
    case imageAltMissing = "image-alt-missing"
    /// A picture has at most 80 KB.
    case imageHeavy = "image-heavy"
    /// A picture of more than 200 KB is not published.
    case imageTooHeavy = "image-too-heavy"
    /// A photo tells nobody where and with what it was taken, nor carries a film or a text: JPEG, PNG, GIF
    /// and WebP of at most 8 MiB are looked at as a whole. `--fix` takes such notes out.
    case imageLocation = "image-location"
    /// A drawing only draws: it runs no script and fetches nothing from elsewhere.
    case imageActive = "image-active"
    /// A file that is shown as a picture is one.
    case imageNotImage = "image-not-image"

    // MARK: Lessons and pages: the text

    /// The title is the only heading of level 1.
    case headingH1 = "heading-h1"
    /// A heading is at most one level below the one before.
    case headingSkips = "heading-skips"
    /// Of a lesson that is no draft any more, and of the summary of its course, nothing is left as a new
    /// file comes with it.
    case unwrittenPart = "unwritten-part"
    /// The tag of an alert is `[!`, a word that exists and `]`; else the block is for the team only.
    case unknownAlert = "unknown-alert"
    /// The tag of an alert begins a quotation. What another place makes unclear is for the team only, as
    /// is what stands right behind a note for the team: a quotation, indented text, a list or table that
    /// goes on with the note's, anything behind its last colon. A heading such as `For the team` asks for a note
    /// too. A title, summary or objective holds no such tag, nor does an answer of a quiz hold a note.
    case alertMisplaced = "alert-misplaced"
    /// What is bold ends; else readers see the stars.
    case boldUnclosed = "bold-unclosed"
    /// Code between two lines of three backquotes ends before the text does.
    case codeUnclosed = "code-unclosed"
    /// A table has a row of dashes below its header: `|---|---|`. `--fix` puts right those of a word
    /// processor.
    case tableDashesMissing = "table-dashes-missing"
    /// A row has as many cells as its header.
    case tableRagged = "table-ragged"
    /// The row of dashes has as many cells as the header above it.
    case tableHeaderMismatch = "table-header-mismatch"
    /// A Vietnamese sentence has at most 20 syllables.
    case sentenceLong = "sentence-long"
    /// A lesson has at most 7 steps.
    case stepCount = "step-count"
    /// All steps together have at most 130 syllables, so that the handout is one page.
    case handoutLong = "handout-long"

    // MARK: Quizzes

    /// The comment before a question is written `<!-- quiz id=… -->`. `--fix` puts one right that a word
    /// processor or a slip spoiled, and keeps its id.
    case quizLine = "quiz-line"
    /// A question has an id. `--fix` gives it one.
    case quizIDMissing = "quiz-id-missing"
    /// An id stands once in its course.
    case quizIDDuplicate = "quiz-id-duplicate"
    /// A question is asked below its quiz line: above the choices, around the `[[answer]]`.
    case quizQuestionMissing = "quiz-question-missing"
    /// A choice begins with `[ ]`, or with `[x]` where it is right.
    case quizBox = "quiz-box"
    /// A `single` or `truefalse` question has one right choice, a `truefalse` one two choices.
    case quizType = "quiz-type"
    /// In a table to match, no two right sides are the same.
    case quizPairTwice = "quiz-pair-twice"
    /// A question has a right answer.
    case quizNoAnswer = "quiz-no-answer"
    /// A question offers two choices or more.
    case quizOneOption = "quiz-one-option"
    /// Whoever chose wrong is told why.
    case quizFeedbackMissing = "quiz-feedback-missing"
    /// Feedback is indented under its choice. `--fix` does it for what stands directly below one.
    case quizFeedbackUnindented = "quiz-feedback-unindented"
    /// Feedback is more than "wrong".
    case quizBareNo = "quiz-bare-no"
    /// The right choice is not the longest in every question.
    case quizGiveaway = "quiz-giveaway"
    /// The comment that begins a question stands alone on its line.
    case quizDirectiveNotAlone = "quiz-directive-not-alone"
    /// A translation has the questions of the original, with the same right answers.
    case quizTranslation = "quiz-translation"

    // MARK: Lessons of a course

    /// The file of a lesson is called `NN-slug.vi.md`: two digits, a short name without marks and the
    /// language, in small letters, and lies right in the folder of its course; nothing that was meant as
    /// one has another name or ending.
    case lessonMisnamed = "lesson-misnamed"
    /// A lesson is in its `course.yaml`, and a Markdown file beside that is a lesson, the glossary or
    /// `README.md`.
    case lessonUnlisted = "lesson-unlisted"
    /// Two lessons of a course have two numbers.
    case lessonNumberTwice = "lesson-number-twice"
    /// Two lessons of a course have two short names.
    case lessonNameTwice = "lesson-name-twice"
    /// A lesson or page exists in Vietnamese.
    case withoutVietnamese = "without-vietnamese"
    /// Title, minutes and verification are those of `course.yaml`.
    case courseDisagrees = "course-disagrees"
    /// A lesson of `course.yaml` is written.
    case lessonUnwritten = "lesson-unwritten"
    /// A lesson exists in each language of its course, a page in each of the site.
    case translationMissing = "translation-missing"
    /// A translation says which state of the original it was made from.
    case translationUnmarked = "translation-unmarked"
    /// A translation was made from the original as it is now.
    case translationStale = "translation-stale"
    /// An address that was published leads to a lesson for ever; after a rename its `aliases` see to
    /// that. `--fix` writes them.
    case addressLost = "address-lost"
    /// A lesson that was published stays on the site, unless it is withdrawn on purpose.
    case lessonWithdrawn = "lesson-withdrawn"
    /// What `aliases` names is a former address of the lesson, `course/lesson`, at which no page stands
    /// now, and which no other lesson names.
    case aliasRefused = "alias-refused"
    /// A lesson with `publish_at` is on the site from that moment on.
    case publishLater = "publish-later"
    /// Somebody looked in the last 6 months whether what may change still holds.
    case verifyDue = "verify-due"

    package var severity: Severity {
      switch self {
      case .lessonUnwritten, .translationMissing, .translationUnmarked, .translationStale,
        .publishLater, .verifyDue:
        .todo
      case .unknownKey, .courseWithoutFile, .notNFC, .pastedFromWord, .linkNotHTTPS, .imageHeavy,
        .headingSkips, .boldUnclosed, .tableRagged, .sentenceLong, .stepCount, .handoutLong,
        .quizFeedbackMissing, .quizBareNo, .quizGiveaway, .lessonUnlisted, .courseDisagrees,
        .addressLost, .lessonWithdrawn, .prerequisiteHidden:
        .warning
      default: .error
      }
    }
  }
}

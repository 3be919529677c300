extension Diagnostic {
  /// What course files are held to; the raw value is the stable identifier that findings print.
  package enum Rule: String, Hashable, Sendable, CaseIterable {
    // MARK: The file

    /// A file is at most 1 MiB.
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

    package var severity: Severity {
      switch self {
      case .unknownKey, .courseWithoutFile: .warning
      default: .error
      }
    }
  }
}

/// A word of the interface that is said here, not in a template; the raw value is its key.
enum InterfaceWord: String, CaseIterable {
  case siteName, tagline, languages, home, search, skillLessons
  case lessonOne, lessonCount, minutes, exercises, forWhom, courseBegin, lessonNumber, lessonShort
  case objectives, checked, checkedNobody, unchecked, missing, stale
  case previous, next, handout, questions, file, teach
  case teachTitle, verifyV0, verifyV1, verifyV2, questionsTitle, printTitle
  case searchHow, notFound, notFoundWhy, moved, license, quizNumber
  case quizChooseOne, quizChooseAll, quizOrder, quizMatch, quizYourAnswer, quizShowAnswer
  case tableNumber, alertNote, alertTip, alertImportant, alertWarning, alertCaution
  case alertActivity, alertSolution, alertHint, alertDiscussion, alertChecklist, alertKeypoints
  case alertExample, alertInstructor
  case keepOffer, keepPhoto, keepPhotos, keptFacts, offline, offlineLead
  case sheetTitle, sheetSteps, sheetPlaces, sheetLinks, sheetNever, sheetYourName, sheetYourDay
}
